package nl.kindcheck.service.tenancy;

import nl.kindcheck.core.family.Coded;

/** What somebody is at an organisation. */
public enum Role implements Coded {
  CLINICIAN("clinician"),
  KOPP_KOV_OFFICER("kopp-kov-officer"),
  WAITING_LIST_COORDINATOR("waiting-list-coordinator"),
  MANAGER("manager"),
  PRIVACY_OFFICER("privacy-officer"),
  ADMINISTRATOR("administrator"),
  SYSTEM("system");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
