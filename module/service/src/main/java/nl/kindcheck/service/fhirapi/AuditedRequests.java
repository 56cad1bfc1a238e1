package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.audit.Event;

/** Says of every FHIR request what it does, for the log. */
@Interceptor
public class AuditedRequests {

  /** While it is known who is signed in: a refusal is logged when that is over. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_PROCESSED)
  public boolean remember(HttpServletRequest request) {
    Doing.bySignedIn();
    Doing.does(Deed.of(Event.READ, "fhir", null));
    return true;
  }

  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
  public void say(RequestDetails request, RestOperationTypeEnum operation) {
    String type = request.getResourceName() == null ? "fhir" : request.getResourceName();
    String id = request.getId() == null ? null : request.getId().getIdPart();
    List<String> names = List.copyOf(request.getParameters().keySet());
    switch (operation) {
      case SEARCH_TYPE -> Doing.does(Deed.search(type, names));
      case CREATE -> Doing.does(Deed.of(Event.CREATE, type, id));
      case UPDATE -> Doing.does(Deed.of(Event.CORRECT, type, id));
      case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE ->
          Doing.does(Deed.of(Event.READ, type + "/" + request.getOperation(), id));
      default -> Doing.does(Deed.of(Event.READ, type, id));
    }
  }
}
