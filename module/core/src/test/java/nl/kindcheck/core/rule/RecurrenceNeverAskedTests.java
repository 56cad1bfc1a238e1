package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.rule.CareEvent.Kind;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.junit.jupiter.api.Test;

class RecurrenceNeverAskedTests {

  private static Situation anjaChecked() {
    return Situation.of(Families.anja()).complete("2026-01-12", Outcome.GOES_WELL);
  }

  @Test
  void isDueSinceCareBegan() {
    Situation anja = Situation.of(Families.nobody()).care(Care.Status.OPEN, "2026-02-02");

    assertThat(anja.on("2026-02-05").due()).isEqualTo("2026-02-02");
    assertThat(anja.decidedBy("2026-02-05")).isEqualTo("recurrence.never-asked");
  }

  @Test
  void isDueSinceTheFirstEventWhereTheStartOfCareIsNotKnown() {
    Situation anja =
        Situation.of(Families.nobody())
            .event(Kind.EVALUATION, "2026-03-09")
            .event(Kind.INTAKE, "2026-02-09");

    assertThat(anja.on("2026-04-01").due()).isEqualTo("2026-02-09");
    assertThat(anja.rulesOn("2026-04-01")).contains("recurrence.never-asked.start-unknown");
  }

  @Test
  void isDueTodayWhereNothingIsKnown() {
    assertThat(Situation.of(Families.nobody()).on("2026-04-01").due()).isEqualTo("2026-04-01");
    assertThat(Situation.of(Families.nobody()).on("2026-04-01").status()).isEqualTo(Status.DUE);
    assertThat(Situation.of(Families.nobody()).rulesOn("2026-04-01"))
        .containsExactly("recurrence.never-asked.start-unknown");
  }

  @Test
  void doesNotWaitForAnEventThatIsOnlyPlanned() {
    Situation anja = Situation.of(Families.nobody()).event(Kind.DISCHARGE, "2026-09-01");

    assertThat(anja.on("2026-04-01").due()).isEqualTo("2026-04-01");
  }

  @Test
  void isNotStartedByAChildsBirthdays() {
    Situation anja = Situation.of(Families.anja()).care(Care.Status.OPEN, "2026-02-02");

    assertThat(anja.rulesOn("2026-02-05")).containsExactly("recurrence.never-asked");
  }

  @Test
  void isNotEndedByABareTick() {
    Situation anja =
        Situation.of(Families.nobody()).care(Care.Status.OPEN, "2026-02-02").bareTick("2026-02-03");

    assertThat(anja.on("2026-02-05").due()).isEqualTo("2026-02-02");
  }

  @Test
  void isEndedByACompleteCheck() {
    assertThat(anjaChecked().rulesOn("2026-02-05")).doesNotContain("recurrence.never-asked");
  }

  @Test
  void isAnsweredByADecline() {
    Situation anja = Situation.of(Families.nobody()).decline("2026-02-03");

    assertThat(anja.rulesOn("2026-02-05")).containsExactly("recurrence.declined");
  }
}
