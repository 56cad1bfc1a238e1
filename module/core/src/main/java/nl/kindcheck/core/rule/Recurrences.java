package nl.kindcheck.core.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Pregnancy;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.KindcheckState.ChildInShort;
import nl.kindcheck.core.rule.Recurrence.Candidate;
import nl.kindcheck.core.rule.Recurrence.FirstQuestion;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.jspecify.annotations.Nullable;

/**
 * The one due-date rule, for card, list, task and report alike: the due date is the earliest
 * candidate of interval, event and transition. "Goes well" and "no children" only lengthen the
 * interval, they never end it (F12, F13). A postponement never moves the due date; a decline
 * answers what had come up by then and is asked again (F10). Nothing falls due while care was
 * closed: what came up before is asked at re-entry. Nothing falls due before the organisation began
 * to ask either.
 */
public final class Recurrences {

  /** Ages, in years, at which a child's life changes: school, secondary school, adulthood. */
  private static final int[] TRANSITION_AGES = {4, 12, Child.ADULT};

  /** In months; an expected birth lies no further ahead than this (general knowledge). */
  private static final int LONGEST_PREGNANCY = 10;

  private static final String BIRTH_PASSED = eventRule(CareEvent.Kind.EXPECTED_BIRTH_PASSED);

  private final KindcheckState state;
  private final Policy policy;
  private final @Nullable Check complete;
  private final @Nullable Check declined;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Candidate> heldBack = new ArrayList<>();

  private Recurrences(KindcheckState state, Policy policy) {
    this.state = state;
    this.policy = policy;
    this.complete = state.lastComplete();
    this.declined = state.lastDecline();
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
    never(today);
    interval();
    events();
    transitions();
    declined();
    candidates.addAll(heldBack);
    candidates.sort(Comparator.comparing(Candidate::on).thenComparing(c -> c.urgent() ? 0 : 1));

    Check postponement = state.postponement();
    Recurrence recurrence =
        new Recurrence(
            status(postponement, today),
            candidates.get(0).on(),
            until(postponement),
            question(today),
            candidates);
    return new Decision<>(recurrence, candidates.stream().map(Candidate::reason).toList());
  }

  private Decision<Recurrence> without(Status status, Reason why) {
    return Decision.of(
        new Recurrence(status, null, null, FirstQuestion.HOW_ARE_THE_CHILDREN, List.of()), why);
  }

  private Status status(@Nullable Check postponement, LocalDate today) {
    if (today.isBefore(candidates.get(0).on())) {
      return Status.NOT_DUE;
    }
    if (postponement != null && postponed(postponement, today)) {
      return Status.POSTPONED;
    }
    return candidates.stream().anyMatch(c -> overdue(c, today)) ? Status.OVERDUE : Status.DUE;
  }

  private boolean overdue(Candidate c, LocalDate today) {
    Policy.Windows windows = policy.windows();
    int grace = c.urgent() ? windows.urgentOverdueAfter() : windows.overdueAfter();
    return today.isAfter(c.on().plusDays(grace));
  }

  /** A crisis or an admission that came after the postponement is asked about the same day. */
  private boolean postponed(Check postponement, LocalDate today) {
    LocalDate until = until(postponement);
    return until != null
        && today.isBefore(until)
        && candidates.stream()
            .noneMatch(
                c -> c.urgent() && !c.on().isAfter(today) && c.on().isAfter(postponement.on()));
  }

  /** No postponement reaches further than the policy's longest, or it would end the recurrence. */
  private @Nullable LocalDate until(@Nullable Check postponement) {
    if (postponement == null || postponement.postponedUntil() == null) {
      return null;
    }
    LocalDate furthest = postponement.on().plusDays(policy.windows().longestPostponement());
    LocalDate until = postponement.postponedUntil();
    return until.isAfter(furthest) ? furthest : until;
  }

  private FirstQuestion question(LocalDate today) {
    Pregnancy pregnancy = state.pregnancy();
    boolean birthPassed =
        pregnancy != null
            && pregnancy.ongoing()
            && pregnancy.expected() != null
            && pregnancy.expected().lastDay().isBefore(today);
    for (Candidate c : candidates) {
      if (!c.on().isAfter(today)) {
        if (c.urgent()) {
          return FirstQuestion.WHERE_ARE_THE_CHILDREN_NOW;
        }
        birthPassed |= c.reason().rule().equals(BIRTH_PASSED);
      }
    }
    return birthPassed
        ? FirstQuestion.WHAT_IS_THE_SITUATION_NOW
        : FirstQuestion.HOW_ARE_THE_CHILDREN;
  }

  /**
   * Nobody ever asked: due since care began; where the EPD does not say when that was, since the
   * first event, and today at the latest.
   */
  private void never(LocalDate today) {
    if (complete != null || declined != null) {
      return;
    }
    LocalDate since = state.care().since();
    if (since != null) {
      neverSince(since);
      return;
    }
    LocalDate first = today;
    for (CareEvent e : state.events()) {
      first = e.on().isBefore(first) ? e.on() : first;
    }
    add(first, "recurrence.never-asked.start-unknown", Map.of(), false);
  }

  /** Who came before the organisation began is asked from that day, and overdue not before. */
  private void neverSince(LocalDate since) {
    LocalDate start = policy.startedOn();
    if (start != null && since.isBefore(start)) {
      Map<String, String> facts = Map.of("since", since.toString(), "start", start.toString());
      add(start, "recurrence.never-asked.before-start", facts, false);
    } else {
      add(since, "recurrence.never-asked", Map.of("since", since.toString()), false);
    }
  }

  private void interval() {
    if (complete == null) {
      return;
    }
    Policy.Intervals intervals = policy.intervals();
    boolean asked = state.children().stream().anyMatch(c -> c.askedAboutOn(complete.on()));
    boolean expected = state.pregnancy() != null && state.pregnancy().ongoing();
    int months = intervals.withoutChildren();
    String situation = "without-children";
    if (complete.raisesAttention()) {
      months = intervals.withConcerns();
      situation = "with-concerns";
    } else if (asked || expected) {
      months = intervals.withChildren();
      situation = "with-children";
    }
    LocalDate on = complete.on().plusMonths(months);
    if (!answered(on)) {
      add(
          on,
          "recurrence.interval",
          Map.of(
              "last", complete.on().toString(),
              "months", Integer.toString(months),
              "situation", situation),
          false);
    }
  }

  private void events() {
    for (CareEvent e : state.events()) {
      if (e.kind() == CareEvent.Kind.SIGNAL) {
        event(e.kind(), e.on(), Map.of("on", e.on().toString(), "by", e.signalledBy().code()));
      } else if (e.kind() == CareEvent.Kind.AGREED) {
        agreed(e);
      } else if (!ofAnEndedPregnancy(e)) {
        event(e.kind(), e.on());
      }
    }
    if (state.care().since() != null && (complete != null || declined != null)) {
      event(CareEvent.Kind.RE_ENTRY, state.care().since());
    }
    Pregnancy pregnancy = state.pregnancy();
    if (pregnancy != null && pregnancy.ongoing()) {
      event(CareEvent.Kind.PREGNANCY, pregnancy.since());
      if (pregnancy.expected() != null) {
        event(CareEvent.Kind.EXPECTED_BIRTH_PASSED, pregnancy.expected().lastDay().plusDays(1));
      }
    }
  }

  /** What was agreed at one conversation holds until the next complete one. */
  private void agreed(CareEvent e) {
    LocalDate last = complete == null ? null : complete.on();
    boolean met = last != null && (last.isAfter(e.made()) || !e.on().isAfter(last));
    if (!met && !answered(e.on())) {
      add(
          e.on(),
          eventRule(e.kind()),
          Map.of("on", e.on().toString(), "made", e.made().toString()),
          false);
    }
  }

  /**
   * What the EPD still knows of a pregnancy that ended must not bring it up again: its beginning,
   * and an expected birth that can only have been of that pregnancy.
   */
  private boolean ofAnEndedPregnancy(CareEvent e) {
    Pregnancy pregnancy = state.pregnancy();
    if (pregnancy == null || pregnancy.status() != PregnancyStatus.ENDED) {
      return false;
    }
    return switch (e.kind()) {
      case PREGNANCY -> !e.on().isAfter(pregnancy.since());
      case EXPECTED_BIRTH_PASSED ->
          !e.on().isAfter(pregnancy.since().plusMonths(LONGEST_PREGNANCY));
      default -> false;
    };
  }

  private void event(CareEvent.Kind kind, LocalDate on) {
    event(kind, on, Map.of("on", on.toString()));
  }

  private void event(CareEvent.Kind kind, LocalDate on, Map<String, String> facts) {
    if (!EventMet.by(complete, kind, on, policy) && !answered(on)) {
      add(on, eventRule(kind), facts, kind.urgent());
    }
  }

  private static String eventRule(CareEvent.Kind kind) {
    return "recurrence.event." + kind.code();
  }

  /** Before the first check there is nothing to add: it is due already, and asks about all. */
  private void transitions() {
    if (complete == null && declined == null) {
      return;
    }
    for (ChildInShort child : state.children()) {
      if (child.died() || child.birth() == null) {
        continue;
      }
      LocalDate birth = child.birth().firstDay();
      transition("birth", birth);
      for (int age : TRANSITION_AGES) {
        transition(age == Child.ADULT ? "adulthood" : "school", birth.plusYears(age));
      }
    }
  }

  private void transition(String what, LocalDate on) {
    boolean met =
        complete != null && EventMet.within(complete, on, policy.windows().eventMetBefore());
    if (!met && !answered(on)) {
      add(on, "recurrence.transition." + what, Map.of("on", on.toString()), false);
    }
  }

  /** A decline answers what had come up by then; it is asked again after the policy's time. */
  private boolean answered(LocalDate on) {
    return declined != null && !on.isAfter(declined.on());
  }

  private void declined() {
    if (declined != null) {
      add(
          declined.on().plusMonths(policy.intervals().afterDecline()),
          "recurrence.declined",
          Map.of("on", declined.on().toString(), "outcome", declined.outcome().code()),
          false);
    }
  }

  /**
   * Adds a candidate; one from before care opened again, or from before the organisation began to
   * ask, waits for that day, behind its others.
   */
  private void add(LocalDate on, String rule, Map<String, String> facts, boolean urgent) {
    LocalDate open = later(state.care().since(), policy.startedOn());
    if (open != null && on.isBefore(open)) {
      heldBack.add(new Candidate(open, reason(rule, facts), urgent));
    } else {
      candidates.add(new Candidate(on, reason(rule, facts), urgent));
    }
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private Reason reason(String rule, Map<String, String> facts) {
    return new Reason(rule, facts, "F13", policy.version());
  }
}
