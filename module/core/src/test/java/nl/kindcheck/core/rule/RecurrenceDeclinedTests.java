package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.rule.CareEvent.Kind;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.junit.jupiter.api.Test;

class RecurrenceDeclinedTests {

  private static Situation anjaChecked() {
    return Situation.of(Families.anja()).complete("2026-01-12", Outcome.GOES_WELL);
  }

  @Test
  void isAskedAgainAfterThreeMonths() {
    Situation anja = Situation.of(Families.anja()).decline("2026-01-12");

    assertThat(anja.on("2026-02-01").due()).isEqualTo("2026-04-12");
    assertThat(anja.decisionOn("2026-02-01").reasons().get(0).facts())
        .containsEntry("on", "2026-01-12")
        .containsEntry("outcome", "declined");
  }

  @Test
  void notApplicableIsAskedAgainToo() {
    Situation anja = Situation.of(Families.anja()).notApplicable("2026-01-12");

    assertThat(anja.on("2026-02-01").due()).isEqualTo("2026-04-12");
  }

  @Test
  void isAskedAgainAfterTheLastDecline() {
    Situation anja = Situation.of(Families.anja()).decline("2026-01-12").decline("2026-02-12");

    assertThat(anja.on("2026-03-01").due()).isEqualTo("2026-05-12");
  }

  @Test
  void answersTheIntervalThatHadPassed() {
    Situation anja = anjaChecked().decline("2026-07-12");

    assertThat(anja.on("2026-07-20").due()).isEqualTo("2026-10-12");
    assertThat(anja.on("2026-07-20").status()).isEqualTo(Status.NOT_DUE);
  }

  @Test
  void leavesTheIntervalThatIsStillToCome() {
    Situation anja = anjaChecked().decline("2026-07-11");

    assertThat(anja.on("2026-07-20").due()).isEqualTo("2026-07-12");
  }

  @Test
  void answersTheEventOfItsDay() {
    Situation anja = anjaChecked().event(Kind.EVALUATION, "2026-05-04").decline("2026-05-04");

    assertThat(anja.on("2026-05-05").status()).isEqualTo(Status.NOT_DUE);
  }

  @Test
  void doesNotAnswerTheEventOfTheNextDay() {
    Situation anja = anjaChecked().event(Kind.CRISIS, "2026-05-05").decline("2026-05-04");

    assertThat(anja.on("2026-05-05").due()).isEqualTo("2026-05-05");
  }

  @Test
  void isForgottenAfterACompleteCheck() {
    Situation anja = Situation.of(Families.anja()).decline("2026-01-02");

    assertThat(anja.complete("2026-01-12", Outcome.GOES_WELL).rulesOn("2026-02-01"))
        .doesNotContain("recurrence.declined");
  }

  @Test
  void isForgottenAfterACompleteCheckOfTheSameDay() {
    Situation anja = Situation.of(Families.nobody()).decline("2026-01-12");

    assertThat(anja.complete("2026-01-12", Outcome.NO_CHILDREN).on("2026-02-01").due())
        .isEqualTo("2027-01-12");
  }
}
