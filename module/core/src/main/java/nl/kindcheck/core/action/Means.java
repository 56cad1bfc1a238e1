package nl.kindcheck.core.action;

import nl.kindcheck.core.family.Coded;

/** With what of Kindcheck an action is done, so that a page can lead there. */
public enum Means implements Coded {
  /** The Meldcode record. */
  MELDCODE,
  /** The question to the officer. */
  CONSULT,
  /** The conversation guide. */
  GUIDE,
  /** The care plan: a goal for the parent's role. */
  GOAL,
  /** The date of the next check. */
  NEXT_CHECK,
  /** Support that exists near the family; nothing is arranged by suggesting it. */
  OFFER
}
