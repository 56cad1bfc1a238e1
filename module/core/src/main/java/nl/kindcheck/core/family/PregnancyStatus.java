package nl.kindcheck.core.family;

/** A pregnancy of the patient or the partner. */
public enum PregnancyStatus implements Coded {
  YES,
  NO,
  UNKNOWN,
  ENDED
}
