package nl.kindcheck.core.rule;

import nl.kindcheck.core.family.Coded;

/**
 * What a recorded Kindcheck is worth.
 *
 * <ul>
 *   <li>{@code COMPLETE}: it has the content that its outcome asks for, and starts a new interval
 *       (F1);
 *   <li>{@code CONSIDERED}: a decline, a postponement or a "not applicable" with all it needs:
 *       legitimate, and asked again;
 *   <li>{@code INCOMPLETE}: something is missing; stored, and it stops no reminder.
 * </ul>
 */
public enum Standing implements Coded {
  COMPLETE,
  CONSIDERED,
  INCOMPLETE
}
