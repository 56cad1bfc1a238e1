package nl.kindcheck.demoepd;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Starts the EPD once, on a free port, beside a stand-in for the service that each test sets up.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "logging.level.nl.kindcheck=error")
@Import(FixedTime.class)
abstract class EpdTest {

  static final WireMockServer SERVICE =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  static {
    SERVICE.start();
  }

  static final String HOOK = "/cds-services/kindcheck";
  static final String FEEDBACK = HOOK + "/feedback";
  static final String GATE = "/fhir/Encounter/$kindcheck-gate";
  static final String RESPONSE = "/fhir/QuestionnaireResponse";
  static final String CLOCK = "/demo/clock";

  @LocalServerPort int port;

  Browser browser = new Browser(0);

  @DynamicPropertySource
  static void service(DynamicPropertyRegistry settings) {
    settings.add("kindcheck.service-url", SERVICE::baseUrl);
  }

  @BeforeEach
  void freshBrowserAndAnsweringService() {
    browser = new Browser(port);
    SERVICE.resetAll();
    answer(post(urlEqualTo(HOOK)), okJson(TestCards.answer(TestCards.DUE)));
    answer(post(urlEqualTo(FEEDBACK)), aResponse().withStatus(200));
    answer(get(urlPathMatching("/fhir/Patient/.*/\\$kindcheck-status")), okJson(TestCards.STATUS));
    answer(post(urlEqualTo(GATE)), okJson(TestCards.gate(true, "open")));
  }

  static void answer(MappingBuilder request, ResponseDefinitionBuilder response) {
    SERVICE.stubFor(request.willReturn(response));
  }
}
