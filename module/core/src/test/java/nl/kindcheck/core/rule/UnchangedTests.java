package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.Telling;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.family.Wellbeing;
import org.junit.jupiter.api.Test;

class UnchangedTests {

  private static final PartialDate SINCE = PartialDate.parse("2026-01-12");

  private static Situation well(Telling telling) {
    return Situation.of(telling).complete("2026-01-12", Outcome.GOES_WELL);
  }

  private static Decision<Boolean> decision(Telling telling, Situation situation) {
    return Unchanged.mayBeConfirmed(
        telling.family(), situation.state(), situation.policy(), LocalDate.parse("2026-07-12"));
  }

  private static String rule(Telling telling, Situation situation) {
    return decision(telling, situation).reasons().get(0).rule();
  }

  @Test
  void isOfferedWhereAllIsKnownAndTheLastTimeWentWell() {
    Telling anja = Families.anja();

    assertThat(decision(anja, well(anja)).outcome()).isTrue();
    assertThat(rule(anja, well(anja))).isEqualTo("unchanged.offered");
  }

  @Test
  void isNotOfferedWithAnOpenConcern() {
    Telling anja = Families.anja();
    Decision<Boolean> after = decision(anja, Situation.of(anja).completeWithConcerns("2026-01-12"));

    assertThat(after.outcome()).isFalse();
    assertThat(after.reasons())
        .containsExactly(
            new Reason("unchanged.open-concern", Map.of("on", "2026-01-12"), "F20", "standard-1"));
    assertThat(
            rule(
                anja,
                well(anja).check("2026-02-01", Outcome.CONCERNS, Standing.INCOMPLETE, true, null)))
        .isEqualTo("unchanged.open-concern");
  }

  @Test
  void isNotOfferedWhereNobodyIsKnownYet() {
    assertThat(rule(Families.nobody(), Situation.of(Families.nobody())))
        .isEqualTo("unchanged.nothing-known");
    assertThat(rule(Families.anja(), Situation.of(Families.anja()).bareTick("2026-01-12")))
        .isEqualTo("unchanged.nothing-known");
  }

  @Test
  void isNotOfferedDuringAPregnancy() {
    Telling anja = Families.anja().says(new Claim.PregnancyStated(PregnancyStatus.YES, null));

    assertThat(rule(anja, well(anja))).isEqualTo("unchanged.pregnancy");
  }

  @Test
  void isNotOfferedWhereAChildIsNotFullyKnown() {
    Telling anja = Families.anja().says(new Claim.ChildNamed(new ChildId(new UUID(2, 9)), "Kim"));

    assertThat(rule(anja, well(anja))).isEqualTo("unchanged.incomplete");
  }

  @Test
  void aConfirmationStandsForTheKnownFactsAndNotForHowItGoes() {
    Telling known = Families.anja();
    Talk talk =
        Talk.bare(known, Outcome.GOES_WELL)
            .says(
                new Claim.Unchanged(Families.NOOR, SINCE),
                new Claim.Fares(Families.NOOR, Wellbeing.GOES_WELL, null),
                new Claim.Unchanged(Families.SAM, SINCE));

    assertThat(talk.decision().outcome().missing())
        .contains(new Missing(Missing.Item.WELLBEING, Families.SAM))
        .extracting(Missing::item)
        .doesNotContain(Missing.Item.BIRTH, Missing.Item.RESIDENCE, Missing.Item.OVER_ADAPTATION);
  }

  @Test
  void aConfirmationIsAboutAChild() {
    assertThat(new Claim.Unchanged(Families.NOOR, SINCE).topic()).isEqualTo(Topic.UNCHANGED);
  }
}
