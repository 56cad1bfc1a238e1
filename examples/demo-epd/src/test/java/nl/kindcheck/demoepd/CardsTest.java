package nl.kindcheck.demoepd;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.demoepd.Browser.Page;
import org.junit.jupiter.api.Test;

class CardsTest extends EpdTest {

  @Test
  void openingAPatientShowsTheCardAsItWasSent() {
    Page page = browser.open("/patients/p02");

    assertThat(page.words())
        .contains("Let op", "Vraag vandaag naar de kinderen", "Wij vragen dit aan iedereen")
        .contains("Zet op de werklijst", "Al besproken", "Open de Kindcheck", "Bron: Kindcheck");
    assertThat(page.text()).contains("<strong>intake</strong>").contains("card-warning");
  }

  @Test
  void openingAPatientShowsTheStatusWithItsReasons() {
    assertThat(browser.open("/patients/p02").words())
        .contains("Aan de beurt", "24 maart 2026", "De intake is begonnen.")
        .contains("Zorgt u voor kinderen?", "De intaker");
  }

  @Test
  void openingAPatientSendsTheWholePrefetch() {
    browser.open("/patients/p02");

    SERVICE.verify(
        postRequestedFor(urlEqualTo(HOOK))
            .withHeader("Accept-Language", equalTo("nl"))
            .withRequestBody(matchingJsonPath("$.hook", equalTo("patient-view")))
            .withRequestBody(matchingJsonPath("$.hookInstance"))
            .withRequestBody(matchingJsonPath("$.fhirServer"))
            .withRequestBody(matchingJsonPath("$.context.patientId", equalTo("p02")))
            .withRequestBody(matchingJsonPath("$.context.userId", equalTo("Practitioner/c01")))
            .withRequestBody(matchingJsonPath("$.prefetch.patient.id", equalTo("p02")))
            .withRequestBody(matchingJsonPath("$.prefetch.encounters.entry[2]"))
            .withRequestBody(matchingJsonPath("$.prefetch.episodes.total", equalTo("1")))
            .withRequestBody(matchingJsonPath("$.prefetch.evaluations.total", equalTo("1")))
            .withRequestBody(matchingJsonPath("$.prefetch.pregnancies.total", equalTo("0"))));
  }

  @Test
  void startingAnEncounterCallsEncounterStartWithIt() {
    Page page = browser.start("p01", "intake");
    String encounter = Browser.find("/encounters/([^/]+)$", page.path());

    assertThat(page.words()).contains("Het contact is gestart", "Vraag vandaag naar de kinderen");
    SERVICE.verify(
        1,
        postRequestedFor(urlEqualTo(HOOK))
            .withRequestBody(matchingJsonPath("$.hook", equalTo("encounter-start")))
            .withRequestBody(matchingJsonPath("$.context.encounterId", equalTo(encounter)))
            .withRequestBody(matchingJsonPath("$.prefetch.encounter.id", equalTo(encounter)))
            .withRequestBody(matchingJsonPath("$.prefetch.encounter.class.code", equalTo("AMB"))));
    SERVICE.verify(1, postRequestedFor(urlEqualTo(HOOK)));
  }

  @Test
  void continuingAnEncounterCallsPatientView() {
    String path = browser.start("p03", "treatment").path();
    SERVICE.resetRequests();

    browser.open(path);

    SERVICE.verify(
        postRequestedFor(urlEqualTo(HOOK))
            .withRequestBody(matchingJsonPath("$.hook", equalTo("patient-view")))
            .withRequestBody(matchingJsonPath("$.context.encounterId")));
  }

  @Test
  void startingWithoutAKindStartsNothing() {
    Page page = browser.submit("/patients/p03/encounters", "kind", "walk");

    assertThat(page.path()).isEqualTo("/patients/p03");
    assertThat(page.words()).contains("Kies eerst welk contact u start");
  }

  @Test
  void whatACardBringsAlongNeverRuns() {
    answer(post(urlEqualTo(HOOK)), okJson(TestCards.answer(TestCards.HOSTILE)));

    Page page = browser.open("/patients/p02");

    assertThat(page.words()).contains("Samenvatting", "lees", "kop", "Ter informatie");
    assertThat(page.text())
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "<img src=x", "javascript:", "pixel.example", "<b onclick")
        .doesNotContain("\" onclick=", "<i>bron", "<u>weg", "<div>blok");
  }

  @Test
  void acceptingASuggestionMakesItsTaskForThisPatientAndTellsTheService() {
    browser.open("/patients/p04");

    Page page =
        browser.submit("/patients/p04/cards/card-1/acceptance", "suggestion", "suggestion-1");

    assertThat(page.words())
        .contains("De taak staat op de werklijst", "Kindcheck doen met deze ouder")
        .contains("U hebt het voorstel overgenomen");
    assertThat(browser.open("/patients/p10").words())
        .as("the suggestion named another patient")
        .contains("Er staan geen taken");
    SERVICE.verify(
        postRequestedFor(urlEqualTo(FEEDBACK))
            .withRequestBody(matchingJsonPath("$.feedback[0].card", equalTo("card-1")))
            .withRequestBody(matchingJsonPath("$.feedback[0].outcome", equalTo("accepted")))
            .withRequestBody(
                matchingJsonPath(
                    "$.feedback[0].acceptedSuggestions[0].id", equalTo("suggestion-1")))
            .withRequestBody(matchingJsonPath("$.feedback[0].outcomeTimestamp")));
  }

  @Test
  void acceptingTwiceMakesOneTask() {
    browser.open("/patients/p05");
    String path = "/patients/p05/cards/card-1/acceptance";

    browser.submit(path, "suggestion", "suggestion-1");
    Page page = browser.submit(path, "suggestion", "suggestion-1");

    assertThat(page.words().split("Kindcheck doen met deze ouder", -1)).hasSize(2);
  }

  @Test
  void puttingACardAsideTellsTheServiceTheReason() {
    browser.open("/patients/p06");

    Page page =
        browser.submit(
            "/patients/p06/cards/card-1/override",
            "reason",
            "already-discussed",
            "comment",
            "Gisteren");

    assertThat(page.words()).contains("De melding is opzij gelegd", "De vraag komt terug");
    SERVICE.verify(
        postRequestedFor(urlEqualTo(FEEDBACK))
            .withRequestBody(matchingJsonPath("$.feedback[0].outcome", equalTo("overridden")))
            .withRequestBody(
                matchingJsonPath(
                    "$.feedback[0].overrideReason.reason.code", equalTo("already-discussed")))
            .withRequestBody(
                matchingJsonPath("$.feedback[0].overrideReason.userComment", equalTo("Gisteren"))));
  }

  @Test
  void aCardAsksAgainWhenThePageIsOpenedAgain() {
    browser.open("/patients/p06");
    browser.submit("/patients/p06/cards/card-1/override", "reason", "already-discussed");

    assertThat(browser.open("/patients/p06").words()).contains("Nu niet");
  }

  @Test
  void aReasonThatTheCardDidNotOfferIsNotTaken() {
    browser.open("/patients/p06");

    Page page = browser.submit("/patients/p06/cards/card-1/override", "reason", "made-up");

    assertThat(page.words()).contains("Deze melding is niet meer actueel");
    SERVICE.verify(0, postRequestedFor(urlEqualTo(FEEDBACK)));
  }

  @Test
  void aCardOfAnotherPatientCannotBeHandled() {
    browser.open("/patients/p07");
    answer(post(urlEqualTo(HOOK)), okJson(TestCards.answer()));
    browser.open("/patients/p08");

    Page page =
        browser.submit("/patients/p08/cards/card-1/acceptance", "suggestion", "suggestion-1");

    assertThat(page.words()).contains("Deze melding is niet meer actueel", "geen taken");
  }

  @Test
  void theChoiceStandsWhenTheServiceCannotBeTold() {
    answer(post(urlEqualTo(FEEDBACK)), aResponse().withStatus(503));
    browser.open("/patients/p09");

    Page page =
        browser.submit("/patients/p09/cards/card-1/acceptance", "suggestion", "suggestion-1");

    assertThat(page.words())
        .contains("Uw keuze is bewaard in dit EPD", "Kindcheck doen met deze ouder");
  }

  @Test
  void noCardsSaysThatThereIsNoMessageAndNothingMore() {
    answer(post(urlEqualTo(HOOK)), okJson(TestCards.answer()));

    assertThat(browser.open("/patients/p02").words())
        .contains("Kindcheck heeft nu geen melding")
        .doesNotContain("niet bekend");
  }
}
