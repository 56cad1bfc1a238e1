package nl.kindcheck.core.family;

/** Yes, no, or explicitly unknown; unknown never means no (requirements 4.4). */
public enum Answer implements Coded {
  YES,
  NO,
  UNKNOWN
}
