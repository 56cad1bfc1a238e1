package nl.kindcheck.demoepd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.kindcheck.demoepd.Browser.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest extends EpdTest {

  @ParameterizedTest
  @CsvSource({"nl, Afdeling, Contact starten", "en, Ward, Start an encounter"})
  void everyPatientOpensInBothLanguages(String language, String ward, String start) {
    Page list = browser.open("/?lang=" + language);
    assertThat(list.text()).contains("<html lang=\"" + language + "\"").doesNotContain("??");
    assertThat(list.words()).contains(ward);

    for (int i = 1; i <= 10; i++) {
      String path = "/patients/p%02d".formatted(i);
      assertThat(list.text()).contains("href=\"" + path + "\"");
      Page page = browser.open(path);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).doesNotContain("??");
      assertThat(page.words()).contains(start);
    }
  }

  @Test
  void theChoiceOfLanguageIsKeptAndGoesAlongToTheService() {
    browser.open("/?lang=en");

    assertThat(browser.open("/patients/p01").words()).contains("Message from Kindcheck");
    assertThat(SERVICE.getAllServeEvents())
        .filteredOn(event -> event.getRequest().getUrl().equals(HOOK))
        .allMatch(event -> event.getRequest().getHeader("Accept-Language").equals("en"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "x", "../nl", ""})
  void anotherLanguageIsDutch(String language) {
    assertThat(browser.open("/?lang=" + language).text()).contains("<html lang=\"nl\"");
  }

  @ParameterizedTest
  @CsvSource({
    "p01, Intake gepland, Nog geen regiebehandelaar",
    "p02, In behandeling, Regiebehandelaar: Sam Regievoerder",
    "p05, Kleinzoon, Nog geen regiebehandelaar",
    "p06, 17 jaar, Broer",
    "p02, geboren november 2011, Tijn",
    "p09, In crisis, Crisis",
    "p10, Opgenomen, Opname"
  })
  void theWardHasItsPeople(String patient, String one, String other) {
    assertThat(browser.open("/patients/" + patient).words()).contains(one, other);
  }

  @Test
  void whatIsNotThereSaysSoOnAPageOfOurs() {
    Page page = browser.open("/patients/nobody");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.words()).contains("Deze pagina is er niet", "Terug naar de afdeling");
  }

  @Test
  void pagesForbidScriptsAndFrames() {
    Map<String, List<String>> headers = headers("/patients/p01");

    assertThat(headers.get("content-security-policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers).containsKeys("x-content-type-options", "referrer-policy");
  }

  @Test
  void aFormOfAnotherSiteChangesNothing() {
    HttpRequest.Builder form =
        HttpRequest.newBuilder(browser.address("/patients/p03/encounters"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "cross-site")
            .POST(HttpRequest.BodyPublishers.ofString("kind=crisis"));

    assertThat(browser.send(form.build()).status()).isEqualTo(403);
    assertThat(browser.open("/patients/p03").words()).doesNotContain("In crisis");
  }

  private Map<String, List<String>> headers(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(browser.address(path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .headers()
          .map();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
