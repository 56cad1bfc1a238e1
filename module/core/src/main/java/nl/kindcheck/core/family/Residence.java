package nl.kindcheck.core.family;

/** Where a child lives, seen from the patient (F4). */
public enum Residence implements Coded {
  WITH_PATIENT,
  PARTLY_WITH_PATIENT,
  WITH_OTHER_PARENT,
  WITH_FAMILY,
  FOSTER_OR_RESIDENTIAL,
  ON_OWN,
  ELSEWHERE,
  UNKNOWN
}
