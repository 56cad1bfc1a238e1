package nl.kindcheck.service.overview;

import nl.kindcheck.service.Bodies;

/** Bodies about families in the states that the overview shows; all of them made up. */
final class Families {

  private static final String EXTENSION = "https://kindcheck.example/fhir/StructureDefinition/";

  private Families() {}

  /** An answer of a perspective other than the parent's. */
  static String saidBy(String perspective, String nature, String coded) {
    return coded.replace(
        "[{\"valueCoding\"",
        "[{\"extension\": [{\"url\": \"%sperspective\", \"valueCode\": \"%s\"}, {\"url\": \"%snature\", \"valueCode\": \"%s\"}], \"valueCoding\""
            .formatted(EXTENSION, perspective, EXTENSION, nature));
  }

  static String text(String linkId, String value) {
    return "{\"linkId\": \"%s\", \"answer\": [{\"valueString\": \"%s\"}]}".formatted(linkId, value);
  }

  static String date(String linkId, String value) {
    return "{\"linkId\": \"%s\", \"answer\": [{\"valueDate\": \"%s\"}]}".formatted(linkId, value);
  }

  static String child(String label, String birth, String... more) {
    return "{\"linkId\": \"children\", \"item\": [%s, %s%s]}"
        .formatted(
            text("children.label", label),
            date("children.birth", birth),
            more.length == 0 ? "" : ", " + String.join(", ", more));
  }

  static String wellbeing(String code) {
    return Bodies.coded("children.wellbeing", "wellbeing", code);
  }

  static String carer(String label, String role) {
    return "{\"linkId\": \"carers\", \"item\": [%s, %s]}"
        .formatted(text("carers.label", label), Bodies.coded("carers.role", "carer-role", role));
  }

  /**
   * Two children: one whose own words differ from the parent's, one about whom little was asked.
   */
  static String noorAndSam(String patient, String day) {
    return Bodies.response(
        patient,
        "e-" + patient,
        day,
        String.join(
            ",",
            Bodies.outcome("concerns"),
            child(
                "Noor",
                "2014-09",
                Bodies.coded("children.relation", "relation", "own"),
                Bodies.coded("children.residence", "residence", "partly-with-patient"),
                text("children.household", "Bij papa en Els"),
                wellbeing("goes-well"),
                Bodies.coded("children.over-adaptation", "over-adaptation", "somewhat"),
                Bodies.coded("children.illness-explained", "illness-explained", "not-yet"),
                text("children.own-words", "Ik maak meestal het eten klaar."),
                text("children.trusted-adult", "Juf Carla"),
                text("children.carer-when-unable", "Oma Riet")),
            child("Sam", "2019-03", Bodies.coded("children.relation", "relation", "step")),
            Bodies.coded("pregnancy", "pregnancy", "no"),
            Bodies.coded("partner-children", "answer", "no"),
            Bodies.coded("other-carers", "answer", "yes"),
            carer("Oma Riet", "grandparent"),
            carer("Els", "partner"),
            Bodies.coded("discussed", "answer", "yes"),
            Bodies.coded("gut-feeling", "gut-feeling", "twijfel")));
  }

  /** Only what one perspective said about how it goes with a child. */
  static String fares(
      String patient,
      String day,
      String label,
      String birth,
      String perspective,
      String nature,
      String code) {
    return Bodies.response(
        patient,
        "e-" + patient + day,
        day,
        String.join(
            ",",
            Bodies.outcome("support-wanted"),
            child(label, birth, saidBy(perspective, nature, wellbeing(code))),
            Bodies.once()));
  }

  static String pregnant(String patient, String day) {
    return Bodies.response(
        patient,
        "e-" + patient,
        day,
        String.join(
            ",",
            Bodies.outcome("goes-well"),
            Bodies.coded("pregnancy", "pregnancy", "yes"),
            date("pregnancy-expected", "2026-11"),
            Bodies.coded("partner-children", "answer", "no"),
            Bodies.coded("other-carers", "answer", "no"),
            Bodies.coded("discussed", "answer", "yes"),
            Bodies.coded("gut-feeling", "gut-feeling", "pluis")));
  }

  static String noChildren(String patient, String day) {
    return Bodies.response(
        patient, "e-" + patient, day, Bodies.outcome("no-children") + "," + Bodies.once());
  }

  static String postponed(String patient, String day, String until) {
    return Bodies.response(
        patient,
        "e-" + patient,
        day,
        String.join(
            ",",
            Bodies.outcome("postponed"),
            text("reason", "Eerst rust."),
            date("postponed-until", until)));
  }

  static String declined(String patient, String day) {
    return Bodies.response(
        patient,
        "e-" + patient,
        day,
        String.join(
            ",",
            Bodies.outcome("declined"),
            text("reason", "De ouder wil er nu niet over praten.")));
  }

  /** A patient's record is opened, and the EPD says that the patient died. */
  static String died(String patient) {
    return Bodies.view(patient)
        .replace(
            "{\"resourceType\": \"Patient\", \"id\": \"" + patient + "\"",
            "{\"resourceType\": \"Patient\", \"deceasedDateTime\": \"2026-05-20\", \"id\": \""
                + patient
                + "\"");
  }
}
