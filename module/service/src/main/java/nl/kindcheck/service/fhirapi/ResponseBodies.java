package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;
import org.springframework.stereotype.Component;

/**
 * A Kindcheck that lacks something is answered with what it lacks instead of with itself, unless
 * the sender said what it prefers: an EPD that reads no further than the body must not take it for
 * done.
 */
@Component
@Interceptor
public class ResponseBodies {

  private static final String INSTEAD = ResponseBodies.class.getName();

  static void answerWith(RequestDetails details, IBaseOperationOutcome outcome) {
    if (details.getHeader("Prefer") == null) {
      details.getUserData().put(INSTEAD, outcome);
    }
  }

  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public boolean replace(RequestDetails details, ResponseDetails response) {
    if (details.getUserData().get(INSTEAD) instanceof IBaseOperationOutcome outcome) {
      response.setResponseResource(outcome);
    }
    return true;
  }
}
