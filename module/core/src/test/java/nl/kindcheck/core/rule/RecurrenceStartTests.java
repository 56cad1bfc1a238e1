package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.CareEvent.Kind;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.junit.jupiter.api.Test;

/** An organisation that begins to ask has nobody overdue on its first day. */
class RecurrenceStartTests {

  private static final Policy STARTED = Policy.standard().startingOn(LocalDate.of(2026, 6, 1));

  private static Situation inCareFor(String since) {
    return Situation.of(Families.nobody()).care(Care.Status.OPEN, since).under(STARTED);
  }

  @Test
  void aPatientInCareForYearsIsDueAndNotOverdueOnTheFirstDay() {
    Situation patient = inCareFor("2019-03-04");

    assertThat(patient.on("2026-06-01").due()).isEqualTo("2026-06-01");
    assertThat(patient.on("2026-06-01").status()).isEqualTo(Status.DUE);
    assertThat(patient.decidedBy("2026-06-01")).isEqualTo("recurrence.never-asked.before-start");
  }

  @Test
  void theSamePatientIsOverdueAfterThePolicysDays() {
    assertThat(inCareFor("2019-03-04").on("2026-06-08").status()).isEqualTo(Status.DUE);
    assertThat(inCareFor("2019-03-04").on("2026-06-09").status()).isEqualTo(Status.OVERDUE);
  }

  @Test
  void whoCameAfterwardsIsDueSinceThen() {
    Situation patient = inCareFor("2026-06-03");

    assertThat(patient.on("2026-06-20").due()).isEqualTo("2026-06-03");
    assertThat(patient.decidedBy("2026-06-20")).isEqualTo("recurrence.never-asked");
  }

  @Test
  void whoCameOnTheDayItselfIsDueSinceThen() {
    assertThat(inCareFor("2026-06-01").decidedBy("2026-06-20")).isEqualTo("recurrence.never-asked");
  }

  @Test
  void anEventFromBeforeWaitsForTheStart() {
    Situation patient =
        Situation.of(Families.nobody()).event(Kind.ADMISSION, "2025-02-02").under(STARTED);

    assertThat(patient.on("2026-06-01").due()).isEqualTo("2026-06-01");
    assertThat(patient.on("2026-06-01").status()).isEqualTo(Status.DUE);
  }

  @Test
  void aCheckFromBeforeIsNotOverdueOnTheFirstDayEither() {
    Situation patient =
        Situation.of(Families.anja()).complete("2024-01-12", Outcome.GOES_WELL).under(STARTED);

    assertThat(patient.on("2026-06-01").due()).isEqualTo("2026-06-01");
    assertThat(patient.on("2026-06-01").status()).isEqualTo(Status.DUE);
  }

  @Test
  void whatFallsDueLaterIsNotTouched() {
    Situation patient =
        Situation.of(Families.nobody()).complete("2026-05-12", Outcome.NO_CHILDREN).under(STARTED);

    assertThat(patient.on("2026-06-01").due()).isEqualTo("2027-05-12");
  }

  @Test
  void withoutAStartNothingChanges() {
    Situation patient = Situation.of(Families.nobody()).care(Care.Status.OPEN, "2019-03-04");

    assertThat(patient.on("2026-06-01").due()).isEqualTo("2019-03-04");
    assertThat(patient.on("2026-06-01").status()).isEqualTo(Status.OVERDUE);
  }
}
