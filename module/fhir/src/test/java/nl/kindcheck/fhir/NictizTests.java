package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.rule.Completeness;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Missing;
import nl.kindcheck.core.rule.Standing;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Nictiz' own files, read where they lie beside the project and never copied. The clock stands at
 * the first of June 2026.
 */
class NictizTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
  private static final Path FILES =
      Path.of(System.getProperty("kindcheck.shared", "../../../shared"), "fhir");
  private static final String NL_CORE = "nl-core-0.12.1-beta.1/examples/";
  private static final String DRAFT =
      "nl-core-familysituation-draft/examples/nl-core-FamilySituation-01.xml";
  private static final String STU3 = "zib2017-stu3/zib-FamilySituation-01.xml";

  @BeforeAll
  static void needsTheFiles() {
    boolean there = Files.isDirectory(FILES);
    String why = "Skipped: Nictiz' files are not beside the project, expected in " + FILES;
    if (!there) {
      // The report of a run names skipped tests and not the reason.
      System.out.println(why);
    }
    assumeTrue(there, why);
  }

  @Test
  void theDraftForR4PrefillsThreeChildrenOfWhomTwoAtHome() throws IOException {
    FamilyPicture picture = draft();
    assertThat(picture.numberOfChildren()).isEqualTo(3);
    assertThat(picture.numberAtHome()).isEqualTo(2);
    assertThat(picture.date()).isNull();
    QuestionnaireResponse form = prefill(picture);
    assertThat(births(form)).containsExactly("2011-04-19", "2003-01-01", "2001-07-01");
    assertThat(residences(form)).containsExactly("with-patient", "with-patient", "elsewhere");
    assertThat(marked(form, Extensions.ADULT)).containsExactly(false, true, true);
    assertThat(marked(form, Extensions.UNVERIFIED)).containsExactly(true, true, true);
    assertThat(marked(form, Extensions.UNDATED)).containsExactly(true, true, true);
  }

  @Test
  void theBuildingBlockForStu3PrefillsThreeChildrenOfWhomTwoAtHome() throws IOException {
    FamilyPicture picture = stu3();
    assertThat(picture.numberOfChildren()).isEqualTo(3);
    assertThat(picture.numberAtHome()).isEqualTo(2);
    assertThat(picture.date()).isEqualTo(LocalDate.parse("2018-08-10"));
    QuestionnaireResponse form = prefill(picture);
    assertThat(births(form)).containsExactly("2009-08-02", "2011-04-02", "2006-04-02");
    assertThat(residences(form)).containsExactly("with-patient", "with-patient", "elsewhere");
    assertThat(marked(form, Extensions.ADULT)).containsExactly(false, false, true);
    assertThat(marked(form, Extensions.UNVERIFIED)).containsExactly(true, true, true);
    assertThat(marked(form, Extensions.UNDATED)).containsExactly(false, false, false);
    assertThat(form.getItem())
        .extracting(group -> Extensions.value(group, Extensions.PICTURE_DATE).orElse(""))
        .containsOnly("2018-08-10");
  }

  @Test
  void aPrefilledFormCompletesNoKindcheck() throws IOException {
    for (FamilyPicture picture : List.of(draft(), stu3())) {
      for (String outcome : List.of("", "goes-well", "no-children")) {
        Completeness completeness = completeness(prefill(picture), outcome);
        assertThat(completeness.standing()).isEqualTo(Standing.INCOMPLETE);
        assertThat(completeness.missing()).isNotEmpty();
      }
      assertThat(completeness(prefill(picture), "goes-well").missing())
          .extracting(Missing::item)
          .contains(
              Missing.Item.LABEL,
              Missing.Item.WELLBEING,
              Missing.Item.OVER_ADAPTATION,
              Missing.Item.ILLNESS_EXPLAINED,
              Missing.Item.DISCUSSED,
              Missing.Item.GUT_FEELING);
    }
  }

  private static Completeness completeness(QuestionnaireResponse form, String outcome) {
    if (!outcome.isEmpty()) {
      form.addItem(Form.outcome(outcome));
    }
    form.setStatus(QuestionnaireResponseStatus.COMPLETED);
    form.setAuthoredElement(new DateTimeType("2026-06-01"));
    form.setAuthor(new Reference("Practitioner/noor"));
    Conversation read = Readings.read(form, Readings.RESPONSE, Readings.NOBODY, TODAY);
    assertThat(read.children()).hasSize(3);
    assertThat(read.said())
        .filteredOn(said -> said.linkId().startsWith("children"))
        .extracting(Conversation.Said::perspective)
        .containsOnly(Perspective.THIRD_PARTY);
    return Readings.completeness(read, Readings.NOBODY);
  }

  @Test
  void theContactPersonIsNoChild() throws IOException {
    RelatedPerson contact = (RelatedPerson) read(Fhir.R4, NL_CORE + "nl-core-ContactPerson-01.xml");
    FamilyPicture picture = FamilyPictures.fromRelatedPersons(List.of(contact), TODAY);
    assertThat(picture.children()).isEmpty();
    assertThat(prefill(picture).getItem()).isEmpty();
  }

  @Test
  void theEncounterIsRefusedForWantOfASubject() {
    assertThatThrownBy(
            () -> EpdReader.encounter(json(Fhir.R4, NL_CORE + "nl-core-Encounter-01.xml")))
        .isInstanceOfSatisfying(
            UnreadableResource.class,
            e ->
                assertThat(e.fault())
                    .isEqualTo(new Fault("Encounter.subject", "epd.missing", Map.of())));
  }

  @Test
  void theEpisodesOfCareAreRead() throws IOException {
    assertThat(EpdReader.episode(json(Fhir.R4, NL_CORE + "nl-core-EpisodeOfCare-01.xml")))
        .isEqualTo(
            new EpisodePicture(
                "nl-core-EpisodeOfCare-01", "active", LocalDate.parse("2014-04-05"), null, null));
    assertThat(EpdReader.episode(json(Fhir.R4, NL_CORE + "nl-core-EpisodeOfCare-04.xml")).status())
        .isEqualTo("finished");
  }

  @Test
  void thePatientIsRead() throws IOException {
    PatientPicture patient = EpdReader.patient(json(Fhir.R4, NL_CORE + "nl-core-Patient-01.xml"));
    assertThat(patient.id()).isEqualTo("nl-core-Patient-01");
    assertThat(patient.birth()).isNotNull();
  }

  @Test
  void theExpectedDeliveryIsReadAndIsLongAgo() throws IOException {
    Observation delivery =
        (Observation) read(Fhir.R4, NL_CORE + "nl-core-Pregnancy.EstimatedDateOfDelivery-01.xml");
    FamilyPicture picture = FamilyPictures.pregnancy(delivery);
    assertThat(picture.expectedDelivery()).isEqualTo(PartialDate.parse("2015-01-08"));
    assertThat(picture.date()).isEqualTo(LocalDate.parse("2014-07-15"));
    assertThat(prefill(picture).getItem()).isEmpty();
  }

  @Test
  void theSameChildrenAreReadWithoutFhirsMachinery() throws IOException {
    assertThat(epd(json(Fhir.R4, DRAFT)).children())
        .extracting(SeenChild::child)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("source")
        .isEqualTo(draft().children());
    assertThat(epd(json(Fhir.R4, DRAFT)).children())
        .extracting(seen -> seen.isAdultOn(TODAY))
        .containsExactly(false, true, true);
    assertThat(epd(json(Fhir.STU3, STU3)).children())
        .extracting(SeenChild::child)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("source")
        .isEqualTo(stu3().children());
    JsonNode contact = json(Fhir.R4, NL_CORE + "nl-core-ContactPerson-01.xml");
    String patient = contact.path("patient").path("reference").asString();
    assertThat(EpdFamily.of(patient, null, List.of(contact), List.of(), List.of(), TODAY))
        .isEqualTo(new EpdFamily(List.of(), List.of(), 0));
  }

  private static EpdFamily epd(JsonNode situation) {
    String patient = situation.path("subject").path("reference").asString();
    return EpdFamily.of(patient, null, List.of(), List.of(situation), List.of(), TODAY);
  }

  private static FamilyPicture draft() throws IOException {
    return FamilyPictures.fromR4((Observation) read(Fhir.R4, DRAFT));
  }

  private static FamilyPicture stu3() throws IOException {
    return FamilyPictures.fromStu3((org.hl7.fhir.dstu3.model.Observation) read(Fhir.STU3, STU3));
  }

  private static QuestionnaireResponse prefill(FamilyPicture picture) {
    Family nobody = Readings.NOBODY;
    return Prefill.of(Fhir.FORM, "Patient/piet", null, nobody, List.of(picture), TODAY);
  }

  private static List<String> births(QuestionnaireResponse form) {
    return answers(form, "children.birth");
  }

  private static List<String> residences(QuestionnaireResponse form) {
    return answers(form, "children.residence");
  }

  private static List<String> answers(QuestionnaireResponse form, String linkId) {
    return Group.whole(form, Set.of()).groups("children").stream()
        .map(group -> group.answer(linkId).orElseThrow().value())
        .map(value -> value instanceof Coding coding ? coding.getCode() : value.primitiveValue())
        .toList();
  }

  private static List<Boolean> marked(QuestionnaireResponse form, String extension) {
    List<QuestionnaireResponseItemComponent> groups = form.getItem();
    return groups.stream().map(group -> Extensions.isTrue(group, extension)).toList();
  }

  private static JsonNode json(FhirContext context, String file) throws IOException {
    return JsonMapper.shared()
        .readTree(context.newJsonParser().encodeResourceToString(read(context, file)));
  }

  private static IBaseResource read(FhirContext context, String file) throws IOException {
    return context.newXmlParser().parseResource(Files.readString(FILES.resolve(file)));
  }
}
