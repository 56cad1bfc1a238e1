package nl.kindcheck.core.disclosure;

import static nl.kindcheck.core.Families.FATHER;
import static nl.kindcheck.core.Families.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.core.Telling;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.Valence;
import nl.kindcheck.core.family.Wellbeing;
import nl.kindcheck.core.rule.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a parent does not get to read, and how it is marked. */
class ShieldingTests {

  private static Statement said(Perspective by, Claim claim) {
    return new Telling().by(by).says(claim).statements().get(0);
  }

  private static Claim concern(Domain domain) {
    return new Claim.SeenInDomain(SAM, domain, Valence.CONCERN, "Moe");
  }

  @ParameterizedTest
  @EnumSource(Perspective.class)
  void theClinicianOwnFeelingAndTheChildsWordsAreShieldedWhoeverIsNamed(Perspective by) {
    assertThat(Shielding.isShielded(said(by, new Claim.Felt(GutFeeling.PLUIS)))).isTrue();
    assertThat(Shielding.isShielded(said(by, new Claim.ChildSaid(SAM, "Ik help")))).isTrue();
    assertThat(Shielding.isShielded(said(by, new Claim.DiscussedWithParent(false, "Te moe"))))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"CHILD", "OTHER_PARENT", "THIRD_PARTY", "HOME_VISIT"})
  void whatOthersThanTheParentSaidIsShielded(Perspective by) {
    assertThat(Shielding.isShielded(said(by, new Claim.ChildNamed(SAM, "Sam")))).isTrue();
    assertThat(Shielding.isShielded(said(by, concern(Domain.CHILD)))).isTrue();
  }

  @Test
  void whatTheParentSaidIsNot() {
    assertThat(Shielding.isShielded(said(Perspective.PARENT, concern(Domain.PARENT)))).isFalse();
    assertThat(Shielding.isShielded(said(Perspective.PARENT, new Claim.ParentSaid("Zwaar"))))
        .isFalse();
  }

  @Test
  void ofTheClinicianAStrengthIsReadAndAConcernIsNot() {
    Claim strength = new Claim.SeenInDomain(SAM, Domain.CHILD, Valence.STRENGTH, "Leest graag");
    assertThat(Shielding.isShielded(said(Perspective.CLINICIAN, strength))).isFalse();
    assertThat(Shielding.isShielded(said(Perspective.CLINICIAN, concern(Domain.CHILD)))).isTrue();
    Claim fares = new Claim.Fares(SAM, Wellbeing.CONCERNS, null);
    assertThat(Shielding.isShielded(said(Perspective.CLINICIAN, fares))).isTrue();
  }

  @Test
  void onlyAnEndingThatIsAboutSafetyIsShielded() {
    for (Outcome outcome : Outcome.values()) {
      assertThat(Shielding.isShielded(outcome))
          .as(outcome.code())
          .isEqualTo(outcome == Outcome.SAFETY_CONCERN);
    }
  }

  @Test
  void whatOneParentSaysOfAnotherIsMarked() {
    Claim other = new Claim.CarerNamed(FATHER, "Vader", CarerRole.OTHER_PARENT, null);
    Claim grandmother = new Claim.CarerNamed(FATHER, "Oma", CarerRole.GRANDPARENT, null);
    assertThat(Shielding.marks(said(Perspective.PARENT, other)))
        .containsExactly(Sensitivity.ABOUT_ANOTHER_PARENT);
    assertThat(Shielding.marks(said(Perspective.PARENT, grandmother))).isEmpty();
    assertThat(Shielding.marks(said(Perspective.OTHER_PARENT, concern(Domain.PARENT))))
        .containsExactlyInAnyOrder(Sensitivity.values());
    assertThat(Shielding.marks(said(Perspective.OTHER_PARENT, concern(Domain.CHILD))))
        .containsExactlyInAnyOrder(Sensitivity.SHIELDED, Sensitivity.FROM_ANOTHER);
  }

  @Test
  void aChildThatOnlyAnotherNamedIsNotThereForTheParent() {
    Telling telling =
        new Telling()
            .by(Perspective.OTHER_PARENT)
            .says(new Claim.ChildNamed(SAM, "Sam"))
            .by(Perspective.PARENT)
            .says(new Claim.Fares(SAM, Wellbeing.GOES_WELL, null));
    assertThat(Shielding.open(telling.family()).children()).isEmpty();
    assertThat(telling.family().children()).extracting(Child::id).containsExactly(SAM);
  }

  @Test
  void aCorrectionThatIsItselfShieldedHolds() {
    Claim wrong = new Claim.ChildNamed(SAM, "Sam");
    Family family =
        new Telling().says(wrong).by(Perspective.CLINICIAN).retracts(wrong, "Vergissing").family();
    assertThat(Shielding.open(family).statements()).isEmpty();
  }
}
