package nl.kindcheck.fhirprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.assertj.core.api.ListAssert;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/**
 * The profiles refuse what the house never does: each test takes a valid example and spoils one
 * thing.
 */
class ProfilesTests {

  @Test
  void flagWithoutAnEndIsRefused() {
    errorsOf(Flag.class, "example-flag", f -> f.getPeriod().setEndElement(null))
        .anyMatch(e -> e.contains("Flag.period.end"));
  }

  @Test
  void flagThatCallsThePatientAVictimIsRefused() {
    errorsOf(
            Flag.class,
            "example-flag",
            f -> f.getCode().addCoding().setSystem("http://snomed.info/sct").setCode("397940009"))
        .anyMatch(e -> e.contains("kc-flag-no-victim"));
  }

  @Test
  void childWithABsnIsRefused() {
    errorsOf(
            RelatedPerson.class,
            "example-mees",
            c ->
                c.addIdentifier(
                    new Identifier()
                        .setSystem("http://fhir.nl/fhir/NamingSystem/bsn")
                        .setValue("000000000")))
        .anyMatch(e -> e.contains("kc-child-no-bsn"));
  }

  @Test
  void childWithMoreThanIsNeededIsRefused() {
    errorsOf(
            RelatedPerson.class,
            "example-mees",
            c -> {
              c.addTelecom(new ContactPoint().setValue("0"));
              c.getNameFirstRep().setFamily("Voorbeeld");
            })
        .anyMatch(e -> e.contains("RelatedPerson.telecom"))
        .anyMatch(e -> e.contains("RelatedPerson.name.family"));
  }

  @Test
  void statementWithoutPerspectiveIsRefused() {
    errorsOf(
            Observation.class,
            "example-statement",
            o -> o.getExtension().removeIf(e -> e.getUrl().equals(extension("perspective"))))
        .anyMatch(e -> e.contains("Observation.extension:perspective"));
  }

  @Test
  void statementWithoutNatureIsRefused() {
    errorsOf(
            Observation.class,
            "example-statement",
            o -> o.getExtension().removeIf(e -> e.getUrl().equals(extension("nature"))))
        .anyMatch(e -> e.contains("Observation.extension:nature"));
  }

  @Test
  void statementOfAPerspectiveThatDoesNotExistIsRefused() {
    errorsOf(
            Observation.class,
            "example-statement",
            o -> o.getExtensionByUrl(extension("perspective")).setValue(new CodeType("neighbour")))
        .anyMatch(e -> e.contains("neighbour"));
  }

  @Test
  void statementWithNeitherValueNorReasonWhyNotIsRefused() {
    errorsOf(Observation.class, "example-statement-unknown", o -> o.setDataAbsentReason(null))
        .anyMatch(e -> e.contains("kc-statement-value"));
  }

  @Test
  void strengthWithoutADomainIsRefused() {
    errorsOf(Observation.class, "example-statement", o -> o.setCategory(null))
        .anyMatch(e -> e.contains("kc-statement-domain"));
  }

  @Test
  void statementThatIsOnNoParentsRecordIsRefused() {
    errorsOf(Observation.class, "example-statement", o -> o.setSubject(null))
        .anyMatch(e -> e.contains("Observation.subject"));
  }

  @Test
  void taskWithoutAnOwnerIsRefused() {
    errorsOf(Task.class, "example-task", t -> t.setOwner(null))
        .anyMatch(e -> e.contains("Task.owner"));
  }

  @Test
  void taskWithoutADueDateIsRefused() {
    errorsOf(Task.class, "example-task", t -> t.getRestriction().getPeriod().setEndElement(null))
        .anyMatch(e -> e.contains("Task.restriction.period.end"));
  }

  @Test
  void taskThatIsNoneOfOursIsRefused() {
    errorsOf(Task.class, "example-task", t -> t.getCode().getCoding().remove(0))
        .anyMatch(e -> e.contains("Task.code.coding:kindcheck"));
  }

  @Test
  void goalWithoutAnOwnerIsRefused() {
    errorsOf(Goal.class, "example-goal", g -> g.setExtension(null))
        .anyMatch(e -> e.contains("Goal.extension:owner"));
  }

  @Test
  void goalThatMeasuresIsRefused() {
    errorsOf(
            Goal.class,
            "example-goal",
            g ->
                g.getTargetFirstRep()
                    .setMeasure(new CodeableConcept().setText("punten"))
                    .setDetail(new IntegerType(7)))
        .anyMatch(e -> e.contains("Goal.target.measure"));
  }

  @Test
  void goalThatWasStoppedWithoutAReasonIsRefused() {
    errorsOf(Goal.class, "example-goal-stopped", g -> g.setStatusReason(null))
        .anyMatch(e -> e.contains("kc-goal-stopped"));
  }

  @Test
  void goalThatIsOnlyPlannedIsRefused() {
    errorsOf(
            Goal.class, "example-goal", g -> g.setLifecycleStatus(Goal.GoalLifecycleStatus.PLANNED))
        .anyMatch(e -> e.contains("kc-goal-status"));
  }

  @Test
  void carePlanOfNobodyIsRefused() {
    errorsOf(
            CarePlan.class,
            "example-care-plan",
            p -> p.getActivityFirstRep().getDetail().setPerformer(null))
        .anyMatch(e -> e.contains("CarePlan.activity.detail.performer"));
  }

  @Test
  void carePlanWithoutAReasonIsRefused() {
    errorsOf(
            CarePlan.class,
            "example-care-plan",
            p -> p.getActivityFirstRep().getDetail().setDescription(null))
        .anyMatch(e -> e.contains("CarePlan.activity.detail.description"));
  }

  @Test
  void correctionWithoutAReasonIsRefused() {
    errorsOf(Provenance.class, "example-correction", p -> p.setReason(null))
        .anyMatch(e -> e.contains("kc-provenance-correction"));
  }

  @Test
  void amendmentWithoutAReasonIsRefused() {
    errorsOf(
            QuestionnaireResponse.class,
            "example-amended",
            r -> r.getExtension().removeIf(e -> e.getUrl().equals(extension("amendment-reason"))))
        .anyMatch(e -> e.contains("kc-response-amended"));
  }

  @Test
  void responseWithoutAnOutcomeIsRefused() {
    errorsOf(
            QuestionnaireResponse.class,
            "example-bare",
            r -> r.getItem().removeIf(i -> i.getLinkId().equals("outcome")))
        .anyMatch(e -> e.contains("outcome"));
  }

  @Test
  void responseOfWhichNobodyIsTheAuthorIsRefused() {
    errorsOf(QuestionnaireResponse.class, "example-bare", r -> r.setAuthor(null))
        .anyMatch(e -> e.contains("QuestionnaireResponse.author"));
  }

  @Test
  void draftThatIsSentAsAKindcheckIsRefused() {
    errorsOf(
            QuestionnaireResponse.class,
            "example-bare",
            r -> r.setStatus(QuestionnaireResponseStatus.INPROGRESS))
        .anyMatch(e -> e.contains("kc-response-status"));
  }

  @Test
  void responseToAnotherVersionOfTheFormIsRefused() {
    errorsOf(
            QuestionnaireResponse.class,
            "example-bare",
            r -> r.setQuestionnaire(Published.BASE + "Questionnaire/kindcheck|0.9.0"))
        .anyMatch(e -> e.contains("QuestionnaireResponse.questionnaire"));
  }

  @Test
  void answerFromTheCodesOfAnotherQuestionIsRefused() {
    var wellbeing = new Coding(Published.BASE + "CodeSystem/wellbeing", "goes-well", null);

    errorsOf(QuestionnaireResponse.class, "example-bare", r -> answerWith(r, "outcome", wellbeing))
        .anyMatch(e -> e.contains("ValueSet/outcome"));
  }

  @Test
  void answerToAQuestionThatIsNotAskedIsRefused() {
    var goesWell = new Coding(Published.BASE + "CodeSystem/outcome", "goes-well", null);

    errorsOf(
            QuestionnaireResponse.class,
            "example-postponed",
            r -> answerWith(r, "outcome", goesWell))
        .anyMatch(e -> e.contains("postponed-until"));
  }

  @Test
  void questionThatTheFormDoesNotHaveIsRefused() {
    errorsOf(
            QuestionnaireResponse.class,
            "example-bare",
            r -> r.addItem().setLinkId("score").addAnswer().setValue(new IntegerType(7)))
        .anyMatch(e -> e.contains("score"));
  }

  @Test
  void whereAPrefilledChildCameFromIsAccepted() {
    var response = Published.copy(QuestionnaireResponse.class, "example-goes-well");
    response.getItem().stream()
        .filter(i -> i.getLinkId().equals("children"))
        .forEach(
            child -> {
              child.addExtension(new Extension(extension("unverified"), new BooleanType(true)));
              child.addExtension(
                  new Extension(extension("picture-date"), new DateType("2025-11-20")));
            });

    assertThat(Validation.OURS.findings(response)).isEmpty();
  }

  @Test
  void unverifiedWithAnythingButYesOrNoIsRefused() {
    errorsOf(
            QuestionnaireResponse.class,
            "example-goes-well",
            r ->
                r.getItem()
                    .get(2)
                    .addExtension(new Extension(extension("unverified"), new StringType("maybe"))))
        .anyMatch(e -> e.contains("unverified"));
  }

  private static String extension(String name) {
    return Published.BASE + "StructureDefinition/" + name;
  }

  private static void answerWith(QuestionnaireResponse response, String linkId, Coding coding) {
    response.getItem().stream()
        .filter(i -> i.getLinkId().equals(linkId))
        .forEach(i -> i.getAnswerFirstRep().setValue(coding));
  }

  private static <T extends Resource> ListAssert<String> errorsOf(
      Class<T> type, String id, Consumer<T> spoil) {
    var resource = Published.copy(type, id);
    assertThat(Validation.OURS.errors(resource)).as("before it is spoiled").isEmpty();
    spoil.accept(resource);
    return assertThat(Validation.OURS.errors(resource));
  }
}
