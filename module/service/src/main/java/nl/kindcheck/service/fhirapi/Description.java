package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import nl.kindcheck.fhir.Canonical;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CodeType;

/** Corrects what FHIR's own server would say of itself and we do not offer. */
@Interceptor
public class Description {

  private static final String POPULATE =
      "http://hl7.org/fhir/uv/sdc/OperationDefinition/Questionnaire-populate";

  /** To the published definition, with its words. */
  private static void point(CapabilityStatementRestResourceOperationComponent operation) {
    String name = operation.getName().replaceFirst("^\\$", "");
    operation.setDefinition(
        name.equals("populate") ? POPULATE : Canonical.operationDefinition(name));
  }

  @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
  public void correct(IBaseConformance generated) {
    CapabilityStatement statement = (CapabilityStatement) generated;
    statement.getFormat().clear();
    statement.getFormat().add(new CodeType("application/fhir+json"));
    statement.getFormat().add(new CodeType("json"));
    statement.setName("KindcheckCapabilities");
    statement.setTitle("Kindcheck");
    statement.setPublisher("Kindcheck");
    statement
        .getRestFirstRep()
        .getSecurity()
        .addService()
        .addCoding()
        .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
        .setCode("SMART-on-FHIR");
    for (CapabilityStatementRestResourceComponent resource :
        statement.getRestFirstRep().getResource()) {
      resource.getOperation().forEach(Description::point);
    }
  }
}
