package nl.kindcheck.service.tenancy;

import java.util.Optional;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Coded;

/** What somebody is at an organisation. What a role may reach stands in the matrix of access. */
public enum Role implements Coded {
  /**
   * Reaches a family through the launch that opened its record or a care relation that the EPD
   * confirms, and any other in an emergency alone.
   */
  CLINICIAN("clinician"),
  KOPP_KOV_OFFICER("kopp-kov-officer"),
  WAITING_LIST_COORDINATOR("waiting-list-coordinator"),
  /** Sees indicators, and nobody's record. */
  MANAGER("manager"),
  /** Sees the log, and nobody's record. */
  PRIVACY_OFFICER("privacy-officer"),
  /** Keeps policy, directory and connections, and sees nobody's record. */
  ADMINISTRATOR("administrator"),
  /** A system that calls in its own name; never a person. */
  SYSTEM("system");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  /** As in a token and in the matrix. */
  @Override
  public String code() {
    return code;
  }

  /** Empty for a code that is no role of ours. */
  public static Optional<Role> find(String code) {
    return Stream.of(values()).filter(role -> role.code.equals(code)).findFirst();
  }
}
