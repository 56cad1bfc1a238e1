package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Form.child;
import static nl.kindcheck.fhir.Form.date;
import static nl.kindcheck.fhir.Form.text;
import static nl.kindcheck.fhir.Form.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Conversation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sam, born in March 2019, and Noor, of whom the birth is unknown, are known. */
class ChildIdentityTests {

  private final Family known =
      Readings.knownFrom(
          Form.of(
              child(text("children.label", "Sam"), date("children.birth", "2019-03")),
              child(text("children.label", "Noor"), yes("children.birth-unknown"))));
  private final ChildId sam = known.children().get(0).id();
  private final ChildId noor = known.children().get(1).id();

  @Test
  void theIdOfAKnownChildGoesBeforeItsName() {
    assertThat(ids(child(text("children.id", sam.toString()), text("children.label", "Noor"))))
        .containsExactly(sam);
  }

  @ParameterizedTest
  @CsvSource({"Sam,2019-03", "sam,2019", "SAM,2019-03-31", "'  Sam ',", "Sam,"})
  void theSameNameWithABirthThatMayBeTheSameIsTheSameChild(String label, @Nullable String birth) {
    assertThat(ids(described(label, birth))).containsExactly(sam);
  }

  @ParameterizedTest
  @CsvSource({"Sam,2019-04", "Sam,2018", "Samuel,2019-03", "Sam,2019-04-01"})
  void anotherNameOrAnotherBirthIsAnotherChild(String label, String birth) {
    assertThat(ids(described(label, birth))).doesNotContain(sam, noor);
  }

  @Test
  void aBirthThatWasUnknownMayBeAnything() {
    assertThat(ids(described("noor", "2015-01"))).containsExactly(noor);
  }

  @Test
  void aChildWithoutANameIsNobodyKnown() {
    assertThat(ids(child(date("children.birth", "2019-03")))).doesNotContain(sam, noor);
  }

  @Test
  void aNewChildHasTheSameIdWheneverTheResponseIsRead() {
    QuestionnaireResponse response = Form.of(described("Mees", "2020"), described("Lot", "2021"));
    assertThat(Readings.read(response).children())
        .isEqualTo(Readings.read(response, known).children())
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherResponseGivesAnotherChild() {
    QuestionnaireResponse response = Form.of(described("Mees", "2020"));
    ResponseId other = new ResponseId(new UUID(7, 7));
    assertThat(Readings.read(response).children())
        .isNotEqualTo(Readings.read(response, other, Readings.NOBODY, Readings.TODAY).children());
  }

  @Test
  void anAmendmentKeepsAChildThatGotAnotherNameOrMoved() {
    Conversation first = Readings.read(Form.of(described("Mees", ""), described("Lot", "")));
    Family after = Readings.with(Readings.NOBODY, first);
    assertThat(
            Readings.read(Form.of(described("Kees", ""), described("Lot", "")), after).children())
        .isEqualTo(first.children());
    assertThat(
            Readings.read(Form.of(described("Lot", ""), described("Mees", "")), after).children())
        .containsExactly(first.children().get(1), first.children().get(0));
  }

  @Test
  void aNewChildInThePlaceOfAnotherOneIsNotTakenForIt() {
    Conversation first = Readings.read(Form.of(described("Mees", ""), described("Lot", "")));
    Family after = Readings.with(Readings.NOBODY, first);
    List<ChildId> now =
        Readings.read(Form.of(described("Lot", ""), described("Fien", "")), after).children();
    assertThat(now.get(0)).isEqualTo(first.children().get(1));
    assertThat(now.get(1)).isNotEqualTo(first.children().get(1));
  }

  @Test
  void twoChildrenWithoutANameAreTwo() {
    assertThat(ids(child(yes("children.birth-unknown")), child(yes("children.birth-unknown"))))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aKnownChildIsNamedAgainOnlyWhereANameIsGiven(boolean named) {
    QuestionnaireResponseItemComponent group =
        child(text("children.id", sam.toString()), date("children.birth", "2019-03"));
    if (named) {
      group.addItem(text("children.label", "Sam"));
    }
    Conversation read = Readings.read(Form.of(group), known);
    assertThat(read.said())
        .extracting(Conversation.Said::claim)
        .filteredOn(Claim.ChildNamed.class::isInstance)
        .hasSize(named ? 1 : 0);
    assertThat(Readings.with(known, read).child(sam).orElseThrow().label()).contains("Sam");
  }

  private List<ChildId> ids(QuestionnaireResponseItemComponent... groups) {
    return Readings.read(Form.of(groups), known).children();
  }

  private static QuestionnaireResponseItemComponent described(
      String label, @Nullable String birth) {
    QuestionnaireResponseItemComponent group = child(text("children.label", label));
    if (birth != null && !birth.isEmpty()) {
      group.addItem(date("children.birth", birth));
    }
    return group;
  }
}
