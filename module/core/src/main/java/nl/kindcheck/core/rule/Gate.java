package nl.kindcheck.core.rule;

import java.time.LocalDate;
import java.util.Map;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.Policy;

/**
 * May this encounter be closed? Consideration is enforced, care is never held (requirements 4.1):
 * only the closing of an intake can be, and only at the level that holds. A postponement with a
 * reason and a date frees it in one step.
 */
public final class Gate {

  private static final String SOURCE = "requirements 4.1";

  private Gate() {}

  /** What the gate answers; only {@code HOLD} keeps the encounter open. */
  public enum Answer implements Coded {
    OPEN,
    REMIND,
    ASK_REASON,
    HOLD;

    public boolean allowsClosing() {
      return this != HOLD;
    }
  }

  /**
   * Decides whether an encounter may be closed.
   *
   * @param on the day of the encounter
   * @param today the day on which it is to be closed
   */
  public static Decision<Answer> mayClose(
      Moment moment, LocalDate on, KindcheckState state, Policy policy, LocalDate today) {
    Recurrence recurrence = Recurrences.decide(state, policy, today).outcome();
    return mayClose(moment, on, state, recurrence, policy, today);
  }

  /**
   * The same where the recurrence was decided already.
   *
   * @param recurrence of this state, under this policy, on {@code today}
   */
  public static Decision<Answer> mayClose(
      Moment moment,
      LocalDate on,
      KindcheckState state,
      Recurrence recurrence,
      Policy policy,
      LocalDate today) {
    if (moment == Moment.NONE) {
      return answer(Answer.OPEN, "gate.counts-for-nothing", policy);
    }
    if (recurrence.due() == null) {
      return answer(Answer.OPEN, "gate.not-asked", policy);
    }
    LocalDate until = recurrence.postponedUntil();
    boolean postponed = until != null && today.isBefore(until);
    if (postponed
        && (moment == Moment.INTAKE || recurrence.status() == Recurrence.Status.POSTPONED)) {
      return answer(Answer.OPEN, "gate.postponed", policy);
    }
    if (moment == Moment.INTAKE
        ? intakeAnswered(on, state, policy)
        : !recurrence.status().asksNow()) {
      return answer(Answer.OPEN, "gate.considered", policy);
    }
    return answer(atLevel(moment, policy.enforcement()), "gate.open-check", policy);
  }

  private static boolean intakeAnswered(LocalDate on, KindcheckState state, Policy policy) {
    int before = policy.windows().eventMetBefore();
    Check complete = state.lastComplete();
    Check declined = state.lastDecline();
    return (complete != null && EventMet.within(complete, on, before))
        || (declined != null && EventMet.within(declined, on, before));
  }

  private static Answer atLevel(Moment moment, Enforcement level) {
    return switch (level) {
      case INFORM -> Answer.OPEN;
      case REMIND -> Answer.REMIND;
      case ASK_REASON -> neverAsksReason(moment) ? Answer.REMIND : Answer.ASK_REASON;
      case HOLD ->
          moment == Moment.INTAKE
              ? Answer.HOLD
              : neverAsksReason(moment) ? Answer.REMIND : Answer.ASK_REASON;
    };
  }

  /** In a crisis, at an admission, and where the moment is not known, nothing may cost time. */
  private static boolean neverAsksReason(Moment moment) {
    return moment == Moment.CRISIS || moment == Moment.ADMISSION || moment == Moment.UNMAPPED;
  }

  private static Decision<Answer> answer(Answer answer, String rule, Policy policy) {
    return Decision.of(
        answer,
        new Reason(rule, Map.of("level", policy.enforcement().code()), SOURCE, policy.version()));
  }
}
