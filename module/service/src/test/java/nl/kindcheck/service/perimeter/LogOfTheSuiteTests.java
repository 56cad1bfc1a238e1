package nl.kindcheck.service.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Nobody is named in a log, no token and no body stands there: of all tests that ran before. */
@Order(Integer.MAX_VALUE)
class LogOfTheSuiteTests extends ServiceTest {

  /** Also of a suite of this class alone: calls that go well and calls that fail. */
  @Test
  void noPersonNoTokenAndNoBodyStandsInTheLog() {
    String bsn = "123456782";
    fhirPost("haven", "QuestionnaireResponse", Bodies.twoChildren("log", "log-e", "2026-06-01"));
    fhirPost(
        "haven",
        "QuestionnaireResponse",
        Bodies.twoChildren("log", "log-e", "2026-06-01").replace("Noor", bsn));
    fhirPost("haven", "QuestionnaireResponse", "{\"resourceType\": \"Noor");
    fhirGet("haven", "RelatedPerson?patient=Patient/log&name=Noor");
    hook("haven", Bodies.view("log").replace("null", "\"Anja\""));
    send(request("/launch?iss=Anja&launch=" + World.bearer("haven", ALL)));
    send(request("/fhir/Flag").header("Authorization", "Bearer " + World.hookToken("haven", "/")));
    assertThat(LogWatch.lines()).isPositive();
    assertThat(LogWatch.found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a child Noor was recorded",
        "token eyJhbGciOiJSUzM4NCJ9.eyJpc3MiOiJodHRwOi8vaWRwIn0.c2lnbmF0dXJl",
        "header Bearer abcdef123456",
        "cookie kindcheck-session=11111111",
        "a number 123456782 here",
        "body {\"resourceType\": \"Patient\"}"
      })
  void theWatchSees(String line) {
    LoggerFactory.getLogger("watched").warn(line);
    assertThat(LogWatch.found()).anyMatch(found -> found.endsWith(line));
    LogWatch.found().stream().filter(found -> found.endsWith(line)).forEach(LogWatch::forget);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a launch of 11111111-1111-4111-8111-111111111111 in 123456782ms",
        "Sample of Anjaneya and elsewhere",
        "started in 1.123456782 seconds, process 123456781"
      })
  void theWatchLetsOthersPass(String line) {
    assertThat(LogWatch.tells(line)).isFalse();
  }
}
