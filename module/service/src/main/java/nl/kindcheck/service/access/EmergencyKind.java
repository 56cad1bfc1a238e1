package nl.kindcheck.service.access;

import nl.kindcheck.core.family.Coded;

/** What kind of emergency it is, as the person says who takes access. */
enum EmergencyKind implements Coded {
  LIFE_DANGER("life-danger"),
  CRISIS_SERVICE("crisis-service"),
  STAND_IN("stand-in"),
  OTHER("other");

  private final String code;

  EmergencyKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
