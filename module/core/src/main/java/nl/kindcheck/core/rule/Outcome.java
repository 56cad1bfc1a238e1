package nl.kindcheck.core.rule;

import nl.kindcheck.core.family.Coded;

/** What came out of a Kindcheck. */
public enum Outcome implements Coded {
  NO_CHILDREN,
  GOES_WELL,
  SUPPORT_WANTED,
  CONCERNS,
  SAFETY_CONCERN,
  DECLINED,
  UNCLEAR,
  POSTPONED,
  NOT_APPLICABLE
}
