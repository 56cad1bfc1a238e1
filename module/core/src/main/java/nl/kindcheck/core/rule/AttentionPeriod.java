package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.policy.Policy;

/**
 * From when to when a family has attention. It begins with the last check that raised it and ends
 * by itself after the interval with concerns: vulnerability is temporary (requirements 4.5). A
 * later complete check that raises none ends it at once.
 *
 * @param from the day of that check
 * @param to the review date, after which it is over
 */
public record AttentionPeriod(LocalDate from, LocalDate to) implements Serializable {

  /** The period that the checks give, empty where none raised attention. */
  public static Optional<Decision<AttentionPeriod>> of(KindcheckState state, Policy policy) {
    Check raising = state.lastComplete();
    raising = raising != null && raising.raisesAttention() ? raising : null;
    for (Check check : state.since()) {
      raising = check.raisesAttention() ? check : raising;
    }
    if (raising == null) {
      return Optional.empty();
    }
    LocalDate from = raising.on();
    LocalDate to = from.plusMonths(policy.intervals().withConcerns());
    return Optional.of(
        Decision.of(
            new AttentionPeriod(from, to),
            new Reason(
                "attention.raised",
                Map.of("on", from.toString(), "outcome", raising.outcome().code()),
                "requirements 4.5",
                policy.version())));
  }

  public boolean isOverOn(LocalDate day) {
    return day.isAfter(to);
  }
}
