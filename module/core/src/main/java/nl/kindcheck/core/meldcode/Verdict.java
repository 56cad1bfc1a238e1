package nl.kindcheck.core.meldcode;

import nl.kindcheck.core.family.Coded;

/** What a person decided, in either decision of step 5. */
public enum Verdict implements Coded {
  YES,
  NO,
  NOT_YET
}
