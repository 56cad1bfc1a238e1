package nl.kindcheck.core.rule;

import java.time.LocalDate;
import nl.kindcheck.core.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Whether a complete check meets an event: one on or after it does, and one up to the policy's days
 * before it. At a crisis or an admission only a check of the same day or later does, because the
 * question is where the children are now.
 */
final class EventMet {

  private EventMet() {}

  static boolean by(@Nullable Check complete, CareEvent.Kind kind, LocalDate on, Policy policy) {
    // Who signals may know what a conversation of last week did not bring up.
    boolean afterwards = kind.urgent() || kind == CareEvent.Kind.SIGNAL;
    int before = afterwards ? 0 : policy.windows().eventMetBefore();
    return complete != null && within(complete, on, before);
  }

  static boolean within(Check check, LocalDate on, int daysBefore) {
    return !check.on().isBefore(on.minusDays(daysBefore));
  }
}
