package nl.kindcheck.core.meldcode;

import nl.kindcheck.core.family.Coded;

/** Whom a Meldcode record can be about besides the children the family's record knows. */
public enum Also implements Coded {
  /** A child that is expected (facts, Kindcheck: pregnancy is in scope). */
  UNBORN_CHILD,
  WHOLE_FAMILY
}
