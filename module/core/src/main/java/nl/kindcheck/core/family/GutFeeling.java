package nl.kindcheck.core.family;

/** The clinician's gut feeling: it can raise attention, no rule lowers it (requirements 4.7). */
public enum GutFeeling implements Coded {
  PLUIS,
  TWIJFEL,
  NIET_PLUIS
}
