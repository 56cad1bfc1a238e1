package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import org.junit.jupiter.api.Test;

class AttentionPeriodTests {

  private static Situation anja() {
    return Situation.of(Families.anja()).completeWithConcerns("2026-01-12");
  }

  private static AttentionPeriod period(Situation situation) {
    return AttentionPeriod.of(situation.state(), situation.policy()).orElseThrow().outcome();
  }

  @Test
  void lastsFromTheCheckThatRaisedItToTheNext() {
    assertThat(period(anja()))
        .isEqualTo(
            new AttentionPeriod(LocalDate.parse("2026-01-12"), LocalDate.parse("2026-04-12")));
    assertThat(AttentionPeriod.of(anja().state(), anja().policy()).orElseThrow().reasons())
        .containsExactly(
            new Reason(
                "attention.raised",
                Map.of("on", "2026-01-12", "outcome", "concerns"),
                "requirements 4.5",
                "standard-1"));
  }

  @Test
  void isOverAfterItsReviewDate() {
    assertThat(period(anja()).isOverOn(LocalDate.parse("2026-04-12"))).isFalse();
    assertThat(period(anja()).isOverOn(LocalDate.parse("2026-04-13"))).isTrue();
  }

  @Test
  void isNotThereWhereNothingRaisedIt() {
    Situation well = Situation.of(Families.anja()).complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(AttentionPeriod.of(well.state(), well.policy())).isEmpty();
    assertThat(AttentionPeriod.of(KindcheckState.EMPTY, well.policy())).isEmpty();
  }

  @Test
  void isEndedByALaterCompleteCheckThatRaisesNone() {
    Situation well = anja().complete("2026-02-12", Outcome.GOES_WELL);

    assertThat(AttentionPeriod.of(well.state(), well.policy())).isEmpty();
  }

  @Test
  void isNotEndedByABareTick() {
    assertThat(period(anja().bareTick("2026-02-12")).from()).isEqualTo("2026-01-12");
  }

  @Test
  void beginsAlsoWithAnIncompleteCheckThatRaisesIt() {
    Situation raised =
        Situation.of(Families.anja())
            .complete("2026-01-12", Outcome.GOES_WELL)
            .check("2026-02-12", Outcome.CONCERNS, Standing.INCOMPLETE, true, null)
            .bareTick("2026-02-13");

    assertThat(period(raised).from()).isEqualTo("2026-02-12");
  }
}
