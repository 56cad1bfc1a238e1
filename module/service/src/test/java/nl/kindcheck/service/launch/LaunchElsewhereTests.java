package nl.kindcheck.service.launch;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registered EPD that sends us elsewhere: on this machine, where the inside network begins. */
class LaunchElsewhereTests extends LaunchTest {

  private final WireMockServer elsewhere = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void listens() {
    elsewhere.start();
    elsewhere.stubFor(any(anyUrl()).willReturn(ok("{}")));
  }

  @AfterEach
  void stop() {
    elsewhere.stop();
  }

  private String at(String host) {
    return "http://" + host + ":" + elsewhere.port() + "/inside";
  }

  @ParameterizedTest
  @CsvSource({
    "token_endpoint, localhost",
    "token_endpoint, 127.0.0.1",
    "jwks_uri, localhost",
    "jwks_uri, 127.0.0.1"
  })
  void whatItsConfigurationNamesIsNotCalled(String name, String host) {
    Map<String, Object> configuration = haven.configuration();
    configuration.put(name, at(host));
    haven.offers(configuration);
    Started started = started(haven);
    haven.gives(haven.claims(started.nonce()).build());
    assertThat(callback(started).status()).isGreaterThanOrEqualTo(400);
    assertThat(elsewhere.getAllServeEvents()).isEmpty();
  }

  @Test
  void norWhereItRedirectsTo() {
    Started started = started(haven);
    haven.gives(temporaryRedirect(at("localhost")));
    assertThat(callback(started).status()).isGreaterThanOrEqualTo(400);
    assertThat(elsewhere.getAllServeEvents()).isEmpty();
  }
}
