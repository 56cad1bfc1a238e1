package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.rule.CareEvent.Kind;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.junit.jupiter.api.Test;

class RecurrencePregnancyTests {

  private static Situation anjaChecked() {
    return Situation.of(Families.anja()).complete("2026-01-12", Outcome.GOES_WELL);
  }

  private static Situation mila() {
    return Situation.of(Families.milaWhoExpectsAChild());
  }

  @Test
  void asksFromTheDayThePregnancyWasTold() {
    Situation mila =
        Situation.of(
                Families.milaWhoExpectsAChild()
                    .on("2026-01-12")
                    .says(new Claim.PartnerHasChildren(Answer.NO)))
            .complete("2025-12-01", Outcome.NO_CHILDREN);

    assertThat(mila.on("2026-01-13").due()).isEqualTo("2026-01-12");
    assertThat(mila.decidedBy("2026-01-13")).isEqualTo("recurrence.event.pregnancy");
  }

  @Test
  void asksTheDayAfterTheMonthOfTheExpectedBirth() {
    Situation mila =
        mila()
            .complete("2026-01-12", Outcome.SUPPORT_WANTED)
            .complete("2026-08-01", Outcome.GOES_WELL);

    assertThat(mila.on("2026-09-30").status()).isEqualTo(Status.NOT_DUE);
    assertThat(mila.on("2026-10-01").due()).isEqualTo("2026-10-01");
    assertThat(mila.decidedBy("2026-10-01")).isEqualTo("recurrence.event.expected-birth-passed");
  }

  @Test
  void asksNothingAboutABirthWhoseDateIsUnknown() {
    Situation mila =
        Situation.of(Families.nobody().says(new Claim.PregnancyStated(PregnancyStatus.YES, null)))
            .complete("2026-01-12", Outcome.SUPPORT_WANTED);

    assertThat(mila.rulesOn("2026-02-01")).containsExactly("recurrence.interval");
  }

  @Test
  void asksWhatTheSituationIsNowPastTheExpectedDate() {
    Situation mila = mila().complete("2026-08-01", Outcome.GOES_WELL);

    assertThat(mila.on("2026-09-30").question())
        .isEqualTo(Recurrence.FirstQuestion.HOW_ARE_THE_CHILDREN);
    assertThat(mila.on("2026-10-01").question())
        .isEqualTo(Recurrence.FirstQuestion.WHAT_IS_THE_SITUATION_NOW);
  }

  @Test
  void asksWhatTheSituationIsNowEvenWhereAnEarlierCheckMetTheEvent() {
    Situation mila =
        mila().complete("2026-09-25", Outcome.GOES_WELL).event(Kind.EVALUATION, "2026-10-20");

    assertThat(mila.rulesOn("2026-10-20")).doesNotContain("recurrence.event.expected-birth-passed");
    assertThat(mila.on("2026-10-20").question())
        .isEqualTo(Recurrence.FirstQuestion.WHAT_IS_THE_SITUATION_NOW);
  }

  @Test
  void asksWhatTheSituationIsNowWhereOnlyTheEpdKnewTheExpectedDate() {
    Situation anja = anjaChecked().event(Kind.EXPECTED_BIRTH_PASSED, "2026-05-04");

    assertThat(anja.on("2026-05-04").question())
        .isEqualTo(Recurrence.FirstQuestion.WHAT_IS_THE_SITUATION_NOW);
  }

  @Test
  void asksWhereTheChildrenAreBeforeAnythingElse() {
    Situation mila =
        mila().complete("2026-08-01", Outcome.GOES_WELL).event(Kind.CRISIS, "2026-10-20");

    assertThat(mila.on("2026-10-20").question())
        .isEqualTo(Recurrence.FirstQuestion.WHERE_ARE_THE_CHILDREN_NOW);
  }

  @Test
  void stopsEveryPromptAtOnceWhenItEnded() {
    Situation mila =
        Situation.of(
                Families.milaWhoExpectsAChild()
                    .on("2026-03-02")
                    .says(new Claim.PregnancyStated(PregnancyStatus.ENDED, null)))
            .complete("2025-12-01", Outcome.NO_CHILDREN);

    assertThat(mila.rulesOn("2026-03-02")).containsExactly("recurrence.interval");
    assertThat(mila.on("2026-10-02").question())
        .isEqualTo(Recurrence.FirstQuestion.HOW_ARE_THE_CHILDREN);
  }

  @Test
  void stopsWhatTheEpdStillKnowsOfItWhenItEnded() {
    Situation mila =
        Situation.of(
                Families.milaWhoExpectsAChild()
                    .on("2026-03-02")
                    .says(new Claim.PregnancyStated(PregnancyStatus.ENDED, null)))
            .complete("2025-12-01", Outcome.NO_CHILDREN)
            .event(Kind.PREGNANCY, "2026-03-02")
            .event(Kind.EXPECTED_BIRTH_PASSED, "2027-01-02");

    assertThat(mila.rulesOn("2027-01-02")).containsExactly("recurrence.interval");
  }

  @Test
  void asksAboutTheNextPregnancyAfterOneEnded() {
    Situation mila =
        Situation.of(
                Families.milaWhoExpectsAChild()
                    .on("2026-03-02")
                    .says(new Claim.PregnancyStated(PregnancyStatus.ENDED, null)))
            .complete("2025-12-01", Outcome.NO_CHILDREN)
            .event(Kind.PREGNANCY, "2026-03-03")
            .event(Kind.EXPECTED_BIRTH_PASSED, "2027-01-03");

    assertThat(mila.rulesOn("2027-01-02"))
        .contains("recurrence.event.pregnancy", "recurrence.event.expected-birth-passed");
  }

  @Test
  void keepsAskingAtAnIntakeAfterAPregnancyEnded() {
    Situation mila =
        Situation.of(
                Families.milaWhoExpectsAChild()
                    .on("2026-03-02")
                    .says(new Claim.PregnancyStated(PregnancyStatus.ENDED, null)))
            .complete("2025-12-01", Outcome.NO_CHILDREN)
            .event(Kind.INTAKE, "2026-02-02");

    assertThat(mila.decidedBy("2026-03-02")).isEqualTo("recurrence.event.intake");
  }

  @Test
  void asksAtAnEventTheEpdKnowsWhereTheFamilySaidNo() {
    assertThat(anjaChecked().event(Kind.PREGNANCY, "2026-05-04").on("2026-05-04").due())
        .isEqualTo("2026-05-04");
  }
}
