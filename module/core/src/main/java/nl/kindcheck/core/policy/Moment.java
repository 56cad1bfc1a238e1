package nl.kindcheck.core.policy;

import nl.kindcheck.core.family.Coded;

/**
 * What an encounter means for the Kindcheck. {@code NONE} counts for nothing; {@code UNMAPPED} is
 * asked and never held.
 */
public enum Moment implements Coded {
  INTAKE,
  TREATMENT,
  EVALUATION,
  CRISIS,
  ADMISSION,
  DISCHARGE,
  NONE,
  UNMAPPED
}
