package nl.kindcheck.service.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an error where no controller and no FHIR provider is at work yet: an OperationOutcome
 * below {@code /fhir}, a page where somebody asked for one, else a problem.
 */
@Component
public class ErrorBodies {

  /** The attribute of a request under which the page of an error finds what was refused. */
  public static final String REFUSED = Refused.class.getName();

  private final Texts texts;
  private final JsonMapper json = new JsonMapper();

  ErrorBodies(Texts texts) {
    this.texts = texts;
  }

  public void write(HttpServletRequest request, HttpServletResponse response, Refused refused)
      throws IOException {
    SafeHeaders.putOn(request, response);
    refused.retryAfter().ifPresent(after -> response.setHeader(HttpHeaders.RETRY_AFTER, after));
    if (PageRequests.asksForPage(request)) {
      request.setAttribute(REFUSED, refused);
      response.sendError(refused.status().value());
      return;
    }
    boolean fhir = request.getRequestURI().startsWith("/fhir");
    response.setStatus(refused.status().value());
    response.setContentType(fhir ? "application/fhir+json" : "application/problem+json");
    Refused.Fault first = refused.faults().get(0);
    // Without the header a container gives the machine's own language.
    boolean chosen = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
    Locale locale = Texts.choose(chosen ? request.getLocale() : Texts.DUTCH);
    String text = texts.of("error." + first.code(), first.facts(), locale);
    byte[] body =
        json.writeValueAsString(
                fhir ? outcome(refused, first, text) : problem(refused, first, text))
            .getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Map<String, Object> outcome(Refused refused, Refused.Fault fault, String text) {
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("resourceType", "OperationOutcome");
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("severity", "error");
    issue.put("code", refused.retryAfter().isPresent() ? "throttled" : "processing");
    issue.put("diagnostics", text);
    if (fault.field() != null) {
      issue.put("expression", List.of(fault.field()));
    }
    outcome.put("issue", List.of(issue));
    return outcome;
  }

  private static Map<String, Object> problem(Refused refused, Refused.Fault fault, String text) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", refused.status().getReasonPhrase());
    problem.put("status", refused.status().value());
    problem.put("detail", text);
    if (fault.field() != null) {
      problem.put("field", fault.field());
    }
    return problem;
  }
}
