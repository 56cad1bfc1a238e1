package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.rule.Recurrence.Candidate;
import nl.kindcheck.core.rule.Recurrence.FirstQuestion;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.junit.jupiter.api.Test;

/** Which of the weighed dates a person is told as the reason. */
class DecisiveReasonsTests {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate LATER = LocalDate.of(2031, 6, 1);

  private final Recurrence recurrence =
      new Recurrence(
          Status.DUE,
          MARCH,
          null,
          FirstQuestion.HOW_ARE_THE_CHILDREN,
          List.of(
              new Candidate(MARCH, reason("first"), false),
              new Candidate(JUNE, reason("second"), false),
              new Candidate(LATER, reason("far-away"), false)));

  private static Reason reason(String rule) {
    return new Reason(rule, Map.of(), "F13", "test");
  }

  @Test
  void beforeTheDueDateOnlyTheFirstOneDecides() {
    assertThat(recurrence.decisive(MARCH.minusDays(30)))
        .extracting(Reason::rule)
        .containsExactly("first");
  }

  @Test
  void fromTheDueDateOnEverythingThatHasComeDecides() {
    assertThat(recurrence.decisive(JUNE))
        .extracting(Reason::rule)
        .containsExactly("first", "second");
  }

  @Test
  void whatLiesYearsAheadIsNotToldToAnybody() {
    assertThat(recurrence.decisive(JUNE)).extracting(Reason::rule).doesNotContain("far-away");
  }

  @Test
  void theSameReasonIsToldOnce() {
    Recurrence twice =
        new Recurrence(
            Status.DUE,
            MARCH,
            null,
            FirstQuestion.HOW_ARE_THE_CHILDREN,
            List.of(
                new Candidate(MARCH, reason("school"), false),
                new Candidate(MARCH, reason("school"), false)));
    assertThat(twice.decisive(MARCH)).hasSize(1);
  }

  @Test
  void whoIsBeingSeenIsInCareWhateverTheEpisodesSay() {
    Care closed = new Care(Care.Status.CLOSED, null, null);
    assertThat(closed.duringEncounter(JUNE)).isEqualTo(new Care(Care.Status.OPEN, JUNE, null));
  }

  @Test
  void anEncounterChangesNothingWhereCareOrWaitingIsOpen() {
    for (Care.Status status : List.of(Care.Status.OPEN, Care.Status.WAITING, Care.Status.UNKNOWN)) {
      Care care = new Care(status, MARCH, null);
      assertThat(care.duringEncounter(JUNE)).isEqualTo(care);
    }
  }
}
