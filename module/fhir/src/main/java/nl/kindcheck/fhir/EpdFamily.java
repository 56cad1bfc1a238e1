package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Relation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The children that an EPD's record names around a patient, read from its JSON, in FHIR R4 or STU3.
 * It is unverified, and no children here never means that there are none.
 *
 * @param children each once
 * @param contacts the others around the patient who are there now
 * @param unreadable how many resources could not be read, or were another patient's
 */
public record EpdFamily(List<SeenChild> children, List<PicturedContact> contacts, int unreadable) {

  public EpdFamily {
    children = List.copyOf(children);
    contacts = List.copyOf(contacts);
  }

  /**
   * Reads what an EPD answered. One resource that cannot be read does not hide the others.
   *
   * @param patientReference whose record it is, for instance {@code Patient/34}
   * @param patient that patient's own resource, for the address; null where it was not given
   * @param persons resources of the type RelatedPerson
   * @param observations among them the national picture of the family
   * @param known the children of our own record, the deceased included
   * @param today the day on which a relationship must be in force
   */
  public static EpdFamily of(
      String patientReference,
      @Nullable JsonNode patient,
      List<JsonNode> persons,
      List<JsonNode> observations,
      List<Child> known,
      LocalDate today) {
    Reading reading = new Reading(patientReference, EpdAddress.ofPatient(patient, today), today);
    persons.forEach(reading::person);
    observations.forEach(reading::observation);
    return new EpdFamily(
        Sightings.of(reading.pictures()).among(known),
        List.copyOf(reading.contacts.values()),
        reading.unreadable);
  }

  private static final class Reading {

    private final String patient;
    private final List<EpdAddress> home;
    private final LocalDate today;
    private final Map<String, PicturedChild> persons = new LinkedHashMap<>();
    private final Map<String, PicturedContact> contacts = new LinkedHashMap<>();
    private final List<FamilyPicture> situations = new ArrayList<>();
    private int unreadable;

    Reading(String patient, List<EpdAddress> home, LocalDate today) {
      this.patient = patient;
      this.home = home;
      this.today = today;
    }

    List<FamilyPicture> pictures() {
      List<FamilyPicture> all = new ArrayList<>(situations);
      all.add(new FamilyPicture(List.copyOf(persons.values()), null, null, null, null));
      return all;
    }

    void person(JsonNode json) {
      try {
        EpdPerson person = EpdPerson.of(EpdNode.resource(json, "RelatedPerson"), home, today);
        if (!isOurs(person.patient())) {
          unreadable++;
          return;
        }
        // Pages may overlap when the EPD's record changes while it is read.
        String key = person.id() == null ? UUID.randomUUID().toString() : person.id();
        Optional<PicturedChild> child =
            person.child().filter(c -> c.relation() != Relation.SIBLING || isMinor(c));
        child.ifPresent(c -> persons.putIfAbsent(key, c));
        person
            .contact()
            .filter(contact -> child.isEmpty())
            .ifPresent(contact -> contacts.putIfAbsent(key, contact));
      } catch (UnreadableResource e) {
        unreadable++;
      }
    }

    void observation(JsonNode json) {
      try {
        EpdNode observation = EpdNode.resource(json, "Observation");
        if (!isOurs(observation.reference("subject").orElse(null))) {
          unreadable++;
          return;
        }
        situations.add(EpdSituation.of(observation).picture());
      } catch (UnreadableResource e) {
        unreadable++;
      }
    }

    /** The search was for this patient; an answer that names another one is not shown. */
    private boolean isOurs(@Nullable String reference) {
      return reference == null
          || reference.equals(patient)
          || reference.endsWith("/" + patient)
          || reference.startsWith(patient + "/_history/");
    }

    /** Siblings are asked about for adolescents, and only while they are children themselves. */
    private boolean isMinor(PicturedChild child) {
      return child.birth() != null && !new SeenChild(child, null, null).isAdultOn(today);
    }
  }
}
