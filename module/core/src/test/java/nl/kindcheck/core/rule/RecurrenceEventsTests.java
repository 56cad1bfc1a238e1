package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.rule.CareEvent.Kind;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecurrenceEventsTests {

  private static Situation anjaChecked() {
    return Situation.of(Families.anja()).complete("2026-01-12", Outcome.GOES_WELL);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void areEachAReasonToAsk(Kind kind) {
    Situation anja = anjaChecked().event(kind, "2026-05-04");

    assertThat(anja.on("2026-05-04").due()).isEqualTo("2026-05-04");
    assertThat(anja.decidedBy("2026-05-04")).isEqualTo("recurrence.event." + kind.code());
    assertThat(anja.decisionOn("2026-05-04").reasons().get(0).facts())
        .containsEntry("on", "2026-05-04");
  }

  @Test
  void areMetByACompleteCheckFourteenDaysBefore() {
    assertThat(anjaChecked().event(Kind.INTAKE, "2026-01-26").on("2026-02-01").due())
        .isEqualTo("2026-07-12");
  }

  @Test
  void areNotMetByACompleteCheckFifteenDaysBefore() {
    assertThat(anjaChecked().event(Kind.INTAKE, "2026-01-27").on("2026-02-01").due())
        .isEqualTo("2026-01-27");
  }

  @Test
  void areMetByACompleteCheckAfterwards() {
    Situation anja = Situation.of(Families.anja()).event(Kind.INTAKE, "2026-01-02");

    assertThat(anja.complete("2026-01-12", Outcome.GOES_WELL).rulesOn("2026-02-01"))
        .doesNotContain("recurrence.event.intake");
  }

  @Test
  void areNotMetByABareTick() {
    Situation anja = anjaChecked().event(Kind.EVALUATION, "2026-05-04").bareTick("2026-05-04");

    assertThat(anja.on("2026-05-05").due()).isEqualTo("2026-05-04");
  }

  @Test
  void areNotMetByAPostponement() {
    Situation anja =
        anjaChecked().event(Kind.EVALUATION, "2026-05-04").postpone("2026-05-04", "2026-05-20");

    assertThat(anja.on("2026-05-05").due()).isEqualTo("2026-05-04");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"CRISIS", "ADMISSION"})
  void ofCrisisAndAdmissionAreNotMetByACheckTheDayBefore(Kind kind) {
    assertThat(anjaChecked().event(kind, "2026-01-13").on("2026-01-13").due())
        .isEqualTo("2026-01-13");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"CRISIS", "ADMISSION"})
  void ofCrisisAndAdmissionAreMetByACheckTheSameDay(Kind kind) {
    assertThat(anjaChecked().event(kind, "2026-01-12").on("2026-01-13").due())
        .isEqualTo("2026-07-12");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"CRISIS", "ADMISSION"})
  void ofCrisisAndAdmissionFirstAskWhereTheChildrenAre(Kind kind) {
    assertThat(anjaChecked().event(kind, "2026-05-04").on("2026-05-04").question())
        .isEqualTo(Recurrence.FirstQuestion.WHERE_ARE_THE_CHILDREN_NOW);
  }

  @Test
  void ofACrisisStillToComeAskNothingYet() {
    Situation anja = anjaChecked().event(Kind.ADMISSION, "2026-05-04");

    assertThat(anja.on("2026-05-03").question())
        .isEqualTo(Recurrence.FirstQuestion.HOW_ARE_THE_CHILDREN);
    assertThat(anja.on("2026-05-03").status()).isEqualTo(Status.NOT_DUE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CRISIS", "ADMISSION", "EXPECTED_BIRTH_PASSED"})
  void ofOtherKindsBeginWithHowTheChildrenAre(Kind kind) {
    assertThat(anjaChecked().event(kind, "2026-05-04").on("2026-05-04").question())
        .isEqualTo(Recurrence.FirstQuestion.HOW_ARE_THE_CHILDREN);
  }

  @Test
  void ofTheSameDayPutTheUrgentOneFirst() {
    Situation anja =
        anjaChecked().event(Kind.EVALUATION, "2026-05-04").event(Kind.DISCHARGE, "2026-05-04");

    assertThat(anja.event(Kind.ADMISSION, "2026-05-04").decidedBy("2026-05-04"))
        .isEqualTo("recurrence.event.admission");
  }

  @Test
  void thatAreUrgentComeBeforeAnIntervalOfTheSameDay() {
    assertThat(anjaChecked().event(Kind.CRISIS, "2026-07-12").decidedBy("2026-07-12"))
        .isEqualTo("recurrence.event.crisis");
  }

  @Test
  void ofAReportedChangeInTheHouseholdAskFromTheReport() {
    Situation anja =
        Situation.of(
                Families.anja()
                    .on("2026-03-02")
                    .says(new Claim.HouseholdChanged(Answer.YES, PartialDate.parse("2026-01"))))
            .complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(anja.on("2026-03-03").due()).isEqualTo("2026-03-02");
    assertThat(anja.decidedBy("2026-03-03")).isEqualTo("recurrence.event.household-change");
  }

  @Test
  void ofAReportedChangeAreMetByTheCompleteCheckThatReportedIt() {
    Situation anja =
        Situation.of(Families.anja().says(new Claim.HouseholdChanged(Answer.YES, null)))
            .complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(anja.on("2026-03-03").due()).isEqualTo("2026-07-12");
  }
}
