package nl.kindcheck.core.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Telling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FamilyChildrenTests {

  private static final ChildId NOOR = Families.NOOR;
  private static final Claim.ChildNamed NAMED = new Claim.ChildNamed(NOOR, "Noor");
  private static final LocalDate TODAY = LocalDate.parse("2026-01-12");

  private static Telling noor() {
    return Families.nobody().says(NAMED);
  }

  private static Child child(Telling telling) {
    return telling.family().child(NOOR).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Perspective.class)
  void aChildNamedByAnyoneCounts(Perspective anyone) {
    Family family = Families.nobody().by(anyone).as(Nature.OPINION).says(NAMED).family();

    assertThat(family.childrenAskedAboutOn(TODAY)).extracting(Child::id).containsExactly(NOOR);
  }

  @Test
  void aChildStillCountsWhenTheParentSaysThereAreNone() {
    Family family = noor().on("2026-02-01").says(new Claim.NoChildren()).family();

    assertThat(family.children()).hasSize(1);
    assertThat(family.noChildrenStated()).isTrue();
  }

  @Test
  void aChildNoLongerCountsOnceItsNamingIsCorrected() {
    Telling taken = noor().says(new Claim.OthersCare(Answer.NO)).retracts(NAMED, "verwisseling");

    assertThat(taken.family().children()).isEmpty();
    assertThat(taken.family().child(NOOR)).isEmpty();
    assertThat(taken.family().statements()).hasSize(3);
  }

  @Test
  void aChildStillCountsWhileSomebodyElsesNamingStands() {
    Telling both = noor().by(Perspective.THIRD_PARTY).says(new Claim.ChildNamed(NOOR, null));

    assertThat(both.retracts(NAMED, "verwisseling").family().children()).hasSize(1);
  }

  @Test
  void aCorrectionNeedsAReason() {
    assertThatThrownBy(() -> noor().retracts(NAMED, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRetractionNamesWhatItTakesBack() {
    assertThatThrownBy(() -> noor().says(new Claim.Retracted(Topic.CHILD_NAMED)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCorrectionPutsSomethingElseInItsPlace() {
    Claim.Born wrong = new Claim.Born(NOOR, PartialDate.parse("2019-03"));
    Claim.Born right = new Claim.Born(NOOR, PartialDate.parse("2018-03"));
    Child child = child(noor().says(wrong).on("2025-01-01").corrects(wrong, "typefout", right));

    assertThat(child.birth()).contains(PartialDate.parse("2018-03"));
    assertThat(child.statements()).extracting(Statement::claim).containsExactly(NAMED, right);
  }

  @Test
  void whatWasCorrectedStaysInTheList() {
    Claim.Fares wrong = new Claim.Fares(NOOR, Wellbeing.CONCERNS, null);
    Claim.Fares right = new Claim.Fares(NOOR, Wellbeing.GOES_WELL, null);
    Family family = noor().says(wrong).corrects(wrong, "verkeerde kind", right).family();

    assertThat(family.statements()).extracting(Statement::claim).contains(wrong, right);
  }

  @Test
  void aChildOfWhomMuchIsSaidAndWhomNobodyNamedIsNotCounted() {
    assertThat(Families.nobody().says(new Claim.Born(NOOR, null)).family().children()).isEmpty();
  }

  @Test
  void twoChildrenKeepTheirOwnStatements() {
    Family anja = Families.anja().family();

    assertThat(anja.children()).extracting(Child::id).containsExactly(NOOR, Families.SAM);
    assertThat(anja.child(Families.SAM).orElseThrow().label()).contains("Sam");
    assertThat(anja.child(new ChildId(new UUID(9, 9)))).isEmpty();
  }

  @Test
  void aLabelIsNotUndoneBySomebodyWhoGivesNone() {
    Telling later = noor().on("2026-03-01").by(Perspective.HOME_VISIT);

    assertThat(child(later.says(new Claim.ChildNamed(NOOR, null))).label()).contains("Noor");
    assertThat(child(later.says(new Claim.ChildNamed(NOOR, " "))).label()).contains("Noor");
  }

  @Test
  void aBlankLabelIsNone() {
    assertThat(child(Families.nobody().says(new Claim.ChildNamed(NOOR, " "))).label()).isEmpty();
  }

  @Test
  void aKnownBirthIsNotUndoneBySomebodyWhoDoesNotKnow() {
    Telling known = noor().as(Nature.OPINION).says(born("2019-03"));
    Telling later = known.on("2026-03-01").as(Nature.FACT).says(new Claim.Born(NOOR, null));

    assertThat(child(later).birth()).contains(PartialDate.parse("2019-03"));
    assertThat(child(later.as(Nature.OPINION).says(born("2018-03"))).birth())
        .contains(PartialDate.parse("2018-03"));
  }

  @Test
  void anUnknownBirthIsKnownOnceSomebodyKnowsIt() {
    Telling unknown = noor().on("2026-03-01").says(new Claim.Born(NOOR, null));

    assertThat(child(unknown.on("2026-01-01").as(Nature.OPINION).says(born("2019-03"))).birth())
        .contains(PartialDate.parse("2019-03"));
  }

  private static Claim born(String date) {
    return new Claim.Born(NOOR, PartialDate.parse(date));
  }

  @Test
  void aBirthIsUnknownUntilItIsTold() {
    assertThat(child(noor()).birth()).isEmpty();
    assertThat(child(noor().says(new Claim.Born(NOOR, null))).birth()).isEmpty();
  }

  @Test
  void aChildOfUnknownAgeIsNeverAnAdult() {
    assertThat(child(noor()).isAdultOn(LocalDate.parse("2099-01-01"))).isFalse();
  }

  @Test
  void aChildIsAnAdultOnItsEighteenthBirthday() {
    Child child = child(noor().says(born("2008-05-04")));

    assertThat(child.isAdultOn(LocalDate.parse("2026-05-03"))).isFalse();
    assertThat(child.isAdultOn(LocalDate.parse("2026-05-04"))).isTrue();
  }

  @Test
  void aChildIsAnAdultOnlyWhenThatIsCertain() {
    Child child = child(noor().says(born("2008-05")));

    assertThat(child.isAdultOn(LocalDate.parse("2026-05-30"))).isFalse();
    assertThat(child.isAdultOn(LocalDate.parse("2026-05-31"))).isTrue();
  }

  @Test
  void nothingIsAskedAboutAnAdult() {
    Family family = noor().says(born("2008-01-12")).family();

    assertThat(family.childrenAskedAboutOn(TODAY)).isEmpty();
    assertThat(family.childrenAskedAboutOn(TODAY.minusDays(1))).hasSize(1);
    assertThat(family.children()).hasSize(1);
  }

  @Test
  void nothingIsAskedAboutAChildThatDied() {
    Family family = noor().as(Nature.OPINION).says(new Claim.Died(NOOR)).family();

    assertThat(family.childrenAskedAboutOn(TODAY)).isEmpty();
    assertThat(family.children()).hasSize(1).allMatch(Child::died);
  }

  @Test
  void aChildIsAskedAboutAgainOnceADeathIsCorrected() {
    Claim.Died died = new Claim.Died(NOOR);
    Telling mistaken = noor().says(died).retracts(died, "verkeerde kind");

    assertThat(mistaken.family().childrenAskedAboutOn(TODAY)).hasSize(1);
  }

  @Test
  void aChildWithoutCustodyOrContactIsStillAskedAbout() {
    Telling lost =
        noor()
            .says(
                new Claim.CustodyHeld(NOOR, Custody.NONE),
                new Claim.ContactKept(NOOR, Contact.NONE));

    assertThat(lost.family().childrenAskedAboutOn(TODAY)).hasSize(1);
    assertThat(child(lost).custody()).contains(Custody.NONE);
    assertThat(child(lost).contact()).contains(Contact.NONE);
  }

  @Test
  void whatWasNotAskedReadsAsNotAsked() {
    Child child = child(noor());

    assertThat(child.relation()).isEmpty();
    assertThat(child.residence()).isEmpty();
    assertThat(child.custody()).isEmpty();
    assertThat(child.contact()).isEmpty();
    assertThat(child.wellbeing()).isEmpty();
    assertThat(child.died()).isFalse();
  }

  @Test
  void whatWasToldIsRead() {
    Child noor = Families.anja().family().child(NOOR).orElseThrow();

    assertThat(noor.relation()).contains(Relation.OWN);
    assertThat(noor.residence()).contains(new Claim.Lives(NOOR, Residence.WITH_PATIENT, "Anja"));
    assertThat(noor.wellbeing()).contains(Wellbeing.GOES_WELL);
    assertThat(noor.birth()).contains(PartialDate.parse("2019-03"));
  }
}
