package nl.kindcheck.core.meldcode;

import nl.kindcheck.core.family.Coded;

/** With whom the talk of step 3 was. */
public enum Involved implements Coded {
  PARENT,
  OTHER_PARENT,
  BOTH_PARENTS,
  CHILD,
  OTHER
}
