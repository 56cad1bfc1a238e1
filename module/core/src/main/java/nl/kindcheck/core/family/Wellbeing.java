package nl.kindcheck.core.family;

/**
 * How it goes with one child, in words (F1). {@code UNKNOWN} is an answer and never means that it
 * goes well.
 */
public enum Wellbeing implements Coded {
  GOES_WELL,
  SUPPORT_WANTED,
  CONCERNS,
  UNKNOWN
}
