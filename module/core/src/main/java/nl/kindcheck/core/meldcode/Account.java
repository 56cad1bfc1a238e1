package nl.kindcheck.core.meldcode;

import nl.kindcheck.core.family.Coded;

/** What must be recorded at step 5 (knmg-meldcode.maglr.com, stap 5). */
public enum Account implements Coded {
  ASSESSMENT,
  /** What the assessment rests on. */
  BASIS,
  ACTIONS,
  /** Who was informed. */
  INFORMED,
  /** How those who were informed reacted. */
  REACTIONS,
  ATTEMPTS,
  AGREEMENTS
}
