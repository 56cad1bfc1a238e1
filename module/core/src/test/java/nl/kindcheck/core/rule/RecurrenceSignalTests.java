package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.CareEvent.SignalledBy;
import org.junit.jupiter.api.Test;

/** Somebody outside the conversation says that this parent needs a Kindcheck. */
class RecurrenceSignalTests {

  private static final LocalDate CHECKED = LocalDate.parse("2026-01-12");

  private static CareEvent signal(String on) {
    String reference = CareEvent.signalReference(SignalledBy.YOUTH_CARE, new UUID(5, 1));
    return CareEvent.signal(reference, LocalDate.parse(on)).orElseThrow();
  }

  private static Recurrence after(CareEvent event, String today) {
    Check check =
        new Check(
            new ResponseId(new UUID(7, 7)),
            CHECKED,
            Outcome.GOES_WELL,
            Standing.COMPLETE,
            false,
            null);
    KindcheckState state =
        KindcheckState.of(
            Families.anja().family(),
            new Care(Care.Status.OPEN, LocalDate.parse("2026-01-01"), null),
            List.of(event),
            List.of(check));
    return Recurrences.decide(state, Policy.standard(), LocalDate.parse(today)).outcome();
  }

  @Test
  void aSignalIsDueOnItsDayAndSaysInGeneralWordsWhoGaveIt() {
    Recurrence recurrence = after(signal("2026-02-03"), "2026-02-03");
    assertThat(recurrence.status()).isEqualTo(Recurrence.Status.DUE);
    assertThat(recurrence.due()).isEqualTo("2026-02-03");
    Reason reason = recurrence.candidates().get(0).reason();
    assertThat(reason.rule()).isEqualTo("recurrence.event.signal");
    assertThat(reason.facts()).containsEntry("by", "youth-care").containsEntry("on", "2026-02-03");
  }

  @Test
  void aConversationOfTheDayBeforeDoesNotAnswerIt() {
    assertThat(after(signal("2026-01-13"), "2026-01-13").status()).isEqualTo(Recurrence.Status.DUE);
  }

  @Test
  void aConversationOfTheSameDayDoes() {
    assertThat(after(signal("2026-01-12"), "2026-01-12").status())
        .isEqualTo(Recurrence.Status.NOT_DUE);
  }

  @Test
  void whatIsNotASignalIsNone() {
    assertThat(CareEvent.signal("Encounter/12", CHECKED)).isEmpty();
    assertThat(new CareEvent(CareEvent.Kind.SIGNAL, CHECKED, "Encounter/12").signalledBy())
        .isEqualTo(SignalledBy.OTHER);
    for (SignalledBy by : SignalledBy.values()) {
      String reference = CareEvent.signalReference(by, new UUID(5, 2));
      assertThat(CareEvent.signal(reference, CHECKED).orElseThrow().signalledBy()).isEqualTo(by);
    }
  }
}
