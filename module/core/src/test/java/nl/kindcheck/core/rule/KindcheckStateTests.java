package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.rule.CareEvent.Kind;
import nl.kindcheck.core.rule.KindcheckState.ChildInShort;
import org.junit.jupiter.api.Test;

class KindcheckStateTests {

  private static CareEvent event(Kind kind, String on, String reference) {
    return new CareEvent(kind, LocalDate.parse(on), reference);
  }

  private static Situation anja() {
    return Situation.of(Families.anja());
  }

  @Test
  void keepsTheChildrenInShort() {
    assertThat(anja().state().children())
        .containsExactly(
            new ChildInShort(Families.NOOR, PartialDate.parse("2019-03"), false),
            new ChildInShort(Families.SAM, PartialDate.parse("2023-11-20"), false));
  }

  @Test
  void keepsOnlyWhatHappenedAfterTheLastCompleteCheck() {
    Situation anja =
        anja()
            .event(Kind.EVALUATION, "2026-01-13")
            .event(Kind.INTAKE, "2026-01-12")
            .decline("2026-01-11")
            .complete("2026-01-12", Outcome.GOES_WELL)
            .bareTick("2026-01-14");

    assertThat(anja.state().events())
        .containsExactly(event(Kind.EVALUATION, "2026-01-13", "Encounter/1"));
    assertThat(anja.state().since()).extracting(Check::on).containsExactly(day("2026-01-14"));
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  @Test
  void takesTheLastOfTwoCompleteChecksInAnyOrder() {
    Situation anja =
        anja().complete("2026-03-01", Outcome.GOES_WELL).completeWithConcerns("2026-01-12");

    assertThat(anja.state().lastComplete())
        .isNotNull()
        .extracting(Check::on)
        .isEqualTo(day("2026-03-01"));
  }

  @Test
  void forgetsWhatWasConsideredBeforeACompleteCheckOfTheSameDay() {
    Situation anja =
        anja().postpone("2026-01-12", "2026-02-12").complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(anja.state().postponement()).isNull();
    assertThat(anja.state().postponementsInARow()).isZero();
  }

  @Test
  void keepsWhatWasConsideredAfterACompleteCheckOfTheSameDay() {
    Situation anja =
        anja().complete("2026-01-12", Outcome.GOES_WELL).postpone("2026-01-12", "2026-02-12");

    assertThat(anja.state().postponement()).isNotNull();
  }

  @Test
  void countsEachReportedChangeOfTheHousehold() {
    Situation anja =
        Situation.of(
            Families.anja()
                .on("2026-02-01")
                .says(new Claim.HouseholdChanged(Answer.YES, null))
                .on("2026-03-01")
                .says(new Claim.HouseholdChanged(Answer.YES, null)));

    assertThat(anja.state().events())
        .containsExactly(
            event(Kind.HOUSEHOLD_CHANGE, "2026-02-01", "family/2026-02-01"),
            event(Kind.HOUSEHOLD_CHANGE, "2026-03-01", "family/2026-03-01"));
  }

  @Test
  void oneMoreEventIsAdded() {
    KindcheckState state = anja().complete("2026-01-12", Outcome.GOES_WELL).state();
    CareEvent crisis = event(Kind.CRISIS, "2026-02-01", "Encounter/9");

    assertThat(state.with(crisis).events()).containsExactly(crisis);
  }

  @Test
  void eventsStayInOrderWhenOneIsAdded() {
    KindcheckState state = anja().event(Kind.EVALUATION, "2026-02-01").state();

    assertThat(state.with(event(Kind.DISCHARGE, "2026-01-20", "Encounter/9")).events())
        .extracting(CareEvent::kind)
        .containsExactly(Kind.DISCHARGE, Kind.EVALUATION);
  }

  @Test
  void aPostponementIsNoLongerInForceAfterADecline() {
    Situation anja = anja().postpone("2026-02-01", "2026-02-08").decline("2026-02-03");

    assertThat(anja.state().postponement()).isNull();
  }

  @Test
  void anEventThatIsAlreadyThereChangesNothing() {
    KindcheckState state = anja().event(Kind.CRISIS, "2026-02-01").state();

    assertThat(state.with(event(Kind.CRISIS, "2026-02-01", "Encounter/1"))).isSameAs(state);
  }

  @Test
  void anEventThatACompleteCheckMetChangesNothing() {
    KindcheckState state = anja().complete("2026-01-12", Outcome.GOES_WELL).state();

    assertThat(state.with(event(Kind.CRISIS, "2026-01-12", "Encounter/9"))).isEqualTo(state);
  }

  @Test
  void anEventMovedToAnotherDayIsStillOneEvent() {
    KindcheckState state = anja().event(Kind.ADMISSION, "2026-02-01").state();
    CareEvent moved = event(Kind.ADMISSION, "2026-02-08", "Encounter/1");

    assertThat(state.with(moved).events()).containsExactly(moved);
  }

  @Test
  void anEventMovedToBeforeTheLastCompleteCheckIsGone() {
    KindcheckState state =
        anja()
            .complete("2026-01-12", Outcome.GOES_WELL)
            .event(Kind.ADMISSION, "2026-02-01")
            .state();

    assertThat(state.with(event(Kind.ADMISSION, "2026-01-08", "Encounter/1")).events()).isEmpty();
  }

  @Test
  void anotherKindWithTheSameReferenceIsAnotherEvent() {
    KindcheckState state = anja().event(Kind.INTAKE, "2026-02-01").state();

    assertThat(state.with(event(Kind.DISCHARGE, "2026-02-01", "Encounter/1")).events()).hasSize(2);
  }

  @Test
  void anEventThatDidNotHappenIsTakenOut() {
    KindcheckState state =
        anja().event(Kind.INTAKE, "2026-02-01").event(Kind.CRISIS, "2026-02-02").state();

    assertThat(state.without("Encounter/2").events())
        .containsExactly(event(Kind.INTAKE, "2026-02-01", "Encounter/1"));
    assertThat(state.without("Encounter/3")).isEqualTo(state);
  }

  @Test
  void careChangesAndNothingElse() {
    KindcheckState state = anja().event(Kind.INTAKE, "2026-02-01").state();
    Care closed = new Care(Care.Status.CLOSED, null, null);

    assertThat(state.with(closed).care()).isEqualTo(closed);
    assertThat(state.with(closed).with(state.care())).isEqualTo(state);
  }

  @Test
  void nothingIsKnownOfANewPatient() {
    assertThat(Situation.of(Families.nobody()).state().with(Care.NOT_KNOWN))
        .isEqualTo(KindcheckState.EMPTY);
  }

  @Test
  void anIncompletePostponementIsNone() {
    Situation anja =
        anja().check("2026-02-01", Outcome.POSTPONED, Standing.INCOMPLETE, false, null);

    assertThat(anja.state().postponement()).isNull();
    assertThat(anja.state().postponementsInARow()).isZero();
  }

  @Test
  void anIncompleteDeclineIsNone() {
    Situation anja =
        anja().check("2026-02-01", Outcome.NOT_APPLICABLE, Standing.INCOMPLETE, false, null);

    assertThat(anja.state().lastDecline()).isNull();
  }

  @Test
  void aPostponementIsNoDecline() {
    assertThat(anja().postpone("2026-02-01", "2026-02-08").state().lastDecline()).isNull();
  }

  @Test
  void aChildIsAskedAboutUntilItIsCertainlyAnAdult() {
    ChildInShort child = new ChildInShort(Families.NOOR, PartialDate.parse("2008-04"), false);

    assertThat(child.askedAboutOn(day("2026-04-01"))).isTrue();
    assertThat(child.askedAboutOn(day("2026-04-29"))).isTrue();
    assertThat(child.askedAboutOn(day("2026-04-30"))).isFalse();
    assertThat(new ChildInShort(Families.NOOR, null, false).askedAboutOn(day("2099-01-01")))
        .isTrue();
    assertThat(new ChildInShort(Families.NOOR, null, true).askedAboutOn(day("2026-01-01")))
        .isFalse();
  }
}
