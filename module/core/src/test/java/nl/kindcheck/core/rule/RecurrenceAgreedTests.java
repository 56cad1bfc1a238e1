package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.policy.Policy;
import org.junit.jupiter.api.Test;

/** It was agreed to talk again earlier than the rules would ask. */
class RecurrenceAgreedTests {

  private static final String MADE = "2026-01-12";
  private static final String AGREED = "2026-03-02";
  private static final LocalDate RULE = LocalDate.parse("2026-07-12");

  private static Recurrence after(String today, String... complete) {
    List<Check> checks = new ArrayList<>();
    for (String on : complete) {
      ResponseId id = new ResponseId(new UUID(7, checks.size()));
      checks.add(
          new Check(id, LocalDate.parse(on), Outcome.GOES_WELL, Standing.COMPLETE, false, null));
    }
    String reference = CareEvent.agreedReference(LocalDate.parse(MADE), new UUID(5, 1));
    KindcheckState state =
        KindcheckState.of(
            Families.anja().family(),
            new Care(Care.Status.OPEN, LocalDate.parse("2026-01-01"), null),
            List.of(CareEvent.agreed(reference, LocalDate.parse(AGREED)).orElseThrow()),
            checks);
    return Recurrences.decide(state, Policy.standard(), LocalDate.parse(today)).outcome();
  }

  @Test
  void itIsDueOnTheDayThatWasAgreedAndSaysSo() {
    Recurrence next = after("2026-01-13", MADE);
    assertThat(next.due()).isEqualTo(AGREED);
    assertThat(next.status()).isEqualTo(Recurrence.Status.NOT_DUE);
    Reason reason = next.candidates().get(0).reason();
    assertThat(reason.rule()).isEqualTo("recurrence.event.agreed");
    assertThat(reason.facts()).containsEntry("on", AGREED).containsEntry("made", MADE);
    assertThat(after(AGREED, MADE).status()).isEqualTo(Recurrence.Status.DUE);
  }

  @Test
  void theNextCompleteConversationEndsItAlsoWhenItComesBeforeThatDay() {
    assertThat(after("2026-02-02", MADE, "2026-02-01").due()).isAfter(RULE);
    assertThat(after("2026-03-03", MADE, AGREED).due()).isAfter(RULE);
  }

  @Test
  void onlyADayToComeAndBeforeTheDueDateIsPossible() {
    LocalDate today = LocalDate.parse("2026-03-03");
    Recurrence next = after("2026-03-03", MADE, AGREED);
    LocalDate due = next.due();
    assertThat(due).isNotNull();
    assertThat(BroughtForward.mayBeTo(today.plusDays(1), next, today)).isTrue();
    assertThat(BroughtForward.mayBeTo(due.minusDays(1), next, today)).isTrue();
    assertThat(BroughtForward.mayBeTo(today, next, today)).isFalse();
    assertThat(BroughtForward.mayBeTo(due, next, today)).isFalse();
    assertThat(BroughtForward.mayBeTo(due.plusDays(1), next, today)).isFalse();
  }

  @Test
  void whatIsNotAnAgreementIsNone() {
    LocalDate day = LocalDate.parse(AGREED);
    assertThat(CareEvent.agreed("Encounter/12", day)).isEmpty();
    assertThat(new CareEvent(CareEvent.Kind.AGREED, day, "Encounter/12").made()).isEqualTo(day);
  }
}
