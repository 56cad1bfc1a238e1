package nl.kindcheck.service.platform;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
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
    return ResponseEntity.status(refused.status()).body(problem);
  }

  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<ProblemDetail> unexpected(RuntimeException fault, Locale locale) {
    log.error(
        "An unexpected fault of kind {}",
        fault.getClass().getName(),
        Traces.withoutMessages(fault));
    ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    problem.setDetail(texts.of("error.unexpected", locale));
    return ResponseEntity.internalServerError().body(problem);
  }
}
