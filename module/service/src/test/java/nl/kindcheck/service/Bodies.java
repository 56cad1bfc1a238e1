package nl.kindcheck.service;

import java.util.UUID;

/** Bodies as an EPD sends them, about plainly fictional people; a test changes one thing. */
public final class Bodies {

  private Bodies() {}

  /** An intake of a patient, with everything in the prefetch. */
  public static String intake(String patient, String encounter, String day) {
    return intake(patient, encounter, day, "");
  }

  /**
   * @param more more fields of the request, each ending with a comma
   */
  public static String intake(String patient, String encounter, String day, String more) {
    return """
    {%s "hook": "encounter-start", "hookInstance": "%s",
     "context": {"userId": "Practitioner/intaker", "patientId": "%s", "encounterId": "%s"},
     "prefetch": {
       "patient": {"resourceType": "Patient", "id": "%s", "birthDate": "1988-04-02"},
       "encounter": %s,
       "encounters": {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": %s}]},
       "episodes": {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": {"resourceType": "EpisodeOfCare",
         "id": "episode-%s", "status": "active", "patient": {"reference": "Patient/%s"}, "period": {"start": "%s"}}}]},
       "evaluations": null}}\
    """
        .formatted(
            more,
            UUID.randomUUID(),
            patient,
            encounter,
            patient,
            encounter(patient, encounter, day, "AMB", "in-progress"),
            encounter(patient, encounter, day, "AMB", "in-progress"),
            patient,
            patient,
            day);
  }

  public static String encounter(
      String patient, String id, String day, String encounterClass, String status) {
    return """
    {"resourceType": "Encounter", "id": "%s", "status": "%s",
     "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "%s"},
     "subject": {"reference": "Patient/%s"}, "episodeOfCare": [{"reference": "EpisodeOfCare/episode-%s"}],
     "participant": [{"individual": {"reference": "Practitioner/intaker"}}], "period": {"start": "%s"}}\
    """
        .formatted(id, status, encounterClass, patient, patient, day);
  }

  /** A view of a patient's record, with the patient and nothing else in the prefetch. */
  public static String view(String patient) {
    return """
    {"hook": "patient-view", "hookInstance": "%s", "context": {"userId": "Practitioner/one", "patientId": "%s"},
     "prefetch": {"patient": {"resourceType": "Patient", "id": "%s"}, "episodes": null, "evaluations": null}}\
    """
        .formatted(UUID.randomUUID(), patient, patient);
  }

  /** A complete Kindcheck about two children with whom it goes well. */
  public static String twoChildren(String patient, String encounter, String authored) {
    return response(
        patient,
        encounter,
        authored,
        outcome("goes-well")
            + ","
            + child("Noor", "2019-03")
            + ","
            + child("Sam", "2015-02")
            + ","
            + once());
  }

  /** A bare tick: an outcome and nothing else. */
  public static String bareTick(String patient, String encounter, String authored) {
    return response(patient, encounter, authored, outcome("goes-well"));
  }

  public static String response(String patient, String encounter, String authored, String items) {
    return """
    {"resourceType": "QuestionnaireResponse", "questionnaire": "https://kindcheck.example/fhir/Questionnaire/kindcheck|1.0.0",
     "status": "completed", "subject": {"reference": "Patient/%s"}, "encounter": {"reference": "Encounter/%s"},
     "authored": "%s", "author": {"reference": "Practitioner/intaker"}, "item": [%s]}\
    """
        .formatted(patient, encounter, authored, items);
  }

  public static String outcome(String code) {
    return coded("outcome", "outcome", code);
  }

  /** The shortest Kindcheck about a child that counts. */
  public static String oneChild(String patient, String label, String birth) {
    return response(
        patient,
        "e",
        "2026-06-01",
        String.join(",", outcome("goes-well"), child(label, birth), once()));
  }

  public static String child(String label, String birth) {
    return """
    {"linkId": "children", "item": [
      {"linkId": "children.label", "answer": [{"valueString": "%s"}]},
      {"linkId": "children.birth", "answer": [{"valueDate": "%s"}]},
      %s, %s, %s, %s, %s]}\
    """
        .formatted(
            label,
            birth,
            coded("children.relation", "relation", "own"),
            coded("children.residence", "residence", "with-patient"),
            coded("children.wellbeing", "wellbeing", "goes-well"),
            coded("children.over-adaptation", "over-adaptation", "not-seen"),
            coded("children.illness-explained", "illness-explained", "not-yet"));
  }

  public static String once() {
    return String.join(
        ",",
        coded("pregnancy", "pregnancy", "no"),
        coded("partner-children", "answer", "no"),
        coded("other-carers", "answer", "no"),
        coded("discussed", "answer", "yes"),
        coded("gut-feeling", "gut-feeling", "pluis"));
  }

  public static String coded(String linkId, String system, String code) {
    return """
    {"linkId": "%s", "answer": [{"valueCoding": {"system": "https://kindcheck.example/fhir/CodeSystem/%s", "code": "%s"}}]}\
    """
        .formatted(linkId, system, code);
  }
}
