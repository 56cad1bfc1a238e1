package nl.kindcheck.core.action;

import nl.kindcheck.core.family.Coded;

/**
 * How heavy an action is, in the order in which actions are shown: as short as possible, as heavy
 * as needed, informal before professional; safety bypasses the order (requirements 4.8).
 */
public enum Step implements Coded {
  SAFETY,
  /** What the parent and the parent's own clinician do in the conversation. */
  CONVERSATION,
  /** Thinking it over with a colleague; the family notices nothing of it. */
  COLLEAGUE,
  OWN_NETWORK,
  INFORMAL,
  PROFESSIONAL
}
