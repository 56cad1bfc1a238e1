package nl.kindcheck.core.meldcode;

import nl.kindcheck.core.family.Coded;

/**
 * The five steps of the Meldcode. They have numbers, yet are not strictly linear: each may be
 * worked on, closed and begun again at any time (afwegingskadermeldcode.nl).
 */
public enum Step implements Coded {
  MAP_SIGNALS,
  CONSULT,
  TALK,
  WEIGH,
  DECIDE;

  /** From 1 to 5, as the Meldcode counts them. */
  public int number() {
    return ordinal() + 1;
  }
}
