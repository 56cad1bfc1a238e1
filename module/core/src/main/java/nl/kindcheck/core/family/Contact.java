package nl.kindcheck.core.family;

/** The contact between patient and child; {@code NONE} does not end the recurrence. */
public enum Contact implements Coded {
  REGULAR,
  SOMETIMES,
  SUPERVISED,
  NONE,
  UNKNOWN
}
