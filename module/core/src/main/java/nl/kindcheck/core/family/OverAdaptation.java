package nl.kindcheck.core.family;

/**
 * Whether a child seems to carry too much or to efface itself (F12: the quiet child looks fine).
 */
public enum OverAdaptation implements Coded {
  NOT_SEEN,
  SOMEWHAT,
  CLEARLY,
  UNKNOWN
}
