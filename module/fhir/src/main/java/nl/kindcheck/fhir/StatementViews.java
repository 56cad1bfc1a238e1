package nl.kindcheck.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.Topic;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.UrlType;

/** What we know as FHIR resources, each claiming the profile that we publish. */
public final class StatementViews {

  private static final String SMART = "http://hl7.org/fhir/smart-app-launch/CodeSystem/smart-codes";
  private static final String DATA_ABSENT =
      "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  private StatementViews() {}

  /**
   * One statement; about a child through {@code focus}.
   *
   * @param patientReference for instance {@code Patient/12}
   * @param corrected whether a later statement corrects it
   */
  public static Observation observation(
      Statement statement, String patientReference, boolean corrected) {
    Observation observation = new Observation();
    claimProfile(observation, statement.id().toString(), "kindcheck-statement");
    SecurityLabels.put(observation, statement);
    observation.addExtension(Extensions.PERSPECTIVE, new CodeType(statement.perspective().code()));
    observation.addExtension(Extensions.NATURE, new CodeType(statement.nature().code()));
    observation.setStatus(corrected ? ObservationStatus.ENTEREDINERROR : ObservationStatus.FINAL);
    observation.setCode(Codings.concept("topic", statement.claim().topic()));
    observation.setSubject(new Reference(patientReference));
    if (statement.claim() instanceof Claim.AboutChild about) {
      observation.addFocus(new Reference("RelatedPerson/" + about.child()));
    }
    observation.setEffective(new DateTimeType(statement.observedAt().toString()));
    observation.setIssuedElement(instant(statement.recordedAt()));
    observation.addPerformer(new Reference(statement.author()));
    observation.addDerivedFrom(
        new Reference("QuestionnaireResponse/" + statement.origin().response()));
    ObservedValue.put(statement.claim(), observation);
    return observation;
  }

  /** A child, as it reads now. Inactive once it died. */
  public static RelatedPerson child(Child child, String patientReference) {
    RelatedPerson person = new RelatedPerson();
    claimProfile(person, child.id().toString(), "kindcheck-child");
    SecurityLabels.restricted(person);
    person.setActive(!child.died());
    person.setPatient(new Reference(patientReference));
    child.relation().ifPresent(r -> person.addRelationship(RelationCodes.concept(r)));
    child
        .label()
        .ifPresent(label -> person.addName().setUse(HumanName.NameUse.USUAL).addGiven(label));
    if (child.birth().isPresent()) {
      person.setBirthDateElement(new DateType(child.birth().get().toString()));
    } else if (child.statements().stream().anyMatch(s -> s.claim().topic() == Topic.BIRTH)) {
      DateType unknown = new DateType();
      unknown.addExtension(DATA_ABSENT, new CodeType("asked-unknown"));
      person.setBirthDateElement(unknown);
    }
    return person;
  }

  /**
   * Who recorded a statement, from what, and what it corrects and why.
   *
   * @param responseReference for instance {@code QuestionnaireResponse/12/_history/2}
   */
  public static Provenance provenance(Statement statement, String responseReference) {
    Provenance provenance = new Provenance();
    claimProfile(provenance, statement.id().toString(), "kindcheck-provenance");
    SecurityLabels.put(provenance, statement);
    provenance.addTarget(new Reference("Observation/" + statement.id()));
    if (statement.claim() instanceof Claim.AboutChild about) {
      provenance.addTarget(new Reference("RelatedPerson/" + about.child()));
    }
    provenance.setRecordedElement(instant(statement.recordedAt()));
    provenance.addAgent().setWho(new Reference(statement.author()));
    provenance
        .addEntity()
        .setRole(ProvenanceEntityRole.SOURCE)
        .setWhat(new Reference(responseReference));
    Statement.Correction correction = statement.corrects();
    if (correction != null) {
      provenance
          .addEntity()
          .setRole(ProvenanceEntityRole.REVISION)
          .setWhat(new Reference("Observation/" + correction.statement()));
      provenance.addReason().setText(correction.reason());
    }
    provenance.setActivity(activity(statement));
    return provenance;
  }

  private static CodeableConcept activity(Statement statement) {
    String code =
        statement.corrects() == null
            ? "CREATE"
            : statement.claim() instanceof Claim.Retracted ? "NULLIFY" : "UPDATE";
    return new CodeableConcept(
        new Coding()
            .setSystem("http://terminology.hl7.org/CodeSystem/v3-DataOperation")
            .setCode(code));
  }

  /**
   * Attention for a child, on the parent's record.
   *
   * @param end the day on which a person looks again
   */
  public static Flag flag(String id, String patientReference, LocalDate start, LocalDate end) {
    Flag flag = new Flag();
    claimProfile(flag, id, "kindcheck-flag");
    SecurityLabels.shielded(flag);
    flag.setStatus(Flag.FlagStatus.ACTIVE);
    flag.setCode(
        new CodeableConcept(
            new Coding().setSystem(Canonical.codeSystem("flag")).setCode("concern-for-child")));
    flag.setSubject(new Reference(patientReference));
    flag.setPeriod(new Period().setStartElement(dayTime(start)).setEndElement(dayTime(end)));
    return flag;
  }

  /** A task with its one owner and its due date. */
  public static Task task(TaskView view) {
    Task task = new Task();
    claimProfile(task, view.id(), "kindcheck-task");
    if (view.question() == null) {
      SecurityLabels.restricted(task);
    } else {
      // What a clinician asks of the officer is between the two of them.
      SecurityLabels.shielded(task);
    }
    task.setStatus(TaskStatus.fromCode(view.status()));
    task.setIntent(TaskIntent.ORDER);
    task.getCode().addCoding().setSystem(Canonical.codeSystem("task")).setCode(view.code());
    task.setFor(new Reference(view.patientReference()));
    if (view.encounterReference() != null) {
      task.setEncounter(new Reference(view.encounterReference()));
    }
    task.setAuthoredOnElement(time(view.created()));
    task.setLastModifiedElement(time(view.modified()));
    task.setOwner(owner(view.owner(), view.ownerIsRole()));
    task.getRestriction().setPeriod(new Period().setEndElement(dayTime(view.due())));
    if (view.question() != null) {
      task.setDescription(view.question());
    }
    if (view.askedBy() != null) {
      task.setRequester(new Reference(view.askedBy()));
    }
    if (view.launchUrl() != null) {
      task.getCode().addCoding().setSystem(SMART).setCode("launch-app-ehr");
      task.addInput()
          .setType(
              new CodeableConcept(new Coding().setSystem(SMART).setCode("smartonfhir-application")))
          .setValue(new UrlType(view.launchUrl()));
    }
    return task;
  }

  /**
   * One owner.
   *
   * @param owner a reference of the EPD, or the code of a role
   */
  static Reference owner(String owner, boolean isRole) {
    if (!isRole) {
      return new Reference(owner);
    }
    Reference role = new Reference().setType("PractitionerRole").setDisplay(owner);
    role.getIdentifier().setSystem(Canonical.role()).setValue(owner);
    return role;
  }

  static void claimProfile(DomainResource resource, String id, String profile) {
    resource.setId(id);
    resource.getMeta().addProfile(Canonical.structureDefinition(profile));
  }

  private static DateTimeType dayTime(LocalDate day) {
    return new DateTimeType(day.toString());
  }

  private static DateTimeType time(Instant instant) {
    return new DateTimeType(text(instant));
  }

  static InstantType instant(Instant instant) {
    return new InstantType(text(instant));
  }

  /** To the millisecond, which is as precise as readers of FHIR are sure to be. */
  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
