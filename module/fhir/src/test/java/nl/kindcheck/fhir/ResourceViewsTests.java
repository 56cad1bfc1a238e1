package nl.kindcheck.fhir;

import static nl.kindcheck.fhir.Form.child;
import static nl.kindcheck.fhir.Form.code;
import static nl.kindcheck.fhir.Form.date;
import static nl.kindcheck.fhir.Form.text;
import static nl.kindcheck.fhir.Form.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import nl.kindcheck.core.family.Relation;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceViewsTests {

  private static final Instant CREATED = Instant.parse("2026-01-12T09:30:00Z");
  private static final LocalDate DUE = LocalDate.parse("2026-01-20");

  @Test
  void aChildHasItsFirstNameAndItsMonthAndNoMore() {
    RelatedPerson sam =
        person(
            text("children.label", "Sam"),
            date("children.birth", "2019-03"),
            code("children.relation", "own"));
    assertThat(Validation.errors(sam)).isEmpty();
    assertThat(sam.getActive()).isTrue();
    assertThat(sam.getPatient().getReference()).isEqualTo("Patient/anja");
    assertThat(sam.getNameFirstRep().getGivenAsSingleString()).isEqualTo("Sam");
    assertThat(sam.getBirthDateElement().getValueAsString()).isEqualTo("2019-03");
    assertThat(sam.hasIdentifier()).isFalse();
    assertThat(sam.hasGender()).isFalse();
  }

  @Test
  void anUnknownBirthIsNotTheSameAsOneThatWasNotAsked() {
    RelatedPerson unknown = person(text("children.label", "Sam"), yes("children.birth-unknown"));
    RelatedPerson notAsked = person(text("children.label", "Sam"));
    assertThat(Validation.errors(unknown)).isEmpty();
    assertThat(Validation.errors(notAsked)).isEmpty();
    assertThat(unknown.getBirthDateElement().getExtension()).hasSize(1);
    assertThat(notAsked.getBirthDateElement().getExtension()).isEmpty();
  }

  @Test
  void aChildWithoutANameIsValidAndOneThatDiedIsInactive() {
    RelatedPerson child = person(date("children.birth", "2019"), yes("children.died"));
    assertThat(Validation.errors(child)).isEmpty();
    assertThat(child.getActive()).isFalse();
    assertThat(child.hasName()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Relation.class)
  void everyRelationIsValidAndIsReadBackAsItself(Relation relation) {
    RelatedPerson person = person(code("children.relation", relation.code()));
    assertThat(Validation.errors(person)).isEmpty();
    assertThat(RelationCodes.find(person.getRelationship()))
        .contains(new RelationCodes.Found(relation));
  }

  @ParameterizedTest
  @CsvSource({
    "own,NCHILD,",
    "step,STPCHLD,86764008",
    "foster,CHLDFOST,39062003",
    "adoptive,CHLDADOPT,393547004",
    "grandchild,GRNDCHILD,86372007",
    "sibling,SIB,375005",
    "partners-child,,",
    "other,,"
  })
  void aNationalCodeStandsOnlyWhereItSaysTheSame(
      String ours, @Nullable String v3, @Nullable String snomed) {
    RelatedPerson person = person(code("children.relation", ours));
    String all = Fhir.R4.newJsonParser().encodeResourceToString(person);
    int codes = 1 + (v3 == null ? 0 : 1) + (snomed == null ? 0 : 1);
    assertThat(person.getRelationshipFirstRep().getCoding()).hasSize(codes);
    assertThat(all).contains("\"" + (v3 == null ? ours : v3) + "\"");
    assertThat(all).contains("\"" + (snomed == null ? ours : snomed) + "\"");
  }

  @Test
  void aFlagHasAnEnd() {
    Flag flag = StatementViews.flag("f1", "Patient/anja", LocalDate.parse("2026-01-12"), DUE);
    assertThat(Validation.errors(flag)).isEmpty();
    assertThat(flag.getPeriod().getEndElement().getValueAsString()).isEqualTo("2026-01-20");
  }

  @Test
  void aTaskOfAPersonHasItsOwnerAndItsDueDate() {
    Task task =
        StatementViews.task(view("requested", "Practitioner/noor", false, "Encounter/e1", null));
    assertThat(Validation.errors(task)).isEmpty();
    assertThat(task.getOwner().getReference()).isEqualTo("Practitioner/noor");
    assertThat(task.getEncounter().getReference()).isEqualTo("Encounter/e1");
    assertThat(task.getRestriction().getPeriod().getEndElement().getValueAsString())
        .isEqualTo("2026-01-20");
    assertThat(task.getCode().getCoding()).hasSize(1);
    assertThat(task.hasInput()).isFalse();
  }

  @Test
  void aTaskOfARoleNamesTheRole() {
    Task task = StatementViews.task(view("completed", "kopp-kov-officer", true, null, null));
    assertThat(Validation.errors(task)).isEmpty();
    Reference owner = task.getOwner();
    assertThat(owner.hasReference()).isFalse();
    assertThat(owner.getDisplay()).isEqualTo("kopp-kov-officer");
    assertThat(owner.getIdentifier().getValue()).isEqualTo("kopp-kov-officer");
    assertThat(task.hasEncounter()).isFalse();
  }

  @Test
  void aTaskThatOpensTheFormIsALaunchForTheEpd() {
    Task task =
        StatementViews.task(
            view("requested", "Practitioner/noor", false, null, "https://app.example/launch"));
    assertThat(Validation.errors(task)).isEmpty();
    assertThat(task.getCode().getCoding().get(1).getCode()).isEqualTo("launch-app-ehr");
    assertThat(task.getInputFirstRep().getType().getCodingFirstRep().getCode())
        .isEqualTo("smartonfhir-application");
    assertThat(task.getInputFirstRep().getValue().primitiveValue())
        .isEqualTo("https://app.example/launch");
  }

  @Test
  void aTaskHasAStatusThatFhirKnows() {
    assertThatThrownBy(
            () -> StatementViews.task(view("nearly", "Practitioner/noor", false, null, null)))
        .isInstanceOf(FHIRException.class);
  }

  private static TaskView view(
      String status,
      String owner,
      boolean role,
      @Nullable String encounter,
      @Nullable String launch) {
    return new TaskView(
        "t1",
        "kindcheck",
        status,
        "Patient/anja",
        encounter,
        owner,
        role,
        DUE,
        CREATED,
        CREATED,
        launch,
        null,
        null);
  }

  @Test
  void aTaskThatAsksSomethingSaysWhatAndWhoAsks() {
    Task task =
        StatementViews.task(
            new TaskView(
                "t1",
                "consult",
                "requested",
                "Patient/anja",
                null,
                "kopp-kov-officer",
                true,
                DUE,
                CREATED,
                CREATED,
                null,
                "Hoe begin ik hierover?",
                "Practitioner/noor"));
    assertThat(task.getDescription()).isEqualTo("Hoe begin ik hierover?");
    assertThat(task.getRequester().getReference()).isEqualTo("Practitioner/noor");
    assertThat(task.getCode().getCodingFirstRep().getCode()).isEqualTo("consult");
  }

  private static RelatedPerson person(QuestionnaireResponseItemComponent... items) {
    return StatementViews.child(
        Readings.knownFrom(Form.of(child(items))).children().get(0), "Patient/anja");
  }
}
