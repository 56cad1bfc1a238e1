package nl.kindcheck.demoepd;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import nl.kindcheck.demoepd.Browser.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;

/** Each test begins on the day that the one before it left, for the clock only goes forward. */
@DirtiesContext
class ClockTest extends EpdTest {

  private LocalDate today = LocalDate.MIN;

  @BeforeEach
  void today() {
    today = day(browser.open("/"));
    SERVICE.resetRequests();
  }

  @Test
  void aMonthForwardMovesBothClocksAndReturnsToThePage() {
    LocalDate then = today.plusMonths(1);
    serviceMovesTo(then);

    Page page = browser.submit("/clock", "step", "P1M", "back", "/patients/p02");

    assertThat(page.path()).isEqualTo("/patients/p02");
    assertThat(page.words()).contains("De klok staat verder, hier en bij Kindcheck");
    assertThat(day(page)).isEqualTo(then);
    SERVICE.verify(
        postRequestedFor(urlEqualTo(CLOCK))
            .withRequestBody(equalToJson("{\"today\":\"" + then + "\"}")));
  }

  @Test
  void aDateMovesBothClocksToIt() {
    LocalDate then = today.plusDays(9);
    serviceMovesTo(then);

    assertThat(day(browser.submit("/clock", "date", then.toString(), "back", "/"))).isEqualTo(then);
  }

  @Test
  void anEncounterStartedAfterwardsIsOfTheNewDay() {
    LocalDate then = today.plusDays(2);
    serviceMovesTo(then);
    browser.submit("/clock", "date", then.toString());

    assertThat(browser.start("p03", "treatment").text())
        .contains("<time datetime=\"" + then + "\"");
  }

  @Test
  void aRefusalShowsTheWordsOfTheServiceAndMovesNothing() {
    answer(
        post(urlEqualTo(CLOCK)),
        jsonResponse(
            "{\"title\":\"Unprocessable\",\"detail\":\"De klok kan niet"
                + " terug.\",\"field\":\"today\"}",
            422));

    Page page = browser.submit("/clock", "date", today.minusDays(1).toString());

    assertThat(page.words())
        .contains("Kindcheck heeft de klok niet verzet", "De klok kan niet terug.");
    assertThat(day(page)).isEqualTo(today);
  }

  @Test
  void withoutAnAnswerNeitherClockMoves() {
    answer(post(urlEqualTo(CLOCK)), aResponse().withStatus(500));

    Page page = browser.submit("/clock", "step", "P6M");

    assertThat(page.words()).contains("De klok is niet verzet");
    assertThat(day(page)).isEqualTo(today);
  }

  @Test
  void whatIsNoDateAsksNobody() {
    assertThat(browser.submit("/clock", "date", "31-02").words()).contains("Geef een datum");
    assertThat(browser.submit("/clock", "step", "soon").words()).contains("Geef een datum");
    assertThat(browser.submit("/clock").words()).contains("Geef een datum");
    SERVICE.verify(0, postRequestedFor(urlEqualTo(CLOCK)));
  }

  @Test
  void theWardFollowsAClockOfTheServiceThatIsAhead() {
    LocalDate then = today.plusDays(3);
    answer(get(urlEqualTo(CLOCK)), okJson("{\"today\":\"" + then + "\"}"));

    assertThat(day(browser.open("/"))).isEqualTo(then);
  }

  @Test
  void theWardMovesAClockOfTheServiceThatIsBehind() {
    answer(get(urlEqualTo(CLOCK)), okJson("{\"today\":\"" + today.minusDays(3) + "\"}"));
    serviceMovesTo(today);

    assertThat(day(browser.open("/"))).isEqualTo(today);
    SERVICE.verify(
        postRequestedFor(urlEqualTo(CLOCK))
            .withRequestBody(equalToJson("{\"today\":\"" + today + "\"}")));
  }

  @Test
  void theWayBackIsAlwaysAPageOfOurs() {
    serviceMovesTo(today);

    for (String elsewhere :
        new String[] {"//elsewhere.example", "https://elsewhere.example/", "/{x}"}) {
      assertThat(browser.submit("/clock", "step", "P1M", "back", elsewhere).path()).isEqualTo("/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "X-Nothing, x",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none",
    "Origin, null",
    "Origin, http://elsewhere.example",
    "Origin, http://localhost:1"
  })
  void nothingButTheFormOfOurPagesMovesTheClock(String header, String value) {
    serviceMovesTo(today.plusDays(1));

    Page page = browser.send(form(header, value));

    assertThat(page.status()).isEqualTo(403);
    if (!header.equals("Sec-Fetch-Site") || value.equals("none")) {
      assertThat(page.words())
          .contains("Dit kan alleen vanaf een pagina van dit EPD", "gebruik daar het formulier");
    }
    SERVICE.verify(0, postRequestedFor(urlEqualTo(CLOCK)));
    assertThat(day(browser.open("/"))).isEqualTo(today);
  }

  @Test
  void aBrowserThatOnlyNamesTheOriginMovesIt() {
    LocalDate then = today.plusDays(1);
    serviceMovesTo(then);

    assertThat(browser.send(form("Origin", "http://localhost:" + port)).status()).isLessThan(400);

    assertThat(day(browser.open("/"))).isEqualTo(then);
  }

  private HttpRequest form(String header, String value) {
    return HttpRequest.newBuilder(browser.address("/clock"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "text/html")
        .header(header, value)
        .POST(HttpRequest.BodyPublishers.ofString("date=" + today.plusDays(1)))
        .build();
  }

  private static void serviceMovesTo(LocalDate day) {
    answer(post(urlEqualTo(CLOCK)), okJson("{\"now\":\"x\",\"today\":\"" + day + "\"}"));
  }

  private static LocalDate day(Page page) {
    return LocalDate.parse(Browser.find("clock-day\"><time datetime=\"([^\"]+)\"", page.text()));
  }
}
