package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;

/** Corrects what FHIR's own server would say of itself and we do not offer. */
@Interceptor
public class Description {

  @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
  public void correct(IBaseConformance generated) {
    CapabilityStatement statement = (CapabilityStatement) generated;
    statement.getFormat().clear();
    statement.getFormat().add(new CodeType("application/fhir+json"));
    statement.getFormat().add(new CodeType("json"));
  }
}
