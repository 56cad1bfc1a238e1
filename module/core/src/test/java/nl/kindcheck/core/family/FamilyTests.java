package nl.kindcheck.core.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Telling;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FamilyTests {

  private static Claim pregnancy(PregnancyStatus status) {
    return new Claim.PregnancyStated(status, null);
  }

  private static Pregnancy pregnancy(Telling telling) {
    return telling.family().pregnancy().orElseThrow();
  }

  @Test
  void aPregnancyNobodyAskedAboutIsNotKnown() {
    assertThat(Families.nobody().family().pregnancy()).isEmpty();
  }

  @Test
  void aPregnancyIsKnownSinceItWasFirstTold() {
    Telling mila = Families.milaWhoExpectsAChild().on("2026-03-02");

    assertThat(
            pregnancy(
                mila.says(
                    new Claim.PregnancyStated(
                        PregnancyStatus.YES, PartialDate.parse("2026-09-14")))))
        .isEqualTo(
            new Pregnancy(
                PregnancyStatus.YES,
                LocalDate.parse("2026-01-12"),
                PartialDate.parse("2026-09-14")));
  }

  @Test
  void aPregnancyAfterANoIsKnownSinceTheYes() {
    Telling mila =
        Families.nobody()
            .on("2025-01-01")
            .says(pregnancy(PregnancyStatus.YES))
            .on("2025-11-01")
            .says(pregnancy(PregnancyStatus.NO))
            .on("2026-03-02")
            .says(pregnancy(PregnancyStatus.YES))
            .on("2026-04-02")
            .says(pregnancy(PregnancyStatus.YES));

    assertThat(pregnancy(mila).since()).isEqualTo("2026-03-02");
  }

  @Test
  void whatIsRecordedLaterAboutEarlierDoesNotMoveAPregnancy() {
    Telling mila =
        Families.nobody()
            .on("2026-03-02")
            .says(pregnancy(PregnancyStatus.YES))
            .on("2026-01-02")
            .says(pregnancy(PregnancyStatus.NO));

    assertThat(pregnancy(mila))
        .isEqualTo(new Pregnancy(PregnancyStatus.YES, LocalDate.parse("2026-03-02"), null));
  }

  @Test
  void anotherPersonsOpinionDoesNotMoveAPregnancy() {
    Telling mila =
        Families.nobody()
            .on("2026-03-02")
            .says(pregnancy(PregnancyStatus.YES))
            .as(Nature.OPINION)
            .on("2026-04-02")
            .says(pregnancy(PregnancyStatus.NO));

    assertThat(pregnancy(mila).ongoing()).isTrue();
    assertThat(pregnancy(mila).since()).isEqualTo("2026-03-02");
  }

  @Test
  void anotherPersonsOpinionDoesNotInterruptAPregnancy() {
    Telling mila =
        Families.milaWhoExpectsAChild()
            .as(Nature.OPINION)
            .on("2026-02-02")
            .says(pregnancy(PregnancyStatus.NO))
            .as(Nature.FACT)
            .on("2026-03-02")
            .says(pregnancy(PregnancyStatus.YES));

    assertThat(pregnancy(mila).since()).isEqualTo("2026-01-12");
  }

  @Test
  void aPregnancyIsKnownSinceTheYesAfterTheLastNoInWhateverOrderTheyWereRecorded() {
    Telling mila =
        Families.nobody()
            .on("2025-06-01")
            .says(pregnancy(PregnancyStatus.YES))
            .on("2025-11-01")
            .says(pregnancy(PregnancyStatus.NO))
            .on("2026-03-02")
            .says(pregnancy(PregnancyStatus.YES))
            .on("2025-01-01")
            .says(pregnancy(PregnancyStatus.NO));

    assertThat(pregnancy(mila).since()).isEqualTo("2026-03-02");
  }

  @Test
  void aPregnancyThatEndedIsEndedWhoeverSaysIt() {
    Telling mila =
        Families.milaWhoExpectsAChild()
            .on("2026-04-02")
            .as(Nature.OPINION)
            .by(Perspective.THIRD_PARTY)
            .says(pregnancy(PregnancyStatus.ENDED));

    assertThat(pregnancy(mila))
        .isEqualTo(new Pregnancy(PregnancyStatus.ENDED, LocalDate.parse("2026-04-02"), null));
  }

  @Test
  void eachEndOfAPregnancyIsOneOfItsOwn() {
    Telling mila =
        Families.nobody()
            .on("2025-04-02")
            .says(pregnancy(PregnancyStatus.ENDED))
            .on("2026-04-02")
            .says(pregnancy(PregnancyStatus.ENDED));

    assertThat(pregnancy(mila).since()).isEqualTo("2026-04-02");
  }

  @Test
  void aPregnancyThatEndedBeforeTheLastIsOver() {
    Telling mila =
        Families.nobody()
            .on("2025-04-02")
            .says(pregnancy(PregnancyStatus.ENDED))
            .on("2026-04-02")
            .says(pregnancy(PregnancyStatus.YES));

    assertThat(pregnancy(mila).ongoing()).isTrue();
    assertThat(pregnancy(mila).since()).isEqualTo("2026-04-02");
  }

  @ParameterizedTest
  @EnumSource(
      value = PregnancyStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"YES"})
  void onlyAYesIsOngoing(PregnancyStatus status) {
    assertThat(pregnancy(Families.nobody().says(pregnancy(status))).ongoing()).isFalse();
  }

  @Test
  void aChangeOfTheHouseholdAsksFromTheDayOfTheReport() {
    assertThat(changes(null)).containsExactly(LocalDate.parse("2026-01-12"));
    assertThat(changes("2025-03")).containsExactly(LocalDate.parse("2026-01-12"));
  }

  @Test
  void aChangeOfTheHouseholdToComeAsksOnItsDay() {
    assertThat(changes("2026-03-04")).containsExactly(LocalDate.parse("2026-03-04"));
  }

  private static List<LocalDate> changes(@Nullable String on) {
    PartialDate date = on == null ? null : PartialDate.parse(on);
    return Families.anja()
        .says(new Claim.HouseholdChanged(Answer.YES, date))
        .family()
        .householdChanges();
  }

  @ParameterizedTest
  @EnumSource(
      value = Answer.class,
      names = {"NO", "UNKNOWN"})
  void noChangeOfTheHouseholdIsNone(Answer answer) {
    assertThat(
            Families.anja()
                .says(new Claim.HouseholdChanged(answer, null))
                .family()
                .householdChanges())
        .isEmpty();
  }

  @Test
  void severalHouseholdsStandBesideEachOther() {
    Family anja =
        Families.anja()
            .says(new Claim.Lives(Families.SAM, Residence.WITH_OTHER_PARENT, "Vader"))
            .family();

    assertThat(anja.households()).containsOnlyKeys("Anja", "Vader");
    assertThat(anja.households().get("Anja")).extracting(Child::id).containsExactly(Families.NOOR);
    assertThat(anja.households().get("Vader")).extracting(Child::id).containsExactly(Families.SAM);
  }

  @Test
  void aHouseholdOfACarerHasNoChildrenOfItsOwn() {
    assertThat(Families.anja().family().households().get("Vader")).isEmpty();
  }

  @Test
  void aHouseholdWithoutALabelIsLeftOut() {
    Family family =
        Families.nobody()
            .says(
                new Claim.ChildNamed(Families.NOOR, "Noor"),
                new Claim.Lives(Families.NOOR, Residence.ELSEWHERE, null),
                new Claim.CarerNamed(Families.FATHER, "Vader", CarerRole.OTHER_PARENT, null))
            .family();

    assertThat(family.households()).isEmpty();
  }

  @Test
  void aChildThatDiedLivesInNoHousehold() {
    Family anja = Families.anja().says(new Claim.Died(Families.NOOR)).family();

    assertThat(anja.households().get("Anja")).extracting(Child::id).containsExactly(Families.SAM);
  }

  @Test
  void carersAreReadAsLastDescribed() {
    CarerId grandmother = new CarerId(new UUID(3, 2));
    Family anja =
        Families.anja()
            .says(
                new Claim.CarerNamed(grandmother, "Oma", CarerRole.GRANDPARENT, null),
                new Claim.CarerNamed(
                    Families.FATHER, "Vader van Sam", CarerRole.OTHER_PARENT, "Zuid"))
            .family();

    assertThat(anja.carers())
        .extracting(Claim.CarerNamed::carer, Claim.CarerNamed::household)
        .containsExactly(tuple(Families.FATHER, "Zuid"), tuple(grandmother, null));
  }

  @Test
  void aCarerWhoWasCorrectedIsGone() {
    Claim.CarerNamed wrong =
        new Claim.CarerNamed(Families.FATHER, "Vader van Sam", CarerRole.OTHER_PARENT, "Vader");

    assertThat(Families.anja().retracts(wrong, "verwisseling").family().carers()).isEmpty();
  }

  @Test
  void theRestOfTheFamilyIsReadAsToldAndElseNotAsked() {
    Family anja = Families.anja().says(new Claim.Felt(GutFeeling.TWIJFEL)).family();
    Family nobody = Families.nobody().family();

    assertThat(anja.gutFeeling()).contains(GutFeeling.TWIJFEL);
    assertThat(anja.partnerHasChildren()).contains(Answer.NO);
    assertThat(anja.noChildrenStated()).isFalse();
    assertThat(nobody.gutFeeling()).isEmpty();
    assertThat(nobody.partnerHasChildren()).isEmpty();
    assertThat(nobody.children()).isEmpty();
    assertThat(nobody.carers()).isEmpty();
  }

  @Test
  void noChildrenNoLongerStandsOnceTakenBack() {
    Claim none = new Claim.NoChildren();

    assertThat(Families.nobody().says(none).family().noChildrenStated()).isTrue();
    assertThat(
            Families.nobody().says(none).retracts(none, "niet gezegd").family().noChildrenStated())
        .isFalse();
  }
}
