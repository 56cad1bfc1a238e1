package nl.kindcheck.core.rule;

import nl.kindcheck.core.family.Coded;

/** Why it is unclear whether the parent manages (facts, Kindcheck: meldcode.nu). */
public enum UnclearBecause implements Coded {
  NOBODY_ELSE_INVOLVED,
  TAKEN_OVER,
  NOT_TAKEN_OVER
}
