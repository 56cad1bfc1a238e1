package nl.kindcheck.core.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.KindcheckState.ChildInShort;
import nl.kindcheck.core.rule.Recurrence.Candidate;
import nl.kindcheck.core.rule.Recurrence.FirstQuestion;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.jspecify.annotations.Nullable;

/**
 * The one due-date rule, for card, list, task and report alike: the due date is the earliest
 * candidate of interval, event and transition. "Goes well" and "no children" only lengthen the
 * interval, they never end it (F12, F13). A postponement never moves the due date; a decline is
 * asked again (F10).
 */
public final class Recurrences {

  /** Ages, in years, at which a child's life changes: school, secondary school, adulthood. */
  private static final int[] TRANSITION_AGES = {4, 12, 18};

  private final KindcheckState state;
  private final Policy policy;
  private final List<Candidate> candidates = new ArrayList<>();

  private Recurrences(KindcheckState state, Policy policy) {
    this.state = state;
    this.policy = policy;
  }

  /**
   * Decides when the next Kindcheck is due and how that stands.
   *
   * @param today the day to judge by
   */
  public static Decision<Recurrence> decide(KindcheckState state, Policy policy, LocalDate today) {
    return new Recurrences(state, policy).on(today);
  }

  private Decision<Recurrence> on(LocalDate today) {
    LocalDate died = state.care().patientDied();
    if (died != null) {
      return without(Status.STOPPED, reason("recurrence.patient-died", Map.of()));
    }
    if (state.care().status() == Care.Status.CLOSED) {
      return without(Status.PAUSED, reason("recurrence.no-open-care", Map.of()));
    }
    Check declined = state.lastDecline();
    never(declined, today);
    interval();
    events(declined);
    transitions(declined);
    declined(declined);
    candidates.sort(Comparator.comparing(Candidate::on).thenComparing(c -> c.urgent() ? 0 : 1));

    LocalDate due = candidates.get(0).on();
    boolean dueIsUrgent = candidates.stream().anyMatch(c -> c.urgent() && !c.on().isAfter(today));
    Check postponement = state.postponement();
    LocalDate until = postponement == null ? null : postponement.postponedUntil();
    Recurrence recurrence =
        new Recurrence(
            status(due, until, dueIsUrgent, today), due, until, question(today), candidates);
    return new Decision<>(recurrence, candidates.stream().map(Candidate::reason).toList());
  }

  private Decision<Recurrence> without(Status status, Reason why) {
    return Decision.of(
        new Recurrence(status, null, null, FirstQuestion.HOW_ARE_THE_CHILDREN, List.of()), why);
  }

  private Status status(LocalDate due, @Nullable LocalDate until, boolean urgent, LocalDate today) {
    if (today.isBefore(due)) {
      return Status.NOT_DUE;
    }
    if (until != null && today.isBefore(until)) {
      return Status.POSTPONED;
    }
    int grace = urgent ? policy.windows().urgentOverdueAfter() : policy.windows().overdueAfter();
    return today.isAfter(due.plusDays(grace)) ? Status.OVERDUE : Status.DUE;
  }

  private FirstQuestion question(LocalDate today) {
    boolean birthPassed = false;
    for (Candidate c : candidates) {
      if (!c.on().isAfter(today)) {
        if (c.urgent()) {
          return FirstQuestion.WHERE_ARE_THE_CHILDREN_NOW;
        }
        birthPassed |= c.reason().rule().equals(eventRule(CareEvent.Kind.EXPECTED_BIRTH_PASSED));
      }
    }
    return birthPassed
        ? FirstQuestion.WHAT_IS_THE_SITUATION_NOW
        : FirstQuestion.HOW_ARE_THE_CHILDREN;
  }

  /**
   * Nobody ever asked: due since care began, or today where the record does not say when that was.
   */
  private void never(@Nullable Check declined, LocalDate today) {
    if (state.lastComplete() != null || declined != null) {
      return;
    }
    LocalDate since = state.care().since();
    for (CareEvent e : state.events()) {
      since = since == null || e.on().isBefore(since) ? e.on() : since;
    }
    LocalDate from = since == null ? today : since;
    candidates.add(
        new Candidate(
            from, reason("recurrence.never-asked", Map.of("since", from.toString())), false));
  }

  private void interval() {
    Check last = state.lastComplete();
    if (last == null) {
      return;
    }
    Policy.Intervals intervals = policy.intervals();
    boolean asked = state.children().stream().anyMatch(c -> c.askedAboutOn(last.on()));
    boolean expected = state.pregnancy() != null && state.pregnancy().ongoing();
    int months = intervals.withoutChildren();
    String situation = "without-children";
    if (last.raisesAttention()) {
      months = intervals.withConcerns();
      situation = "with-concerns";
    } else if (asked || expected) {
      months = intervals.withChildren();
      situation = "with-children";
    }
    candidates.add(
        new Candidate(
            last.on().plusMonths(months),
            reason(
                "recurrence.interval",
                Map.of(
                    "last", last.on().toString(),
                    "months", Integer.toString(months),
                    "situation", situation)),
            false));
  }

  private void events(@Nullable Check declined) {
    for (CareEvent e : state.events()) {
      event(e, declined);
    }
    if (state.care().since() != null && state.lastComplete() != null) {
      event(new CareEvent(CareEvent.Kind.RE_ENTRY, state.care().since(), "care"), declined);
    }
    if (state.pregnancy() != null && state.pregnancy().ongoing()) {
      event(new CareEvent(CareEvent.Kind.PREGNANCY, state.pregnancy().since(), "family"), declined);
      if (state.pregnancy().expected() != null) {
        LocalDate passed = state.pregnancy().expected().lastDay().plusDays(1);
        event(new CareEvent(CareEvent.Kind.EXPECTED_BIRTH_PASSED, passed, "family"), declined);
      }
    }
  }

  private void event(CareEvent e, @Nullable Check declined) {
    if (EventMet.by(state.lastComplete(), e.kind(), e.on(), policy) || answered(e.on(), declined)) {
      return;
    }
    candidates.add(
        new Candidate(
            e.on(),
            reason(eventRule(e.kind()), Map.of("on", e.on().toString())),
            e.kind().urgent()));
  }

  private static String eventRule(CareEvent.Kind kind) {
    return "recurrence.event." + kind.code();
  }

  private void transitions(@Nullable Check declined) {
    Check last = state.lastComplete();
    if (last == null) {
      return;
    }
    for (ChildInShort child : state.children()) {
      if (child.died() || child.birth() == null) {
        continue;
      }
      LocalDate birth = child.birth().firstDay();
      transition("birth", birth, last, declined);
      for (int age : TRANSITION_AGES) {
        transition(age == 18 ? "adulthood" : "school", birth.plusYears(age), last, declined);
      }
    }
  }

  private void transition(String what, LocalDate on, Check last, @Nullable Check declined) {
    if (EventMet.within(last, on, policy.windows().eventMetBefore()) || answered(on, declined)) {
      return;
    }
    candidates.add(
        new Candidate(
            on, reason("recurrence.transition." + what, Map.of("on", on.toString())), false));
  }

  /** A decline answers what had come up by then; it is asked again after the policy's time. */
  private static boolean answered(LocalDate on, @Nullable Check declined) {
    return declined != null && !on.isAfter(declined.on());
  }

  private void declined(@Nullable Check declined) {
    if (declined == null) {
      return;
    }
    LocalDate again = declined.on().plusMonths(policy.intervals().afterDecline());
    candidates.add(
        new Candidate(
            again,
            reason(
                "recurrence.declined",
                Map.of("on", declined.on().toString(), "outcome", declined.outcome().code())),
            false));
  }

  private Reason reason(String rule, Map<String, String> facts) {
    return new Reason(rule, facts, "F13", policy.version());
  }
}
