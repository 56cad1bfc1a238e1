package nl.kindcheck.service.platform;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Words every error of our own endpoints; the FHIR endpoint has its own. Outsiders learn what to do
 * and nothing of the inside.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final Texts texts;

  Problems(Texts texts) {
    this.texts = texts;
  }

  @ExceptionHandler(Refused.class)
  ResponseEntity<ProblemDetail> refused(Refused refused, Locale locale) {
    ProblemDetail problem = ProblemDetail.forStatus(refused.status());
    Refused.Fault first = refused.faults().get(0);
    problem.setDetail(texts.of("error." + first.code(), first.facts(), locale));
    if (first.field() != null) {
      problem.setProperty("field", first.field());
    }
    if (refused.faults().size() > 1) {
      problem.setProperty(
          "faults", refused.faults().stream().map(fault -> said(fault, locale)).toList());
    }
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status());
    refused.retryAfter().ifPresent(after -> answer.header(HttpHeaders.RETRY_AFTER, after));
    return answer.body(problem);
  }

  private Map<String, String> said(Refused.Fault fault, Locale locale) {
    String detail = texts.of("error." + fault.code(), fault.facts(), locale);
    return fault.field() == null
        ? Map.of("detail", detail)
        : Map.of("field", fault.field(), "detail", detail);
  }

  /** What the framework refuses: in our words, because its own are in English and of the inside. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception fault,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setDetail(texts.of("error." + code(status), LocaleContextHolder.getLocale()));
    return super.handleExceptionInternal(fault, problem, headers, status, request);
  }

  private static String code(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> "not-found";
      case 405 -> "method-not-offered";
      case 406, 415 -> "json-only";
      default -> status.is4xxClientError() ? "bad-request" : "unexpected";
    };
  }

  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<ProblemDetail> unexpected(RuntimeException fault, Locale locale) {
    log.error(
        "An unexpected fault of kind {}",
        fault.getClass().getName(),
        Traces.withoutMessages(fault));
    boolean away = Away.is(fault);
    HttpStatus status = away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setDetail(texts.of(away ? "error.away" : "error.unexpected", locale));
    return ResponseEntity.status(status).body(problem);
  }
}
