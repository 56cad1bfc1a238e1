package nl.kindcheck.core.meldcode;

import nl.kindcheck.core.family.Coded;

/** How a step stands. */
public enum StepState implements Coded {
  /** Nothing was recorded in it yet. */
  NOT_STARTED,
  /** Worked on, or begun again. */
  OPEN,
  /** Closed by a person; closing asks for nothing. */
  DONE
}
