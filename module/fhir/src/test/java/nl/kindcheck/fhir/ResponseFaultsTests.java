package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Form.child;
import static nl.kindcheck.fhir.Form.code;
import static nl.kindcheck.fhir.Form.date;
import static nl.kindcheck.fhir.Form.group;
import static nl.kindcheck.fhir.Form.outcome;
import static nl.kindcheck.fhir.Form.text;
import static nl.kindcheck.fhir.Form.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.policy.Policy;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused beyond the structure of the form. Today is the 14th of January 2026. */
class ResponseFaultsTests {

  private static final String ROOT = "QuestionnaireResponse.";
  private static final Map<String, String> NONE = Map.of();

  private final QuestionnaireResponse response = Form.of(outcome("goes-well"));

  @ParameterizedTest
  @EnumSource(
      value = QuestionnaireResponseStatus.class,
      names = {"COMPLETED", "AMENDED", "NULL"},
      mode = EnumSource.Mode.EXCLUDE)
  void onlyACompletedOrAmendedResponseIsTaken(QuestionnaireResponseStatus status) {
    response.setStatus(status);
    assertRefused("status", "response.status", Map.of("allowed", "completed, amended"));
  }

  @Test
  void aResponseHasAStatus() {
    response.setStatus(null);
    assertRefused("status", "response.status", Map.of("allowed", "completed, amended"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anja",
        "Patient/",
        "Practitioner/noor",
        "#anja",
        "Patient/a/b",
        "ftp://epd.example/Patient/anja",
        "Patient/anja?x=1"
      })
  void aResponseIsAboutAPatient(String reference) {
    response.setSubject(new Reference(reference));
    assertRefused("subject", "response.subject", NONE);
  }

  @Test
  void anAbsoluteReferenceToThePatientIsTaken() {
    response.setSubject(new Reference("https://epd.example/fhir/Patient/anja/_history/3"));
    assertThat(Readings.faults(response)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Patient/anja", "RelatedPerson/opa", "Organization/ggz"})
  void aResponseHasAProfessionalAsItsAuthor(String reference) {
    response.setAuthor(new Reference(reference));
    assertRefused("author", "response.author", NONE);
  }

  @Test
  void aResponseSaysOnWhichDayItWas() {
    response.setAuthored(null);
    assertRefused("authored", "response.authored", NONE);
    response.setAuthoredElement(new DateTimeType("2026-01"));
    assertRefused("authored", "response.authored", NONE);
  }

  @Test
  void aResponseIsNotOfTomorrow() {
    response.setAuthoredElement(new DateTimeType("2026-01-15"));
    assertRefused("authored", "response.authored-in-future", Map.of("today", "2026-01-14"));
  }

  @Test
  void theDayIsTheOneInTheNetherlands() {
    response.setAuthoredElement(new DateTimeType("2026-01-14T23:30:00Z"));
    assertRefused("authored", "response.authored-in-future", Map.of("today", "2026-01-14"));
    response.setAuthoredElement(new DateTimeType("2026-01-15T00:30:00+03:00"));
    assertThat(Readings.read(response).on()).isEqualTo("2026-01-14");
  }

  @Test
  void aTimeWithoutItsZoneIsNoMoment() {
    response.setAuthoredElement(new DateTimeType("2026-01-12T10:00:00"));
    assertRefused("authored", "response.authored", NONE);
  }

  @Test
  void aResponseIsNotFromBeforeAnybodyAskedForAKindcheck() {
    response.setAuthoredElement(new DateTimeType("1999-12-31"));
    assertRefused("authored", "response.authored-too-long-ago", Map.of("earliest", "2000-01-01"));
    response.setAuthoredElement(new DateTimeType("2000-01-01"));
    assertThat(Readings.faults(response)).isEmpty();
  }

  @Test
  void aFaultOfStructureHidesNoFaultOfPlausibility() {
    QuestionnaireResponse wrong =
        Form.of(
            outcome("splendid"),
            child(
                text("children.label", "Sam 123456782"),
                date("children.birth", "1890-05"),
                text("children.household", "bij oma"),
                code("children.wellbeing", "fine"),
                text("children.wellbeing-note", "Huilt veel.")),
            group("follow-up", date("follow-up.date", "2032-01-01")),
            group("nobody-knows"));
    wrong.setAuthoredElement(new DateTimeType("2026-01-15"));
    assertThat(Readings.faults(wrong))
        .extracting(Fault::expression, Fault::code)
        .containsExactlyInAnyOrder(
            tuple(ROOT + "authored", "response.authored-in-future"),
            tuple(ROOT + "item[0].answer[0].value", "response.unknown-code"),
            tuple(ROOT + "item[1].item[3].answer[0].value", "response.unknown-code"),
            tuple(ROOT + "item[3].linkId", "response.unknown-item"),
            tuple(ROOT + "item[1].item[2].answer[0].value", "response.needs-answer"),
            tuple(ROOT + "item[1].item[1].answer[0].value", "plausibility.born-too-long-ago"),
            tuple(ROOT + "item[2].item[0].answer[0].value", "plausibility.follow-up-too-far"),
            tuple(ROOT + "item[1].item[0].answer[0].value", "plausibility.bsn"));
  }

  @Test
  void whatCannotBeReadIsNotSaidToLackOrToBeSomebodyElse() {
    Family known =
        Readings.knownFrom(
            Form.of(
                child(text("children.label", "Sam"), date("children.birth", "2015-01")),
                child(text("children.label", "Sam"), date("children.birth", "2019-01"))));
    assertThat(
            Readings.faults(
                Form.of(
                    child(text("children.label", "Sam"), text("children.birth", "januari")),
                    group(
                        "carers",
                        text("carers.label", " "),
                        code("carers.role", "carer-role", "grandparent"))),
                known))
        .extracting(Fault::expression, Fault::code)
        .containsExactly(
            tuple(ROOT + "item[0].item[1].answer[0].value", "response.wrong-type"),
            tuple(ROOT + "item[1].item[0].answer[0].value", "response.blank-text"));
  }

  @Test
  void ofAnUnknownFormTheHeadAndTheTextsAreStillLookedAt() {
    response.setQuestionnaire("https://elsewhere.example/Questionnaire/x");
    response.setAuthor(null);
    response.addItem(text("nobody-knows", "123456782"));
    assertThat(Readings.faults(response))
        .extracting(Fault::expression, Fault::code)
        .containsExactly(
            tuple(ROOT + "author", "response.author"),
            tuple(ROOT + "questionnaire", "response.unknown-questionnaire"),
            tuple(ROOT + "item[1].answer[0].value", "plausibility.bsn"));
  }

  @Test
  void aYearThatNeverWasIsNoDate() {
    assertRefused(
        "item[0].item[0].answer[0].value",
        "response.no-such-date",
        Map.of("linkId", "children.birth"),
        child(date("children.birth", "0000-01")));
  }

  @Test
  void aFollowUpOutOfBoundsIsRefusedWhereItStands() {
    assertRefused(
        "item[1].item[1].answer[0].value",
        "plausibility.follow-up-before",
        Map.of("on", "2026-01-12"),
        outcome("goes-well"),
        group("follow-up", text("follow-up.action", "Bel."), date("follow-up.date", "2026-01-11")));
    assertRefused(
        "item[1].item[1].answer[0].value",
        "plausibility.follow-up-too-far",
        Map.of("latest", "2031-01-12"),
        outcome("goes-well"),
        group("follow-up", text("follow-up.action", "Bel."), date("follow-up.date", "2031-01-13")));
  }

  @Test
  void aCorrectionMayStillSayWhatFittedTheConversationThatItCorrects() {
    QuestionnaireResponse corrected =
        Form.of(
            outcome("postponed"),
            date("postponed-until", "2025-12-20"),
            group("follow-up", date("follow-up.date", "2025-12-15")));
    assertThat(Readings.faults(corrected)).hasSize(2);
    assertThat(
            new ResponseReader(Fhir.FORM)
                .read(
                    corrected,
                    Readings.RESPONSE,
                    Readings.NOBODY,
                    Policy.standard(),
                    Readings.TODAY,
                    LocalDate.parse("2025-12-10")))
        .isInstanceOf(Reading.Read.class);
  }

  @Test
  void faultsOfTheHeadAndOfTheFormAreNamedTogether() {
    response.setSubject(null);
    response.addItem(group("nobody-knows"));
    assertThat(Readings.faults(response))
        .extracting(Fault::code)
        .containsExactly("response.subject", "response.unknown-item");
  }

  @Test
  void aRefusalSaysWhy() {
    assertThatThrownBy(() -> new Reading.Refused(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sam", "00000000-0000-0000-0000-000000000001"})
  void aChildsIdIsOneThatWeGave(String id) {
    assertRefused(
        "item[0].item[0].answer[0].value",
        "response.unknown-child",
        NONE,
        child(text("children.id", id)));
  }

  @Test
  void aBirthIsNotBothKnownAndUnknown() {
    assertRefused(
        "item[0].item[1].answer[0].value",
        "response.birth-and-unknown",
        NONE,
        child(date("children.birth", "2019-03"), yes("children.birth-unknown")));
  }

  @Test
  void aHouseholdNeedsTheResidenceAndANoteNeedsTheWellbeing() {
    assertRefused(
        "item[0].item[0].answer[0].value",
        "response.needs-answer",
        Map.of("linkId", "children.household", "needs", "children.residence"),
        child(text("children.household", "bij oma")));
    assertRefused(
        "item[0].item[0].answer[0].value",
        "response.needs-answer",
        Map.of("linkId", "children.wellbeing-note", "needs", "children.wellbeing"),
        child(text("children.wellbeing-note", "Huilt veel.")));
  }

  @Test
  void aCarerHasALabelAndARole() {
    assertRefused(
        "item[0]",
        "response.needs-answer",
        Map.of("linkId", "carers", "needs", "carers.role"),
        group("carers", text("carers.label", "Oma")));
    assertRefused(
        "item[0]",
        "response.needs-answer",
        Map.of("linkId", "carers", "needs", "carers.label"),
        group("carers", code("carers.role", "carer-role", "grandparent")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02", "2026"})
  void aPostponementIsToADay(String until) {
    assertRefused(
        "item[1].answer[0].value",
        "response.day-needed",
        Map.of("linkId", "postponed-until"),
        outcome("postponed"),
        date("postponed-until", until));
  }

  @Test
  void aPostponementOutOfBoundsIsRefusedWhereItStands() {
    assertRefused(
        "item[1].answer[0].value",
        "plausibility.postponed-too-far",
        Map.of("latest", "2026-02-23"),
        outcome("postponed"),
        date("postponed-until", "2026-02-24"));
    assertRefused(
        "item[1].answer[0].value",
        "plausibility.postponed-not-after",
        Map.of("on", "2026-01-12"),
        outcome("postponed"),
        date("postponed-until", "2026-01-12"));
  }

  @Test
  void aBirthThatCannotBeIsRefusedWhereItStands() {
    assertRefused(
        "item[0].item[0].answer[0].value",
        "plausibility.born-too-long-ago",
        Map.of("earliest", "1926-01-14"),
        child(date("children.birth", "1890")));
    assertRefused(
        "item[0].item[0].answer[0].value",
        "plausibility.born-after-today",
        Map.of("today", "2026-01-14"),
        child(date("children.birth", "2027-01")));
  }

  @Test
  void anExpectedBirthThatCannotBeIsRefused() {
    assertRefused(
        "item[1].answer[0].value",
        "plausibility.expected-too-far",
        Map.of("latest", "2026-11-12"),
        code("pregnancy", "yes"),
        date("pregnancy-expected", "2027-01"));
    assertRefused(
        "item[1].answer[0].value",
        "plausibility.expected-too-long-ago",
        Map.of("earliest", "2025-11-12"),
        code("pregnancy", "yes"),
        date("pregnancy-expected", "2025-01"));
  }

  @Test
  void twoGroupsAreNotAboutOneChild() {
    Family known = Readings.knownFrom(Form.of(child(text("children.label", "Sam"))));
    String id = known.children().get(0).id().toString();
    assertThat(
            Readings.faults(
                Form.of(child(text("children.id", id)), child(text("children.label", " sam "))),
                known))
        .containsExactly(new Fault(ROOT + "item[1]", "response.child-twice", NONE));
    assertRefused(
        "item[1]",
        "response.child-twice",
        NONE,
        child(text("children.label", "Noor"), date("children.birth", "2019-03")),
        child(text("children.label", "noor"), date("children.birth", "2019")));
  }

  @Test
  void aNameThatTwoKnownChildrenShareDoesNotSayWhich() {
    Family known =
        Readings.knownFrom(
            Form.of(
                child(text("children.label", "Sam"), date("children.birth", "2015-01")),
                child(text("children.label", "Sam"), date("children.birth", "2019-01"))));
    assertThat(Readings.faults(Form.of(child(text("children.label", "Sam"))), known))
        .containsExactly(new Fault(ROOT + "item[0]", "response.ambiguous-child", NONE));
    assertThat(
            Readings.faults(
                Form.of(child(text("children.label", "Sam"), date("children.birth", "2019-01"))),
                known))
        .isEmpty();
  }

  private void assertRefused(String place, String code, Map<String, String> facts) {
    assertThat(Readings.faults(response)).containsExactly(new Fault(ROOT + place, code, facts));
  }

  private static void assertRefused(
      String place,
      String code,
      Map<String, String> facts,
      QuestionnaireResponseItemComponent... items) {
    assertThat(Readings.faults(Form.of(items)))
        .containsExactly(new Fault(ROOT + place, code, facts));
  }
}
