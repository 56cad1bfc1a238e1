package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.rule.CareEvent.Kind;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.junit.jupiter.api.Test;

class RecurrenceOverdueTests {

  private static Situation anjaChecked() {
    return Situation.of(Families.anja()).complete("2026-01-12", Outcome.GOES_WELL);
  }

  private static Situation since(String day) {
    return Situation.of(Families.nobody()).care(Care.Status.OPEN, day);
  }

  @Test
  void aWeek() {
    assertThat(since("2026-02-02").on("2026-02-09").status()).isEqualTo(Status.DUE);
    assertThat(since("2026-02-02").on("2026-02-10").status()).isEqualTo(Status.OVERDUE);
  }

  @Test
  void onlyTheSameDayAtACrisis() {
    Situation anja = anjaChecked().event(Kind.CRISIS, "2026-05-04");

    assertThat(anja.on("2026-05-04").status()).isEqualTo(Status.DUE);
    assertThat(anja.on("2026-05-05").status()).isEqualTo(Status.OVERDUE);
  }

  @Test
  void itsOwnTimeForEachCandidate() {
    Situation anja =
        anjaChecked().event(Kind.EVALUATION, "2026-05-01").event(Kind.CRISIS, "2026-05-04");

    assertThat(anja.on("2026-05-04").status()).isEqualTo(Status.DUE);
    assertThat(anja.on("2026-05-06").status()).isEqualTo(Status.OVERDUE);
  }
}
