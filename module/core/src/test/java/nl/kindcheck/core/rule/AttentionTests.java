package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.core.Families;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.family.Valence;
import nl.kindcheck.core.family.Wellbeing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttentionTests {

  private static boolean isRaised(Talk talk, Outcome inEffect) {
    return Attention.isRaisedBy(talk.conversation(), inEffect);
  }

  private static Talk anja() {
    return Talk.about(Families.anja(), Outcome.GOES_WELL);
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"CONCERNS", "SAFETY_CONCERN", "UNCLEAR"})
  void isRaisedByTheOutcome(Outcome outcome) {
    assertThat(isRaised(anja(), outcome)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONCERNS", "SAFETY_CONCERN", "UNCLEAR"})
  void isNotRaisedByAnyOtherOutcomeAlone(Outcome outcome) {
    assertThat(isRaised(anja(), outcome)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = GutFeeling.class,
      names = {"TWIJFEL", "NIET_PLUIS"})
  void isRaisedByAGutFeelingThatIsNotGood(GutFeeling gutFeeling) {
    assertThat(
            isRaised(
                anja().without(Topic.GUT_FEELING).says(new Claim.Felt(gutFeeling)),
                Outcome.GOES_WELL))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"CONCERNS", "SAFETY_CONCERN", "UNCLEAR"})
  void isNeverLoweredByAGoodGutFeeling(Outcome outcome) {
    assertThat(isRaised(anja().says(new Claim.Felt(GutFeeling.PLUIS)), outcome)).isTrue();
  }

  @Test
  void isRaisedByConcernsAboutOneChild() {
    assertThat(
            isRaised(
                anja().says(new Claim.Fares(Families.SAM, Wellbeing.CONCERNS, null)),
                Outcome.GOES_WELL))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Wellbeing.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONCERNS"})
  void isNotRaisedByAnyOtherWellbeing(Wellbeing wellbeing) {
    assertThat(
            isRaised(
                anja().says(new Claim.Fares(Families.SAM, wellbeing, null)), Outcome.GOES_WELL))
        .isFalse();
  }

  @Test
  void isNotRaisedByACircumstanceThatWeighs() {
    Claim thinNetwork =
        new Claim.SeenInDomain(Families.SAM, Domain.NETWORK, Valence.CONCERN, "weinig mensen");

    assertThat(isRaised(anja().says(thinNetwork), Outcome.GOES_WELL)).isFalse();
  }
}
