package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.service.platform.Away;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.platform.Traces;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Words every error of the FHIR endpoint as an OperationOutcome with the path of the fault; nothing
 * of the inside goes out.
 */
@Component
@Interceptor
public class FhirErrors {

  private static final Logger log = LoggerFactory.getLogger(FhirErrors.class);

  private final Texts texts;

  FhirErrors(Texts texts) {
    this.texts = texts;
  }

  @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
  public BaseServerResponseException word(
      @Nullable RequestDetails details, Throwable fault, HttpServletRequest request) {
    Locale locale = Languages.of(request.getHeader("Accept-Language"));
    if (fault instanceof Worded worded) {
      return worded;
    }
    if (refusalIn(fault) instanceof Refused refused) {
      return answer(refused.status(), outcome(refused.faults(), locale));
    }
    if (fault instanceof DataFormatException || fault.getCause() instanceof DataFormatException) {
      return answer(HttpStatus.BAD_REQUEST, outcome(unreadable(), locale));
    }
    if (fault instanceof BaseServerResponseException known && known.getStatusCode() < 500) {
      HttpStatus status = HttpStatus.valueOf(known.getStatusCode());
      return answer(status, outcome(faults(status, details), locale));
    }
    log.error("A FHIR request failed", Traces.withoutMessages(fault));
    if (Away.is(fault)) {
      return answer(HttpStatus.SERVICE_UNAVAILABLE, outcome(List.of(fault("away")), locale));
    }
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, outcome(List.of(fault("unexpected")), locale));
  }

  /** A search that nobody offers is refused for its parameters: they are named. */
  private static List<Refused.Fault> faults(HttpStatus status, @Nullable RequestDetails details) {
    List<String> names =
        status == HttpStatus.BAD_REQUEST && details != null && isSearch(details)
            ? namesOf(details)
            : List.of();
    if (!names.isEmpty()) {
      String all = String.join(", ", names);
      return List.of(
          new Refused.Fault("fhir.unknown-parameters", names.get(0), Map.of("names", all)));
    }
    return List.of(fault(codeFor(status)));
  }

  private static boolean isSearch(RequestDetails details) {
    return details.getRequestType() == RequestTypeEnum.GET && details.getOperation() == null;
  }

  private static List<String> namesOf(RequestDetails details) {
    return details.getParameters().keySet().stream()
        .filter(name -> !name.startsWith("_"))
        .map(name -> name.replaceFirst("[^A-Za-z-].*", ""))
        .filter(name -> !name.isEmpty())
        .sorted()
        .toList();
  }

  private static @Nullable Throwable refusalIn(Throwable fault) {
    Throwable at = fault;
    while (at != null && !(at instanceof Refused)) {
      at = at.getCause() == at ? null : at.getCause();
    }
    return at;
  }

  private static List<Refused.Fault> unreadable() {
    return List.of(fault("fhir.unreadable"));
  }

  private static Refused.Fault fault(String code) {
    return new Refused.Fault(code, null, Map.of());
  }

  private static String codeFor(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND, GONE -> "not-found";
      case METHOD_NOT_ALLOWED -> "fhir.not-offered";
      default -> "fhir.bad-request";
    };
  }

  private static BaseServerResponseException answer(HttpStatus status, OperationOutcome outcome) {
    return new Worded(status, outcome);
  }

  /** An error in our own words; what FHIR's own server says is in English and of the inside. */
  private static final class Worded extends UnclassifiedServerFailureException {

    private static final long serialVersionUID = 1L;

    Worded(HttpStatus status, OperationOutcome outcome) {
      super(status.value(), status.getReasonPhrase(), outcome);
    }
  }

  /** Every fault with its place, in the caller's language. */
  OperationOutcome outcome(List<Refused.Fault> faults, Locale locale) {
    OperationOutcome outcome = new OperationOutcome();
    for (Refused.Fault f : faults) {
      var issue =
          outcome
              .addIssue()
              .setSeverity(IssueSeverity.ERROR)
              .setCode(IssueType.PROCESSING)
              .setDiagnostics(texts.of("error." + f.code(), f.facts(), locale));
      if (f.field() != null) {
        issue.addExpression(f.field());
      }
    }
    return outcome;
  }
}
