package nl.kindcheck.core.policy;

import nl.kindcheck.core.family.Coded;

/**
 * How far an organisation goes when an encounter is closed without a Kindcheck (requirements 4.1).
 * Even {@code HOLD} holds only the closing of an intake, never care.
 */
public enum Enforcement implements Coded {
  INFORM,
  REMIND,
  ASK_REASON,
  HOLD
}
