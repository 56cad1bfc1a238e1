package nl.kindcheck.core.family;

/**
 * Who holds custody (<i>gezag</i>); {@code NONE} is custody lost by the patient, about whose child
 * is still asked.
 */
public enum Custody implements Coded {
  PATIENT,
  SHARED,
  OTHER,
  NONE,
  UNKNOWN
}
