package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.kindcheck.core.Cases;
import nl.kindcheck.core.Cases.Case;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.rule.Recurrence.Candidate;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is never or always so of the due date, over thousands of generated families. */
class RecurrenceProperties {

  private static final List<Case> CASES = Cases.of(20_260_712, 4_000);

  private static KindcheckState state(Case c) {
    return KindcheckState.of(c.family(), c.care(), c.events(), c.checks());
  }

  private static Recurrence decide(Case c, KindcheckState state) {
    return Recurrences.decide(state, c.policy(), c.today()).outcome();
  }

  /** With one more check, recorded today after all others. */
  private static KindcheckState withCheckToday(
      Case c, Outcome outcome, Standing standing, @Nullable LocalDate until) {
    List<Check> checks = new ArrayList<>(c.checks());
    ResponseId id = new ResponseId(new UUID(4, 99));
    checks.add(new Check(id, c.today(), outcome, standing, false, until));
    return KindcheckState.of(c.family(), c.care(), c.events(), checks);
  }

  /** With one more statement of today. */
  private static KindcheckState withClaims(Case c, List<? extends Claim> claims) {
    List<Statement> statements = new ArrayList<>(c.statements());
    for (Claim claim : claims) {
      int next = statements.size();
      statements.add(
          new Statement(
              new StatementId(new UUID(8, next)),
              claim,
              Perspective.OTHER_PARENT,
              Nature.OPINION,
              "Practitioner/1",
              PartialDate.of(c.today()),
              c.oneMore().recordedAt(),
              c.oneMore().origin(),
              null));
    }
    return KindcheckState.of(Family.of(statements), c.care(), c.events(), c.checks());
  }

  private static void each(BiConsumer<Case, KindcheckState> property) {
    for (Case c : CASES) {
      try {
        property.accept(c, state(c));
      } catch (AssertionError e) {
        throw new AssertionError("Seed " + c.seed(), e);
      }
    }
  }

  private static boolean runs(Care care) {
    return care.patientDied() == null && care.status() != Care.Status.CLOSED;
  }

  @Test
  void theCasesHaveEveryStatusAndQuestion() {
    assertThat(CASES.stream().map(c -> decide(c, state(c)).status()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Status.values());
    assertThat(CASES.stream().map(c -> decide(c, state(c)).question()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Recurrence.FirstQuestion.values());
  }

  @Test
  void thereIsAlwaysADueDateWhileCareIsOpenAndNeverElse() {
    each((c, state) -> assertThat(decide(c, state).due() != null).isEqualTo(runs(c.care())));
  }

  @Test
  void theDueDateIsNeverLaterThanAnyCandidate() {
    each(
        (c, state) -> {
          Recurrence r = decide(c, state);
          assertThat(r.candidates())
              .isSortedAccordingTo(Comparator.comparing(Candidate::on))
              .allSatisfy(candidate -> assertThat(candidate.on()).isAfterOrEqualTo(r.due()));
          assertThat(r.due())
              .isEqualTo(
                  r.candidates().stream()
                      .map(Candidate::on)
                      .min(LocalDate::compareTo)
                      .orElse(null));
        });
  }

  @Test
  void everyDecisionCarriesTheReasonOfEachCandidateAndThePolicysVersion() {
    each(
        (c, state) -> {
          Decision<Recurrence> d = Recurrences.decide(state, c.policy(), c.today());
          assertThat(d.reasons())
              .isNotEmpty()
              .allMatch(r -> r.policyVersion().equals(c.policy().version()));
          if (runs(c.care())) {
            assertThat(d.reasons())
                .isEqualTo(d.outcome().candidates().stream().map(Candidate::reason).toList());
          }
        });
  }

  @Test
  void noOutcomeEverEndsTheRecurrence() {
    each(
        (c, state) -> {
          for (Outcome outcome : Outcome.values()) {
            for (Standing standing : Standing.values()) {
              LocalDate until = outcome == Outcome.POSTPONED ? c.today().plusDays(9) : null;
              KindcheckState after = withCheckToday(c, outcome, standing, until);
              LocalDate later = c.today().plusYears(4);
              Recurrence r = Recurrences.decide(after, c.policy(), later).outcome();
              assertThat(r.status().asksNow()).isEqualTo(runs(c.care()));
            }
          }
        });
  }

  @Test
  void aPostponementNeverMovesTheDueDate() {
    each(
        (c, state) -> {
          KindcheckState after =
              withCheckToday(c, Outcome.POSTPONED, Standing.CONSIDERED, c.today().plusDays(20));
          assertThat(decide(c, after).due()).isEqualTo(decide(c, state).due());
          assertThat(decide(c, after).candidates()).isEqualTo(decide(c, state).candidates());
        });
  }

  @Test
  void noPostponementReachesFurtherThanThePolicyAllows() {
    each(
        (c, state) -> {
          KindcheckState after =
              withCheckToday(c, Outcome.POSTPONED, Standing.CONSIDERED, c.today().plusYears(9));
          LocalDate furthest = c.today().plusDays(c.policy().windows().longestPostponement());
          assertThat(Recurrences.decide(after, c.policy(), furthest).outcome().status())
              .isNotEqualTo(Status.POSTPONED);
        });
  }

  @Test
  void aBareTickNeverChangesTheDueDate() {
    each(
        (c, state) -> {
          for (Outcome outcome : Outcome.values()) {
            KindcheckState after = withCheckToday(c, outcome, Standing.INCOMPLETE, null);
            assertThat(decide(c, after)).isEqualTo(decide(c, state));
          }
        });
  }

  @Test
  void aDeclineIsAlwaysAskedAgain() {
    each(
        (c, state) -> {
          Recurrence r = decide(c, withCheckToday(c, Outcome.DECLINED, Standing.CONSIDERED, null));
          if (runs(c.care())) {
            int months = c.policy().intervals().afterDecline();
            assertThat(r.due()).isBeforeOrEqualTo(c.today().plusMonths(months));
            assertThat(r.due()).isAfter(c.today());
          }
        });
  }

  @Test
  void aCompleteCheckIsAlwaysAskedAgainWithinTheLongestInterval() {
    each(
        (c, state) -> {
          Recurrence r = decide(c, withCheckToday(c, Outcome.NO_CHILDREN, Standing.COMPLETE, null));
          if (runs(c.care())) {
            int months = c.policy().intervals().withoutChildren();
            assertThat(r.due()).isBeforeOrEqualTo(c.today().plusMonths(months));
            assertThat(r.due()).isAfter(c.today());
          }
        });
  }

  @Test
  void aConcernNeverMakesTheNextCheckLater() {
    each(
        (c, state) -> {
          Check last = state.lastComplete();
          if (last != null && state.lastDecline() == null && runs(c.care())) {
            UnaryOperator<Check> raised =
                check ->
                    new Check(
                        check.id(), check.on(), check.outcome(), check.standing(), true, null);
            KindcheckState after =
                new KindcheckState(
                    state.care(),
                    state.events(),
                    state.children(),
                    state.pregnancy(),
                    raised.apply(last),
                    state.since());
            assertThat(decide(c, after).due()).isBeforeOrEqualTo(decide(c, state).due());
          }
        });
  }

  @Test
  void afterADeathNoCandidateComesFromAChild() {
    each(
        (c, state) -> {
          List<Claim.Died> deaths =
              c.family().children().stream().map(child -> new Claim.Died(child.id())).toList();
          KindcheckState after = withClaims(c, deaths);
          assertThat(rules(decide(c, after)))
              .noneMatch(rule -> rule.startsWith("recurrence.transition"));
          assertThat(after.children()).noneMatch(child -> child.askedAboutOn(c.today()));
        });
  }

  private static Set<String> rules(Recurrence r) {
    return r.candidates().stream().map(x -> x.reason().rule()).collect(Collectors.toSet());
  }

  @Test
  void afterAPregnancyEndedNoCandidateComesFromIt() {
    each(
        (c, state) -> {
          Recurrence r =
              decide(
                  c,
                  withClaims(c, List.of(new Claim.PregnancyStated(PregnancyStatus.ENDED, null))));
          assertThat(rules(r))
              .doesNotContain(
                  "recurrence.event.pregnancy", "recurrence.event.expected-birth-passed");
          assertThat(r.question()).isNotEqualTo(Recurrence.FirstQuestion.WHAT_IS_THE_SITUATION_NOW);
        });
  }

  @Test
  void nothingIsDueBeforeCareOpened() {
    each(
        (c, state) -> {
          LocalDate since = c.care().since();
          if (since != null) {
            assertThat(decide(c, state).candidates()).noneMatch(x -> x.on().isBefore(since));
          }
        });
  }

  @Test
  void aCrisisOfTodayIsAlwaysAskedAboutTodayWhereNobodySpokeYet() {
    each(
        (c, state) -> {
          CareEvent crisis = new CareEvent(CareEvent.Kind.CRISIS, c.today(), "Encounter/today");
          Recurrence r = decide(c, state.with(crisis));
          boolean spokenToday = c.checks().stream().anyMatch(x -> x.on().equals(c.today()));
          if (runs(c.care()) && !spokenToday) {
            assertThat(r.status().asksNow()).isTrue();
            assertThat(r.question()).isEqualTo(Recurrence.FirstQuestion.WHERE_ARE_THE_CHILDREN_NOW);
          }
        });
  }

  @Test
  void oneMoreEventIsTheSameAsRebuilt() {
    each(
        (c, state) -> {
          List<CareEvent> events = new ArrayList<>(c.events());
          CareEvent more = c.anotherEvent();
          events.removeIf(e -> e.kind() == more.kind() && e.reference().equals(more.reference()));
          events.add(more);
          assertThat(state.with(more))
              .isEqualTo(KindcheckState.of(c.family(), c.care(), events, c.checks()));
        });
  }

  @Test
  void anEventTakenOutIsTheSameAsRebuilt() {
    each(
        (c, state) -> {
          List<CareEvent> events = new ArrayList<>(c.events());
          events.removeIf(e -> e.reference().equals("Encounter/2"));
          assertThat(state.without("Encounter/2"))
              .isEqualTo(KindcheckState.of(c.family(), c.care(), events, c.checks()));
        });
  }

  @Test
  void theOrderOfEventsNeverMatters() {
    each(
        (c, state) -> {
          List<CareEvent> reversed = new ArrayList<>(c.events());
          Collections.reverse(reversed);
          assertThat(KindcheckState.of(c.family(), c.care(), reversed, c.checks()))
              .isEqualTo(state);
        });
  }

  @Test
  void nothingEverFallsDueBeforeTheOrganisationBegan() {
    int began = 0;
    for (Case c : CASES) {
      LocalDate start = c.policy().startedOn();
      Recurrence recurrence = decide(c, state(c));
      if (start != null && recurrence.due() != null) {
        assertThat(recurrence.candidates()).allMatch(one -> !one.on().isBefore(start));
        began++;
      }
    }
    assertThat(began).isGreaterThan(500);
  }
}
