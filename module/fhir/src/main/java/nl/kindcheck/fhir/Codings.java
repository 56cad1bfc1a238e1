package nl.kindcheck.fhir;

import nl.kindcheck.core.family.Coded;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Our words of the domain as FHIR codes. */
final class Codings {

  private Codings() {}

  /**
   * @param system the name of our code system, for instance {@code wellbeing}
   */
  static Coding coding(String system, Coded word) {
    return new Coding().setSystem(Canonical.codeSystem(system)).setCode(word.code());
  }

  static CodeableConcept concept(String system, Coded word) {
    return new CodeableConcept(coding(system, word));
  }
}
