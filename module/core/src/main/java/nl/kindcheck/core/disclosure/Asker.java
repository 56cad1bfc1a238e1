package nl.kindcheck.core.disclosure;

import nl.kindcheck.core.family.Coded;

/** Who asks that a record, or one child's part of it, is destroyed. */
public enum Asker implements Coded {
  PATIENT,
  CHILD,
  /** Whoever acts for the patient or the child by law. */
  REPRESENTATIVE,
  /** Nobody: the time for which it is kept is over. */
  RETENTION
}
