package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.Policies;
import nl.kindcheck.core.rule.Gate.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateTests {

  private static final LocalDate INTAKE = LocalDate.parse("2026-02-02");

  private static Situation anja() {
    return Situation.of(Families.anja()).care(Care.Status.OPEN, "2026-02-02");
  }

  private static Decision<Answer> close(
      Moment moment, Situation situation, Enforcement level, String today) {
    return Gate.mayClose(
        moment, INTAKE, situation.state(), Policies.at(level), LocalDate.parse(today));
  }

  private static Decision<Answer> closeIntake(Situation situation) {
    return close(Moment.INTAKE, situation, Enforcement.HOLD, "2026-02-03");
  }

  private static String why(Decision<Answer> decision) {
    return decision.reasons().get(0).rule();
  }

  @ParameterizedTest
  @CsvSource({"INFORM, OPEN", "REMIND, REMIND", "ASK_REASON, ASK_REASON", "HOLD, HOLD"})
  void theLevelDecidesAboutAnIntakeThatNobodyConsidered(Enforcement level, Answer answer) {
    Decision<Answer> d = close(Moment.INTAKE, anja(), level, "2026-02-03");

    assertThat(d.outcome()).isEqualTo(answer);
    assertThat(d.reasons())
        .containsExactly(
            new Reason(
                "gate.open-check", Map.of("level", level.code()), "requirements 4.1", "test-1"));
  }

  @ParameterizedTest
  @EnumSource(Answer.class)
  void onlyHoldKeepsAnEncounterOpen(Answer answer) {
    assertThat(answer.allowsClosing()).isEqualTo(answer != Answer.HOLD);
  }

  @Test
  void aBareTickDoesNotFreeAnIntake() {
    assertThat(closeIntake(anja().bareTick("2026-02-03")).outcome()).isEqualTo(Answer.HOLD);
  }

  @Test
  void aCompleteCheckFreesAnIntake() {
    Decision<Answer> d = closeIntake(anja().complete("2026-02-03", Outcome.GOES_WELL));

    assertThat(d.outcome()).isEqualTo(Answer.OPEN);
    assertThat(why(d)).isEqualTo("gate.considered");
  }

  @Test
  void aCompleteCheckFourteenDaysBeforeFreesAnIntake() {
    assertThat(closeIntake(anja().complete("2026-01-19", Outcome.GOES_WELL)).outcome())
        .isEqualTo(Answer.OPEN);
  }

  @Test
  void aCompleteCheckFifteenDaysBeforeDoesNotFreeAnIntake() {
    assertThat(closeIntake(anja().complete("2026-01-18", Outcome.GOES_WELL)).outcome())
        .isEqualTo(Answer.HOLD);
  }

  @Test
  void aDeclineFreesAnIntake() {
    Decision<Answer> d = closeIntake(anja().decline("2026-02-03"));

    assertThat(d.outcome()).isEqualTo(Answer.OPEN);
    assertThat(why(d)).isEqualTo("gate.considered");
  }

  @Test
  void notApplicableFreesAnIntake() {
    assertThat(closeIntake(anja().notApplicable("2026-02-03")).outcome()).isEqualTo(Answer.OPEN);
  }

  @Test
  void aDeclineOfLongAgoDoesNotFreeAnIntake() {
    assertThat(closeIntake(anja().decline("2026-01-18")).outcome()).isEqualTo(Answer.HOLD);
  }

  @Test
  void aPostponementFreesAnIntakeInOneStep() {
    Decision<Answer> d = closeIntake(anja().postpone("2026-02-03", "2026-02-04"));

    assertThat(d.outcome()).isEqualTo(Answer.OPEN);
    assertThat(why(d)).isEqualTo("gate.postponed");
  }

  @Test
  void aPostponementFreesAnIntakeAlsoForTheSecondTime() {
    assertThat(
            closeIntake(
                    anja()
                        .postpone("2026-02-02", "2026-02-03")
                        .postpone("2026-02-03", "2026-02-10"))
                .outcome())
        .isEqualTo(Answer.OPEN);
  }

  @Test
  void aPostponementFreesAnIntakeAlsoInACrisis() {
    assertThat(
            closeIntake(
                    anja()
                        .postpone("2026-02-02", "2026-02-10")
                        .event(CareEvent.Kind.CRISIS, "2026-02-03"))
                .outcome())
        .isEqualTo(Answer.OPEN);
  }

  @Test
  void aPostponementWhoseDayHasComeHoldsAgain() {
    Situation anja = anja().postpone("2026-02-03", "2026-02-10");

    assertThat(close(Moment.INTAKE, anja, Enforcement.HOLD, "2026-02-09").outcome())
        .isEqualTo(Answer.OPEN);
    assertThat(close(Moment.INTAKE, anja, Enforcement.HOLD, "2026-02-10").outcome())
        .isEqualTo(Answer.HOLD);
  }

  @Test
  void aPostponementReachesNoFurtherThanThePolicyAllows() {
    Situation anja = anja().postpone("2026-02-03", "2099-01-01");

    assertThat(close(Moment.INTAKE, anja, Enforcement.HOLD, "2026-03-17").outcome())
        .isEqualTo(Answer.HOLD);
  }

  @Test
  void aCrisisAfterAPostponementIsStillRemindedOf() {
    Situation anja =
        anja().postpone("2026-02-02", "2026-02-10").event(CareEvent.Kind.CRISIS, "2026-02-03");

    assertThat(close(Moment.CRISIS, anja, Enforcement.HOLD, "2026-02-03").outcome())
        .isEqualTo(Answer.REMIND);
  }

  @Test
  void aPostponementOpensEveryOtherMoment() {
    Decision<Answer> d =
        close(
            Moment.TREATMENT,
            anja().postpone("2026-02-03", "2026-02-10"),
            Enforcement.HOLD,
            "2026-02-03");

    assertThat(why(d)).isEqualTo("gate.postponed");
    assertThat(d.outcome()).isEqualTo(Answer.OPEN);
  }

  @ParameterizedTest
  @CsvSource({
    "HOLD, TREATMENT, ASK_REASON",
    "HOLD, EVALUATION, ASK_REASON",
    "HOLD, DISCHARGE, ASK_REASON",
    "HOLD, CRISIS, REMIND",
    "HOLD, ADMISSION, REMIND",
    "HOLD, UNMAPPED, REMIND",
    "ASK_REASON, TREATMENT, ASK_REASON",
    "ASK_REASON, DISCHARGE, ASK_REASON",
    "ASK_REASON, CRISIS, REMIND",
    "ASK_REASON, ADMISSION, REMIND",
    "ASK_REASON, UNMAPPED, REMIND",
    "REMIND, CRISIS, REMIND",
    "REMIND, TREATMENT, REMIND",
    "INFORM, DISCHARGE, OPEN"
  })
  void noOtherMomentIsEverHeld(Enforcement level, Moment moment, Answer answer) {
    assertThat(close(moment, anja(), level, "2026-02-03").outcome()).isEqualTo(answer);
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"INTAKE", "NONE"})
  void anotherMomentIsOpenWhileNothingIsDue(Moment moment) {
    Situation anja = anja().complete("2026-02-02", Outcome.GOES_WELL);
    Decision<Answer> d = close(moment, anja, Enforcement.HOLD, "2026-02-03");

    assertThat(d.outcome()).isEqualTo(Answer.OPEN);
    assertThat(why(d)).isEqualTo("gate.considered");
  }

  @Test
  void anIntakeIsNotFreedByACheckThatIsOnlyNotYetDue() {
    Situation anja =
        Situation.of(Families.anja())
            .care(Care.Status.OPEN, "2025-01-01")
            .complete("2026-01-02", Outcome.GOES_WELL);

    assertThat(closeIntake(anja).outcome()).isEqualTo(Answer.HOLD);
  }

  @Test
  void whatCountsForNothingIsOpen() {
    Decision<Answer> d = close(Moment.NONE, anja(), Enforcement.HOLD, "2026-02-03");

    assertThat(d.outcome()).isEqualTo(Answer.OPEN);
    assertThat(why(d)).isEqualTo("gate.counts-for-nothing");
  }

  @Test
  void nothingIsHeldAfterThePatientDied() {
    Decision<Answer> d = closeIntake(anja().patientDied("2026-02-03"));

    assertThat(d.outcome()).isEqualTo(Answer.OPEN);
    assertThat(why(d)).isEqualTo("gate.not-asked");
  }

  @Test
  void nothingIsHeldWhereNoCareIsOpen() {
    assertThat(closeIntake(anja().care(Care.Status.CLOSED, null)).outcome()).isEqualTo(Answer.OPEN);
  }
}
