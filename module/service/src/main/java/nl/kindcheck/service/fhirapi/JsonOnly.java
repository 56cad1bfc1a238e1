package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.springframework.http.HttpStatus;

/**
 * Takes JSON only, and looks whether it is sound and not nested without end before FHIR's own
 * parser does.
 */
@Interceptor
public class JsonOnly {

  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_PROCESSED)
  public boolean check(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
      return true;
    }
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (!type.contains("json")) {
      throw new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "fhir.json-only", "Content-Type");
    }
    return true;
  }

  /** The body itself, which the endpoint hands over once it has it. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
  public boolean body(ca.uhn.fhir.rest.api.server.RequestDetails details) {
    byte[] body = details.loadRequestContents();
    if (body != null && body.length > 0) {
      var unused = StrictJson.object(body);
    }
    return true;
  }
}
