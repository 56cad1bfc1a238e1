package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has a care relation by what the EPD told, and for how long. The period is 90 days. */
class CareRelationTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final String ANNA = "Practitioner/anna";
  private static final String BO = "Practitioner/bo";
  private static final Care OPEN = new Care(Care.Status.OPEN, null, null);
  private static final Care CLOSED = new Care(Care.Status.CLOSED, null, null);

  private static Decision<Boolean> decide(@Nullable String who, CareTold... told) {
    return CareRelation.decide(who, List.of(told), Policy.standard(), TODAY);
  }

  private static CareTold seen(String encounter, LocalDate on, @Nullable String by) {
    return CareTold.encounter("Encounter/" + encounter, on, true, by, on);
  }

  private static Reason why(Decision<Boolean> decision) {
    return decision.reasons().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, relation.contact",
    "1, true, relation.contact",
    "90, true, relation.contact",
    "91, false, relation.contact-past",
    "900, false, relation.contact-past"
  })
  void aContactCountsForThePeriod(int daysAgo, boolean holds, String rule) {
    LocalDate day = TODAY.minusDays(daysAgo);
    Decision<Boolean> decision = decide(ANNA, seen("e1", day, ANNA));
    assertThat(decision.outcome()).isEqualTo(holds);
    assertThat(why(decision).rule()).isEqualTo(rule);
    assertThat(why(decision).facts())
        .containsEntry("encounter", "Encounter/e1")
        .containsEntry("day", day.toString())
        .containsEntry("days", "90");
  }

  @Test
  void thePeriodIsThatOfThePolicy() {
    Policy week = Policy.standard().with(new Policy.Access(7, 60, 3));
    List<CareTold> told = List.of(seen("e1", TODAY.minusDays(8), ANNA));
    assertThat(CareRelation.decide(ANNA, told, week, TODAY).outcome()).isFalse();
    assertThat(CareRelation.decide(ANNA, told, Policy.standard(), TODAY).outcome()).isTrue();
  }

  @Test
  void whoeverIsNobodyInTheEpdHasNone() {
    Decision<Boolean> decision = decide(null, seen("e1", TODAY, null));
    assertThat(decision.outcome()).isFalse();
    assertThat(why(decision).rule()).isEqualTo("relation.not-known-in-epd");
  }

  @Test
  void anothersContactIsNotTheirs() {
    Decision<Boolean> decision = decide(BO, seen("e1", TODAY, ANNA), seen("e2", TODAY, null));
    assertThat(decision.outcome()).isFalse();
    assertThat(why(decision).rule()).isEqualTo("relation.none");
  }

  @Test
  void whereNothingWasToldThereIsNone() {
    assertThat(decide(ANNA).outcome()).isFalse();
  }

  @Test
  void anEncounterThatDidNotHappenCountsForNothing() {
    CareTold planned = seen("e1", TODAY, ANNA);
    CareTold cancelled = CareTold.encounter("Encounter/e1", TODAY, false, ANNA, TODAY);
    assertThat(decide(ANNA, planned, cancelled).outcome()).isFalse();
  }

  @Test
  void theLastWordAboutAnEncounterIsInForce() {
    CareTold first = seen("e1", TODAY, ANNA);
    CareTold corrected = seen("e1", TODAY, BO);
    assertThat(decide(ANNA, first, corrected).outcome()).isFalse();
    assertThat(decide(BO, first, corrected).outcome()).isTrue();
  }

  @Test
  void theLatestContactIsTheReason() {
    Decision<Boolean> decision =
        decide(
            ANNA,
            seen("e2", TODAY.minusDays(2), ANNA),
            seen("e1", TODAY.minusDays(5), ANNA),
            seen("e0", TODAY.minusDays(2), ANNA));
    assertThat(why(decision).facts()).containsEntry("encounter", "Encounter/e2");
  }

  @Test
  void whoeverManagesOpenCareHasOne() {
    Decision<Boolean> decision = decide(ANNA, CareTold.care(OPEN, ANNA, TODAY.minusDays(20)));
    assertThat(decision.outcome()).isTrue();
    assertThat(why(decision).rule()).isEqualTo("relation.manages");
    assertThat(why(decision).facts()).containsEntry("day", "2026-05-12");
  }

  @Test
  void thatTheyManageItHoldsWhereTheEpdDoesNotRepeatIt() {
    assertThat(
            decide(
                    ANNA,
                    CareTold.care(OPEN, ANNA, TODAY.minusDays(300)),
                    seen("e1", TODAY.minusDays(10), BO))
                .outcome())
        .isTrue();
  }

  @Test
  void whereTheEpdTellsNothingForThePeriodItHoldsNoLonger() {
    Decision<Boolean> decision = decide(ANNA, CareTold.care(OPEN, ANNA, TODAY.minusDays(91)));
    assertThat(decision.outcome()).isFalse();
    assertThat(why(decision).rule()).isEqualTo("relation.manages-past");
  }

  @ParameterizedTest
  @CsvSource({"90, true, relation.managed", "91, false, relation.managed-past"})
  void careThatEndedEndsItAfterThePeriod(int daysAgo, boolean holds, String rule) {
    Decision<Boolean> decision =
        decide(
            ANNA,
            CareTold.care(OPEN, ANNA, TODAY.minusDays(300)),
            CareTold.care(CLOSED, null, TODAY.minusDays(daysAgo)),
            seen("e1", TODAY, BO));
    assertThat(decision.outcome()).isEqualTo(holds);
    assertThat(why(decision).rule()).isEqualTo(rule);
  }

  @Test
  void anotherManagerEndsItAfterThePeriodToo() {
    CareTold first = CareTold.care(OPEN, ANNA, TODAY.minusDays(300));
    assertThat(decide(ANNA, first, CareTold.care(OPEN, BO, TODAY.minusDays(90))).outcome())
        .isTrue();
    CareTold[] longAgo = {
      first, CareTold.care(OPEN, BO, TODAY.minusDays(91)), seen("e1", TODAY, BO)
    };
    assertThat(decide(ANNA, longAgo).outcome()).isFalse();
    assertThat(decide(BO, longAgo).outcome()).isTrue();
  }

  @Test
  void aSecondEndDoesNotMakeTheFirstLater() {
    assertThat(
            decide(
                    ANNA,
                    CareTold.care(OPEN, ANNA, TODAY.minusDays(300)),
                    CareTold.care(CLOSED, null, TODAY.minusDays(200)),
                    CareTold.care(OPEN, BO, TODAY.minusDays(100)),
                    CareTold.care(CLOSED, null, TODAY.minusDays(1)))
                .outcome())
        .isFalse();
  }

  @Test
  void aDeathEndsItAfterThePeriod() {
    Care died = new Care(Care.Status.OPEN, null, TODAY.minusDays(91));
    assertThat(
            decide(
                    ANNA,
                    CareTold.care(OPEN, ANNA, TODAY.minusDays(300)),
                    CareTold.care(died, ANNA, TODAY.minusDays(91)))
                .outcome())
        .isFalse();
  }

  @Test
  void whoeverManagedCareThatWasNeverOpenHasNone() {
    assertThat(decide(ANNA, CareTold.care(CLOSED, ANNA, TODAY)).outcome()).isFalse();
  }

  @Test
  void ofSeveralThatHoldOneIsEnough() {
    Decision<Boolean> decision =
        decide(
            ANNA,
            CareTold.care(OPEN, ANNA, TODAY.minusDays(3)),
            seen("e1", TODAY.minusDays(200), ANNA));
    assertThat(decision.outcome()).isTrue();
    assertThat(why(decision).rule()).isEqualTo("relation.manages");
  }
}
