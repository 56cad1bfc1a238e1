package nl.kindcheck.core.meldcode;

import nl.kindcheck.core.family.Coded;

/** Whom to call, in the order in which they are shown. */
public enum DangerCall implements Coded {
  /** 112, while somebody is in danger at this moment. */
  EMERGENCY_SERVICES,
  /** Veilig Thuis, 0800-2000 (afwegingskadermeldcode.nl); free and around the clock. */
  VEILIG_THUIS,
  /** The organisation's own crisis line, from its settings. */
  CRISIS_LINE
}
