package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Form.child;
import static nl.kindcheck.fhir.Form.code;
import static nl.kindcheck.fhir.Form.date;
import static nl.kindcheck.fhir.Form.outcome;
import static nl.kindcheck.fhir.Form.text;
import static nl.kindcheck.fhir.Form.yes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prefilled on the 14th of January 2026. */
class PrefillTests {

  private static final LocalDate PICTURED = LocalDate.parse("2025-05-01");

  private static final QuestionnaireResponse TOLD =
      Form.of(
          outcome("concerns"),
          child(
              text("children.where-now", "Bij oma"),
              text("children.label", "Sam"),
              date("children.birth", "2019-03"),
              code("children.relation", "own"),
              code("children.residence", "with-patient"),
              text("children.household", "thuis"),
              code("children.custody", "shared"),
              code("children.contact", "regular"),
              code("children.wellbeing", "concerns"),
              text("children.wellbeing-note", "Slaapt slecht"),
              code("children.over-adaptation", "clearly"),
              code("children.illness-explained", "explained"),
              text("children.own-words", "Ik help")),
          code("pregnancy", "no"),
          code("other-carers", "answer", "no"),
          code("partner-children", "answer", "no"),
          code("discussed", "answer", "yes"),
          code("gut-feeling", "niet-pluis"));

  @Test
  void isInProgressAndSaysOfWhomAndIn() {
    QuestionnaireResponse form = prefill(Readings.NOBODY);
    assertThat(form.getStatus()).isEqualTo(QuestionnaireResponseStatus.INPROGRESS);
    assertThat(form.getQuestionnaire()).isEqualTo(Fhir.FORM.canonicalWithVersion());
    assertThat(form.getSubject().getReference()).isEqualTo("Patient/anja");
    assertThat(form.getEncounter().getReference()).isEqualTo("Encounter/e1");
    assertThat(form.getItem()).isEmpty();
    assertThat(form.hasAuthored()).isFalse();
    assertThat(form.hasAuthor()).isFalse();
  }

  @Test
  void aKnownChildHasItsIdAndWhatRarelyChangesAndNothingElse() {
    QuestionnaireResponse form = prefill(Readings.knownFrom(TOLD));
    assertThat(form.getItem())
        .extracting(QuestionnaireResponseItemComponent::getLinkId)
        .containsExactly("children");
    assertThat(form.getItemFirstRep().getItem())
        .extracting(QuestionnaireResponseItemComponent::getLinkId)
        .containsExactly(
            "children.id",
            "children.label",
            "children.birth",
            "children.relation",
            "children.residence",
            "children.household",
            "children.custody");
    assertThat(form.getItemFirstRep().hasExtension()).isFalse();
  }

  @Test
  void aKnownChildIsRecognisedWhenTheFormComesBack() {
    Family known = Readings.knownFrom(TOLD);
    assertThat(Readings.read(sent(prefill(known)), known).children())
        .containsExactly(known.children().get(0).id());
  }

  @Test
  void aChildThatDiedIsLeftOutAlsoWhereTheEpdStillPicturesIt() {
    QuestionnaireResponse died = TOLD.copy();
    died.getItem().get(1).addItem(yes("children.died"));
    assertThat(prefill(Readings.knownFrom(died), picture(null, pictured("2019-03-05"))).getItem())
        .isEmpty();
  }

  @Test
  void aKnownAdultIsKeptAndMarked() {
    QuestionnaireResponse told = TOLD.copy();
    told.getItem().get(1).getItem().set(2, date("children.birth", "2008-01-14"));
    QuestionnaireResponse form = prefill(Readings.knownFrom(told));
    assertThat(Extensions.isTrue(form.getItemFirstRep(), Extensions.ADULT)).isTrue();
    assertThat(Extensions.isTrue(form.getItemFirstRep(), Extensions.UNVERIFIED)).isFalse();
  }

  @Test
  void aPicturedChildThatIsKnownIsNotListedAgain() {
    assertThat(
            prefill(Readings.knownFrom(TOLD), picture(PICTURED, pictured("2019-03-05"))).getItem())
        .hasSize(1);
  }

  @Test
  void twinsOfWhomOneIsKnownAreTwo() {
    assertThat(
            prefill(
                    Readings.knownFrom(TOLD),
                    picture(PICTURED, pictured("2019-03-05"), pictured("2019-03-05")))
                .getItem())
        .hasSize(2);
  }

  @Test
  void twinsInTwoPicturesStayTwo() {
    FamilyPicture one = picture(PICTURED, pictured("2019-03-05"), pictured("2019-03-05"));
    FamilyPicture other = picture(null, pictured("2019-03-05"), pictured("2019-03-05"));
    assertThat(prefill(Readings.NOBODY, one, other).getItem()).hasSize(2);
  }

  @Test
  void twinsOfWhomALaterPictureShowsOnlyOneAreStillTwo() {
    FamilyPicture later = picture(PICTURED, pictured("2019-03-05"));
    FamilyPicture other = picture(null, pictured("2019-03-05"), pictured("2019-03-05"));
    assertThat(prefill(Readings.NOBODY, later, other).getItem()).hasSize(2);
  }

  @Test
  void aPicturedChildIsUnverifiedAndCarriesTheDateOfThePicture() {
    PicturedChild noor =
        new PicturedChild(
            PartialDate.parse("2021-08-09"), true, "Noor", Relation.STEP, "RelatedPerson/9");
    QuestionnaireResponseItemComponent group =
        prefill(Readings.NOBODY, picture(PICTURED, noor)).getItemFirstRep();
    assertThat(Extensions.isTrue(group, Extensions.UNVERIFIED)).isTrue();
    assertThat(Extensions.value(group, Extensions.PICTURE_DATE)).contains("2025-05-01");
    assertThat(Extensions.isTrue(group, Extensions.UNDATED)).isFalse();
    assertThat(Extensions.isTrue(group, Extensions.ADULT)).isFalse();
    assertThat(group.getItem())
        .extracting(QuestionnaireResponseItemComponent::getLinkId)
        .containsExactly(
            "children.label", "children.birth", "children.relation", "children.residence");
  }

  @Test
  void anUndatedPictureIsShownAsUndated() {
    QuestionnaireResponseItemComponent group =
        prefill(Readings.NOBODY, picture(null, pictured("2021-08-09"))).getItemFirstRep();
    assertThat(Extensions.isTrue(group, Extensions.UNDATED)).isTrue();
    assertThat(Extensions.value(group, Extensions.PICTURE_DATE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2008-01-14", "2007-12", "2007", "1990"})
  void whoIsCertainlyEighteenIsMarked(String birth) {
    assertThat(isAdult(birth)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2008-01-15", "2008-01", "2008", "2020"})
  void whoMayBeYoungerIsNot(String birth) {
    assertThat(isAdult(birth)).isFalse();
  }

  private static boolean isAdult(String birth) {
    return Extensions.isTrue(
        prefill(Readings.NOBODY, picture(null, pictured(birth))).getItemFirstRep(),
        Extensions.ADULT);
  }

  @Test
  void aNumberWithoutChildrenInventsNone() {
    FamilyPicture number = new FamilyPicture(List.of(pictured("2021-08")), 3, 2, null, null);
    assertThat(prefill(Readings.NOBODY, number).getItem()).hasSize(1);
  }

  @Test
  void severalPicturesOfOneChildAreOneChildAsTheLatestShowsIt() {
    PicturedChild older =
        new PicturedChild(PartialDate.parse("2021-08-09"), true, "Noor", null, "a");
    PicturedChild newer =
        new PicturedChild(PartialDate.parse("2021-08-09"), false, null, null, "b");
    QuestionnaireResponse form =
        prefill(
            Readings.NOBODY,
            picture(null, older),
            picture(PICTURED.minusYears(1), older),
            picture(PICTURED, newer));
    assertThat(form.getItem()).hasSize(1);
    QuestionnaireResponseItemComponent group = form.getItemFirstRep();
    assertThat(Extensions.value(group, Extensions.PICTURE_DATE)).contains("2025-05-01");
    Group read = Group.whole(form, Set.of()).groups("children").get(0);
    assertThat(read.answer("children.label").orElseThrow().text()).isEqualTo("Noor");
    assertThat(read.answer("children.residence").orElseThrow().value())
        .extracting("code")
        .hasToString("elsewhere");
  }

  @Test
  void twoOfOneBirthWithOtherNamesAreTwo() {
    PicturedChild noor =
        new PicturedChild(PartialDate.parse("2021-08-09"), null, "Noor", null, "a");
    PicturedChild lot = new PicturedChild(PartialDate.parse("2021-08-09"), null, "Lot", null, "b");
    assertThat(prefill(Readings.NOBODY, picture(PICTURED, noor), picture(null, lot)).getItem())
        .hasSize(2);
  }

  @Test
  void aKnownPregnancyBringsItsDateAndNeverItsAnswer() {
    QuestionnaireResponse told =
        Form.of(code("pregnancy", "yes"), date("pregnancy-expected", "2026-05"));
    QuestionnaireResponse form = prefill(Readings.knownFrom(told), expecting("2026-06-01"));
    assertThat(form.getItem())
        .extracting(QuestionnaireResponseItemComponent::getLinkId)
        .containsExactly("pregnancy-expected");
    assertThat(form.getItemFirstRep().getAnswerFirstRep().getValue().primitiveValue())
        .isEqualTo("2026-05");
    assertThat(form.getItemFirstRep().hasExtension()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "ended"})
  void aPregnancyThatEndedIsNotBroughtUpByAnOldPicture(String status) {
    QuestionnaireResponse told = Form.of(code("pregnancy", status));
    assertThat(prefill(Readings.knownFrom(told), expecting("2026-06-01")).getItem()).isEmpty();
  }

  @Test
  void aPregnancyThatOnlyTheEpdPicturesIsUnverified() {
    QuestionnaireResponse form = prefill(Readings.NOBODY, expecting("2026-06-01"));
    assertThat(Extensions.isTrue(form.getItemFirstRep(), Extensions.UNVERIFIED)).isTrue();
    assertThat(form.getItemFirstRep().getAnswerFirstRep().getValue().primitiveValue())
        .isEqualTo("2026-06-01");
  }

  @Test
  void anExpectedBirthOfLongAgoSaysNothingNow() {
    assertThat(prefill(Readings.NOBODY, expecting("2025-11-13")).getItem()).isEmpty();
    assertThat(prefill(Readings.NOBODY, expecting("2025-11-14")).getItem()).hasSize(1);
  }

  private static QuestionnaireResponse prefill(Family known, FamilyPicture... pictures) {
    QuestionnaireResponse form =
        Prefill.of(
            Fhir.FORM, "Patient/anja", "Encounter/e1", known, List.of(pictures), Readings.TODAY);
    assertThat(Fhir.FORM.faultsOf(form)).isEmpty();
    return form;
  }

  /** The form as it would come back untouched. */
  private static QuestionnaireResponse sent(QuestionnaireResponse form) {
    QuestionnaireResponse sent = Form.of();
    form.getItem().forEach(sent::addItem);
    return sent;
  }

  private static PicturedChild pictured(String birth) {
    return new PicturedChild(PartialDate.parse(birth), null, null, null, "Observation/1");
  }

  private static FamilyPicture picture(@Nullable LocalDate date, PicturedChild... children) {
    return new FamilyPicture(List.of(children), null, null, date, null);
  }

  private static FamilyPicture expecting(String date) {
    return new FamilyPicture(List.of(), null, null, null, PartialDate.parse(date));
  }
}
