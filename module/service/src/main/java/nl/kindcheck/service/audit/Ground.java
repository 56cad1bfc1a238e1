package nl.kindcheck.service.audit;

import nl.kindcheck.core.family.Coded;

/** On which ground somebody has access. */
public enum Ground implements Coded {
  /** The EPD opened this patient's record for them. */
  LAUNCH("launch-context"),
  CARE_RELATION("care-relation"),
  /** A system, by the scopes that it was granted. */
  SCOPE("system-scope"),
  /** A person, by their role. */
  ROLE("role"),
  /** The service's own timer. */
  TIMER("timer"),
  EMERGENCY("emergency");

  private final String code;

  Ground(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
