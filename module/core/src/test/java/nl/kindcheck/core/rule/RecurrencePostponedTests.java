package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.rule.CareEvent.Kind;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.junit.jupiter.api.Test;

class RecurrencePostponedTests {

  private static Situation anjaChecked() {
    return Situation.of(Families.anja()).complete("2026-01-12", Outcome.GOES_WELL);
  }

  private static Situation anja() {
    return Situation.of(Families.nobody()).care(Care.Status.OPEN, "2026-02-02");
  }

  @Test
  void neverMovesTheOriginalDueDate() {
    Recurrence r = anja().postpone("2026-02-03", "2026-02-20").on("2026-02-05");

    assertThat(r.due()).isEqualTo("2026-02-02");
    assertThat(r.postponedUntil()).isEqualTo("2026-02-20");
    assertThat(r.status()).isEqualTo(Status.POSTPONED);
    assertThat(r.status().asksNow()).isFalse();
  }

  @Test
  void asksAgainOnTheDayItself() {
    Situation anja = anja().postpone("2026-02-03", "2026-02-20");

    assertThat(anja.on("2026-02-19").status()).isEqualTo(Status.POSTPONED);
    assertThat(anja.on("2026-02-20").status()).isEqualTo(Status.OVERDUE);
  }

  @Test
  void doesNotHideThatNothingIsDue() {
    Situation anja = anjaChecked().postpone("2026-02-03", "2026-02-20");

    assertThat(anja.on("2026-02-05").status()).isEqualTo(Status.NOT_DUE);
  }

  @Test
  void reachesNoFurtherThanThePolicyAllows() {
    Situation anja = anja().postpone("2026-02-03", "2099-01-01");

    assertThat(anja.on("2026-02-05").postponedUntil()).isEqualTo("2026-03-17");
    assertThat(anja.on("2026-03-17").status()).isEqualTo(Status.OVERDUE);
  }

  @Test
  void isOvertakenByACrisisThatCameAfterwards() {
    Situation anja = anja().postpone("2026-02-03", "2026-02-20").event(Kind.CRISIS, "2026-02-10");

    assertThat(anja.on("2026-02-09").status()).isEqualTo(Status.POSTPONED);
    assertThat(anja.on("2026-02-10").status().asksNow()).isTrue();
  }

  @Test
  void holdsForACrisisOfTheSameDay() {
    Situation anja = anja().postpone("2026-02-10", "2026-02-20").event(Kind.CRISIS, "2026-02-10");

    assertThat(anja.on("2026-02-10").status()).isEqualTo(Status.POSTPONED);
  }

  @Test
  void holdsForAnEvaluationThatCameAfterwards() {
    Situation anja =
        anja().postpone("2026-02-03", "2026-02-20").event(Kind.EVALUATION, "2026-02-10");

    assertThat(anja.on("2026-02-10").status()).isEqualTo(Status.POSTPONED);
  }

  @Test
  void isNoLongerInForceAfterADecline() {
    Situation anja = anja().postpone("2026-02-03", "2026-02-20").decline("2026-02-05");

    assertThat(anja.on("2026-02-06").postponedUntil()).isNull();
  }

  @Test
  void isStillInForceAfterABareTick() {
    Situation anja = anja().postpone("2026-02-03", "2026-02-20").bareTick("2026-02-05");

    assertThat(anja.on("2026-02-06").status()).isEqualTo(Status.POSTPONED);
  }

  @Test
  void isNoLongerInForceAfterACompleteCheckOfTheSameDay() {
    Situation anja = anja().postpone("2026-02-03", "2026-02-20");

    assertThat(anja.complete("2026-02-03", Outcome.NO_CHILDREN).on("2026-02-05").postponedUntil())
        .isNull();
  }
}
