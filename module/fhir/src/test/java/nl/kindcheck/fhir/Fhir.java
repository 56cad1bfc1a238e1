package nl.kindcheck.fhir;

import ca.uhn.fhir.context.FhirContext;

/** What takes long to make, made once for all tests. */
final class Fhir {

  static final FhirContext R4 = FhirContext.forR4();
  static final FhirContext STU3 = FhirContext.forDstu3();
  static final KindcheckForm FORM = KindcheckForm.load(R4);

  private Fhir() {}
}
