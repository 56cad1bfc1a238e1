package nl.kindcheck.demoepd.records;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import nl.kindcheck.demoepd.clock.DemoClock;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes down one fictional patient. There is no BSN, not even an invented one: what nobody needs
 * is not there. Of a child the month of birth is enough.
 */
final class Person {

  private static final String SNOMED = "http://snomed.info/sct";
  private static final String LIVING_AT_HOME =
      "http://nictiz.nl/fhir/StructureDefinition/ext-FamilySituation.LivingAtHome";
  private static final String DECEASED =
      "https://epd.example/fhir/StructureDefinition/relatedperson-deceased";

  private final String id;
  private final LocalDate today;
  private final List<Resource> resources = new ArrayList<>();
  private int count;

  private Person(String id, LocalDate today) {
    this.id = id;
    this.today = today;
  }

  static Person named(
      String id,
      String given,
      String family,
      AdministrativeGender gender,
      int age,
      LocalDate today) {
    Person person = new Person(id, today);
    Patient patient = new Patient().setActive(true).setGender(gender);
    patient.addName().setFamily(family).addGiven(given);
    patient.setBirthDateElement(new DateType(today.minusYears(age).minusMonths(5).toString()));
    patient.setId(id);
    person.resources.add(patient);
    return person;
  }

  /** Registered and waiting: there was no encounter yet, and there is no care manager. */
  Person waiting(int days) {
    return episode(EpisodeOfCareStatus.WAITLIST, days);
  }

  /** In care since a number of days, with the intake as the first encounter. */
  Person inCare(int days) {
    return episode(EpisodeOfCareStatus.ACTIVE, days).seen(ContactKind.INTAKE, days);
  }

  Person withCareManager() {
    resources.stream()
        .filter(EpisodeOfCare.class::isInstance)
        .map(EpisodeOfCare.class::cast)
        .forEach(
            episode ->
                episode.setCareManager(
                    new Reference(Staff.CARE_MANAGER.reference())
                        .setDisplay(Staff.CARE_MANAGER.label())));
    return this;
  }

  /** An encounter of an hour, days ago. */
  Person seen(ContactKind kind, int daysAgo) {
    Date start = date(daysAgo);
    Date end = Date.from(start.toInstant().plusSeconds(3600));
    resources.add(
        encounter(kind, EncounterStatus.FINISHED)
            .setPeriod(new Period().setStart(start).setEnd(end)));
    return this;
  }

  /** An encounter that is still open. */
  Person present(ContactKind kind, int days) {
    resources.add(
        encounter(kind, EncounterStatus.INPROGRESS).setPeriod(new Period().setStart(date(days))));
    return this;
  }

  /** Somebody around the patient, as the EPD has it; nothing of it was said in a Kindcheck. */
  Person knows(String roleCode, String display, String given) {
    RelatedPerson person = identified("relation", new RelatedPerson());
    person.setActive(true).setPatient(subject());
    person.addName().addGiven(given);
    person.addRelationship(
        concept("http://terminology.hl7.org/CodeSystem/v3-RoleCode", roleCode, display));
    resources.add(person);
    return this;
  }

  /** A child around the patient. */
  Person knowsChild(String roleCode, String display, String given, int age) {
    knows(roleCode, display, given);
    RelatedPerson child = (RelatedPerson) resources.get(resources.size() - 1);
    LocalDate birth = today.minusYears(age).minusMonths(4);
    child.setBirthDateElement(new DateType(birth.toString().substring(0, 7)));
    return this;
  }

  /** Where the patient lives. */
  Person livesAt(String line, String postalCode) {
    Patient patient = (Patient) resources.get(0);
    patient.addAddress(address(line, postalCode));
    return this;
  }

  /** Where whoever was named last lives. */
  Person at(String line, String postalCode) {
    last().addAddress(address(line, postalCode));
    return this;
  }

  /** Whoever was named last died. FHIR has no element for that in a RelatedPerson. */
  Person whoDied() {
    last().addExtension(DECEASED, new BooleanType(true));
    return this;
  }

  private RelatedPerson last() {
    return (RelatedPerson) resources.get(resources.size() - 1);
  }

  private static Address address(String line, String postalCode) {
    return new Address().addLine(line).setPostalCode(postalCode).setCity("Nergenshuizen");
  }

  /** The national picture of the family (zib FamilySituation, a draft in R4): children at home. */
  Person pictured(int daysAgo, int... ages) {
    Observation picture =
        observation(concept(SNOMED, "365470003", "Bevinding betreffende gezinssituatie"), daysAgo);
    picture
        .addComponent()
        .setCode(concept(SNOMED, "224118004", "Aantal kinderen"))
        .setValue(new IntegerType(ages.length));
    for (int age : ages) {
      String birth = today.minusYears(age).minusMonths(4).toString().substring(0, 7);
      picture
          .addComponent()
          .setCode(concept(SNOMED, "67822003", "Kind"))
          .setValue(new DateTimeType(birth))
          .addExtension(LIVING_AT_HOME, new BooleanType(true));
    }
    resources.add(picture);
    return this;
  }

  /** A HoNOS+ rating, which is an evaluation of the treatment. */
  Person rated(int daysAgo) {
    resources.add(
        observation(
                concept(
                    "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.28.1", "H+V01", "HoNOS+ Gedrag"),
                daysAgo)
            .setValue(new Quantity(1)));
    return this;
  }

  /** Pregnant, with the expected date in a number of weeks. */
  Person expecting(int weeks) {
    resources.add(
        observation(concept(SNOMED, "161714006", "Estimated date of delivery"), 30)
            .setValue(new DateTimeType(today.plusWeeks(weeks).toString())));
    return this;
  }

  List<Resource> resources() {
    return List.copyOf(resources);
  }

  private Person episode(EpisodeOfCareStatus status, int days) {
    EpisodeOfCare episode = new EpisodeOfCare().setStatus(status).setPatient(subject());
    episode.setPeriod(new Period().setStart(date(days))).setId(episodeId());
    resources.add(episode);
    return this;
  }

  private String episodeId() {
    return id + "-episode";
  }

  private Encounter encounter(ContactKind kind, EncounterStatus status) {
    Encounter encounter = identified("encounter", new Encounter());
    encounter
        .setStatus(status)
        .setClass_(kind.encounterClass())
        .addType(kind.type())
        .setSubject(subject())
        .addEpisodeOfCare(new Reference("EpisodeOfCare/" + episodeId()));
    Staff who = kind == ContactKind.INTAKE ? Staff.USER : Staff.WARD_DOCTOR;
    encounter
        .addParticipant()
        .setIndividual(new Reference(who.reference()).setDisplay(who.label()));
    return encounter;
  }

  private Observation observation(CodeableConcept code, int daysAgo) {
    Observation observation = identified("observation", new Observation());
    observation.setStatus(ObservationStatus.FINAL).setCode(code).setSubject(subject());
    observation.setEffective(new DateTimeType(today.minusDays(daysAgo).toString()));
    return observation;
  }

  private <T extends Resource> T identified(String kind, T resource) {
    count++;
    resource.setId(id + "-" + kind + "-" + count);
    return resource;
  }

  private Reference subject() {
    return new Reference("Patient/" + id);
  }

  private Date date(int daysAgo) {
    ZonedDateTime start =
        today.minusDays(daysAgo).atTime(daysAgo == 0 ? 0 : 10, 0).atZone(DemoClock.ZONE);
    return Date.from(start.toInstant());
  }

  private static CodeableConcept concept(String system, String code, String display) {
    return new CodeableConcept(new Coding(system, code, display)).setText(display);
  }
}
