package nl.kindcheck.demoepd.kindcheck;

import org.hl7.fhir.r4.model.Coding;

/** The names that Kindcheck publishes and this EPD uses. */
final class Canonicals {

  private static final String BASE = "https://kindcheck.example/fhir";

  static final String QUESTIONNAIRE = BASE + "/Questionnaire/kindcheck|1.0.0";
  static final String PERSPECTIVE = BASE + "/StructureDefinition/perspective";
  static final String NATURE = BASE + "/StructureDefinition/nature";

  private Canonicals() {}

  static Coding code(String system, String code) {
    return new Coding(BASE + "/CodeSystem/" + system, code, null);
  }
}
