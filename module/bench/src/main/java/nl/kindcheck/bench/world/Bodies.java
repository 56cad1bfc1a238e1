package nl.kindcheck.bench.world;

import java.time.LocalDate;
import java.util.UUID;

/** Bodies as an EPD sends them, about plainly fictional people. */
public final class Bodies {

  private final LocalDate today;

  public Bodies(LocalDate today) {
    this.today = today;
  }

  /** The intake of a family of a kind, by which the service comes to know it. */
  String intake(Kind kind) {
    return hook(kind, kind.seed, "intake-" + kind.seed, kind.intake(today));
  }

  /**
   * A later encounter of a family, one that the service has not seen yet.
   *
   * @param call its number, so that no two are the same
   */
  public String hook(int family, int call) {
    return hook(Kind.of(family), "p" + family, "e" + call, today);
  }

  private String hook(Kind kind, String patient, String encounter, LocalDate day) {
    LocalDate intake = kind.intake(today);
    String here = encounter(patient, encounter, day, "in-progress");
    String first = encounter(patient, "intake-" + patient, intake, "finished");
    boolean isIntake = encounter.equals("intake-" + patient);
    String others = isIntake ? entry(here) : entry(here) + "," + entry(first);
    return HOOK.formatted(
        UUID.randomUUID(),
        patient,
        encounter,
        patient,
        here,
        others,
        patient,
        patient,
        intake,
        patient,
        intake);
  }

  private static final String HOOK =
      """
      {"hook": "encounter-start", "hookInstance": "%s",
       "context": {"userId": "Practitioner/intaker", "patientId": "%s", "encounterId": "%s"},
       "prefetch": {
         "patient": {"resourceType": "Patient", "id": "%s", "active": true, "gender": "female", "birthDate": "1988-04-02",
           "name": [{"use": "official", "text": "Anja Verzonnen", "family": "Verzonnen", "given": ["Anja"]}],
           "telecom": [{"system": "phone", "value": "0000000000", "use": "mobile"}],
           "address": [{"use": "home", "line": ["Bedachtestraat 1"], "city": "Nergenshuizen", "country": "NL"}]},
         "encounter": %s,
         "encounters": {"resourceType": "Bundle", "type": "searchset", "entry": [%s]},
         "episodes": {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": {"resourceType": "EpisodeOfCare",
           "id": "episode-%s", "status": "active", "patient": {"reference": "Patient/%s"}, "period": {"start": "%s"},
           "careManager": {"reference": "Practitioner/manager"}}}]},
         "evaluations": {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": {"resourceType": "Observation",
           "id": "rating", "status": "final", "subject": {"reference": "Patient/%s"}, "effectiveDateTime": "%s",
           "code": {"coding": [{"system": "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.28.1", "code": "1"}]}}}]}}}\
      """;

  private static String entry(String resource) {
    return "{\"resource\": " + resource + "}";
  }

  private static String encounter(String patient, String id, LocalDate day, String status) {
    return """
    {"resourceType": "Encounter", "id": "%s", "status": "%s",
     "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
     "subject": {"reference": "Patient/%s"}, "episodeOfCare": [{"reference": "EpisodeOfCare/episode-%s"}],
     "participant": [{"individual": {"reference": "Practitioner/intaker"}}], "period": {"start": "%s"}}\
    """
        .formatted(id, status, patient, patient, day);
  }

  /** The Kindcheck that a family of a kind had on the day after its intake. */
  String kindcheck(Kind kind) {
    return kindcheck(kind.seed, "intake-" + kind.seed, kind.intake(today).plusDays(1));
  }

  /** A Kindcheck of today about two children with whom it goes well. */
  public String kindcheck(int family) {
    return kindcheck("p" + family, "intake-p" + family, today);
  }

  private static String kindcheck(String patient, String encounter, LocalDate day) {
    return """
    {"resourceType": "QuestionnaireResponse", "questionnaire": "https://kindcheck.example/fhir/Questionnaire/kindcheck|1.0.0",
     "status": "completed", "subject": {"reference": "Patient/%s"}, "encounter": {"reference": "Encounter/%s"},
     "authored": "%s", "author": {"reference": "Practitioner/intaker"}, "item": [%s]}\
    """
        .formatted(
            patient,
            encounter,
            day,
            String.join(
                ",",
                coded("outcome", "outcome", "goes-well"),
                child("Noor", day.minusYears(7)),
                child("Sam", day.minusYears(10)),
                coded("pregnancy", "pregnancy", "no"),
                coded("partner-children", "answer", "no"),
                coded("other-carers", "answer", "no"),
                coded("discussed", "answer", "yes"),
                coded("gut-feeling", "gut-feeling", "pluis")));
  }

  private static String child(String label, LocalDate birth) {
    return """
    {"linkId": "children", "item": [
      {"linkId": "children.label", "answer": [{"valueString": "%s"}]},
      {"linkId": "children.birth", "answer": [{"valueDate": "%s"}]},
      %s, %s, %s, %s, %s]}\
    """
        .formatted(
            label,
            birth.toString().substring(0, 7),
            coded("children.relation", "relation", "own"),
            coded("children.residence", "residence", "with-patient"),
            coded("children.wellbeing", "wellbeing", "goes-well"),
            coded("children.over-adaptation", "over-adaptation", "not-seen"),
            coded("children.illness-explained", "illness-explained", "not-yet"));
  }

  private static String coded(String linkId, String system, String code) {
    return """
    {"linkId": "%s", "answer": [{"valueCoding": {"system": "https://kindcheck.example/fhir/CodeSystem/%s", "code": "%s"}}]}\
    """
        .formatted(linkId, system, code);
  }
}
