package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Set;
import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;

/**
 * Refuses the general parameters that FHIR's own server would pass over: whoever asks for what
 * changed since yesterday must not get everything instead.
 */
@Interceptor
public class OfferedParameters {

  private static final Set<String> OFFERED =
      Set.of(
          "_bundletype",
          "_count",
          "_elements",
          "_format",
          "_getpages",
          "_pageId",
          "_pretty",
          "_summary");

  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
  public boolean check(RequestDetails details) {
    for (String name : details.getParameters().keySet()) {
      if (name.startsWith("_") && !OFFERED.contains(name)) {
        String shown = name.replaceFirst("[^_A-Za-z].*", "");
        throw new Refused(HttpStatus.BAD_REQUEST, "fhir.bad-request", shown);
      }
    }
    return true;
  }
}
