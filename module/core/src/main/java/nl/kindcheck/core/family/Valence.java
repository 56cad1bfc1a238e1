package nl.kindcheck.core.family;

/** Strengths are asked first, concerns beside them; neither is a number (requirements 4.6). */
public enum Valence implements Coded {
  STRENGTH,
  CONCERN
}
