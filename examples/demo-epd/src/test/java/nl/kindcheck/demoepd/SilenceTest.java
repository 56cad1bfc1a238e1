package nl.kindcheck.demoepd;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import nl.kindcheck.demoepd.Browser.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Silence never reads as "done": the page says that the status is not known, and care goes on. */
class SilenceTest extends EpdTest {

  static Stream<Arguments> whatCanGoWrong() {
    String cards = TestCards.answer();
    return Stream.of(
        Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "bereiken"),
        Arguments.of("slow", okJson(cards).withFixedDelay(20_000), "te langzaam"),
        Arguments.of("drips", okJson(cards).withChunkedDribbleDelay(5, 20_000), "te langzaam"),
        Arguments.of("500", aResponse().withStatus(500), "storing"),
        Arguments.of("401", aResponse().withStatus(401), "storing"),
        Arguments.of("redirect", aResponse().withStatus(302), "storing"),
        Arguments.of("garbage", aResponse().withBody("<html>proxy</html>"), "niet te lezen"),
        Arguments.of("empty", aResponse().withStatus(200), "niet te lezen"),
        Arguments.of("no cards", okJson("{}"), "niet te lezen"),
        Arguments.of("null cards", okJson("{\"cards\":null}"), "niet te lezen"),
        Arguments.of("a card without words", okJson("{\"cards\":[{}]}"), "niet te lezen"),
        Arguments.of("null card", okJson("{\"cards\":[null]}"), "niet te lezen"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatCanGoWrong")
  void saysThatTheStatusIsNotKnown(
      String name, ResponseDefinitionBuilder response, String because) {
    answer(post(urlEqualTo(HOOK)), response);
    Instant before = Instant.now();

    Page page = browser.open("/patients/p02");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.words())
        .contains("De status van de Kindcheck is niet bekend", because)
        .contains("Dit betekent niet dat de Kindcheck is gedaan", "De zorg gaat gewoon door")
        .contains("Contact starten")
        .doesNotContain("geen melding");
    assertThat(Duration.between(before, Instant.now()))
        .as("waited for an answer that does not come")
        .isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void startsTheEncounterAllTheSame() {
    answer(post(urlEqualTo(HOOK)), aResponse().withStatus(500));

    assertThat(browser.start("p09", "crisis").words())
        .contains("Het contact is gestart", "De status van de Kindcheck is niet bekend");
  }

  @Test
  void aStatusThatCannotBeReadIsNotKnown() {
    answer(
        get(urlPathMatching("/fhir/Patient/.*")),
        okJson(
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"status\",\"valueCode\":\"fine\"}]}"));

    assertThat(browser.open("/patients/p02").words())
        .contains("Vraag vandaag naar de kinderen", "De status is niet bekend");
  }

  @Test
  void theWardOpensWithoutTheService() {
    answer(get(urlEqualTo(CLOCK)), aResponse().withFault(Fault.EMPTY_RESPONSE));

    assertThat(browser.open("/").words()).contains("Anja Voorbeeld", "Joke Maquette");
  }
}
