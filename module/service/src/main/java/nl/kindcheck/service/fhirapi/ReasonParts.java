package nl.kindcheck.service.fhirapi;

import nl.kindcheck.core.rule.Reason;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;

/** A reason as a parameter: the rule, its words, its source and the version of the policy. */
final class ReasonParts {

  private ReasonParts() {}

  static ParametersParameterComponent of(Reason reason, String text) {
    ParametersParameterComponent parameter = new ParametersParameterComponent().setName("reason");
    parameter.addPart().setName("rule").setValue(new CodeType(reason.rule()));
    parameter.addPart().setName("text").setValue(new StringType(text));
    parameter.addPart().setName("source").setValue(new StringType(reason.source()));
    parameter.addPart().setName("policy").setValue(new StringType(reason.policyVersion()));
    return parameter;
  }
}
