package nl.kindcheck.demoepd;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.stream.Stream;
import nl.kindcheck.demoepd.Browser.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClosingTest extends EpdTest {

  private String encounter = "";

  @BeforeEach
  void anIntakeOfAnja() {
    encounter = browser.start("p01", "intake").path();
    SERVICE.resetRequests();
  }

  @Test
  void closesWhereTheGateIsOpenAndCallsDischarge() {
    Page page = browser.submit(encounter + "/closing");

    assertThat(page.path()).isEqualTo("/patients/p01");
    assertThat(page.words()).contains("Het contact is afgesloten.");
    assertThat(isOpen()).isFalse();
    SERVICE.verify(
        postRequestedFor(urlEqualTo(GATE))
            .withRequestBody(
                matchingJsonPath("$.parameter[0].resource.resourceType", equalTo("Encounter"))));
    SERVICE.verify(
        1,
        postRequestedFor(urlEqualTo(HOOK))
            .withRequestBody(matchingJsonPath("$.hook", equalTo("encounter-discharge")))
            .withRequestBody(matchingJsonPath("$.prefetch.encounter.status", equalTo("finished"))));
  }

  @Test
  void saysThatTheKindcheckIsStillOpenWhereTheGateReminds() {
    gate(okJson(TestCards.gate(true, "remind")));

    assertThat(browser.submit(encounter + "/closing").words())
        .contains("Het contact is afgesloten. De Kindcheck staat nog open.");
  }

  @Test
  void staysOpenWhereTheGateHoldsAndSaysWhyAndWhatIsMissing() {
    gate(okJson(TestCards.gate(false, "hold")));

    Page page = browser.submit(encounter + "/closing");

    assertThat(page.path()).isEqualTo(encounter + "/closing");
    assertThat(page.words())
        .contains("Dit contact kan nog niet worden afgesloten", "De zorg gaat gewoon door")
        .contains("Bij een intake hoort een Kindcheck.", "Welke kinderen er zijn")
        .doesNotContain("Nu afsluiten");
    assertThat(isOpen()).isTrue();
    SERVICE.verify(0, postRequestedFor(urlEqualTo(HOOK)));
  }

  @Test
  void beingSureDoesNotOpenAGateThatHolds() {
    gate(okJson(TestCards.gate(false, "hold")));

    browser.submit(encounter + "/closing", "sure", "true");

    assertThat(isOpen()).isTrue();
  }

  @Test
  void asksForAReasonFirstWhereTheOrganisationWantsOne() {
    gate(okJson(TestCards.gate(true, "ask-reason")));

    Page asked = browser.submit(encounter + "/closing");
    assertThat(asked.words()).contains("Er is nog geen Kindcheck. Waarom niet?", "Nu afsluiten");
    assertThat(isOpen()).isTrue();

    browser.submit(encounter + "/closing", "sure", "true");
    assertThat(isOpen()).isFalse();
  }

  static Stream<ResponseDefinitionBuilder> noAnswers() {
    return Stream.of(
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withStatus(500),
        aResponse().withStatus(401),
        aResponse().withStatus(404),
        aResponse().withBody("not FHIR"),
        okJson("{\"resourceType\":\"Parameters\"}"),
        okJson("{\"resourceType\":\"Patient\"}"));
  }

  @ParameterizedTest
  @MethodSource("noAnswers")
  void closesWithAWarningWhereTheGateGivesNoAnswer(ResponseDefinitionBuilder response) {
    gate(response);

    Page page = browser.submit(encounter + "/closing");

    assertThat(page.words())
        .contains("Het contact is afgesloten, maar Kindcheck gaf geen antwoord")
        .contains("Of de Kindcheck is gedaan, is niet bekend");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void theClosingPageOffersToCloseWhereTheGateGivesNoAnswer() {
    gate(aResponse().withStatus(500));

    assertThat(browser.open(encounter + "/closing").words())
        .contains("Kindcheck houdt de zorg niet tegen", "Nu afsluiten");
  }

  @Test
  void aBareTickIsPostedAndDoesNotCount() {
    gate(okJson(TestCards.gate(false, "hold")));
    answer(
        post(urlEqualTo(RESPONSE)),
        jsonResponse(
            """
            {"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"incomplete",
              "details":{"text":"Hoe het met elk kind gaat"}}]}\
            """,
            201));

    Page page = browser.submit(encounter + "/closing/tick", "done", "true");

    assertThat(page.words())
        .contains("Het vinkje is bewaard, maar telt niet", "Hoe het met elk kind gaat")
        .contains("Dit contact kan nog niet worden afgesloten");
    assertThat(isOpen()).isTrue();
    String id = Browser.find("/encounters/([^/]+)$", encounter);
    SERVICE.verify(
        postRequestedFor(urlEqualTo(RESPONSE))
            .withHeader("Content-Type", containing("application/fhir+json"))
            .withRequestBody(matchingJsonPath("$.status", equalTo("completed")))
            .withRequestBody(matchingJsonPath("$.identifier.value"))
            .withRequestBody(matchingJsonPath("$.subject.reference", equalTo("Patient/p01")))
            .withRequestBody(matchingJsonPath("$.encounter.reference", equalTo("Encounter/" + id)))
            .withRequestBody(
                matchingJsonPath(
                    "$.questionnaire",
                    equalTo("https://kindcheck.example/fhir/Questionnaire/kindcheck|1.0.0")))
            .withRequestBody(matchingJsonPath("$.item.length()", equalTo("1")))
            .withRequestBody(
                matchingJsonPath("$.item[0].answer[0].valueCoding.code", equalTo("goes-well"))));
  }

  @Test
  void anEmptyTickPostsNothing() {
    assertThat(browser.submit(encounter + "/closing/tick").words())
        .contains("Zet eerst het vinkje");
    SERVICE.verify(0, postRequestedFor(urlEqualTo(RESPONSE)));
  }

  @Test
  void aTickThatCouldNotBeSentIsNotSaved() {
    answer(post(urlEqualTo(RESPONSE)), aResponse().withStatus(502));

    assertThat(browser.submit(encounter + "/closing/tick", "done", "true").words())
        .contains("Het vinkje is niet opgeslagen");
  }

  @Test
  void postponingWithAReasonAndADateCloses() {
    gate(okJson(TestCards.gate(false, "hold")));
    answer(
        post(urlEqualTo(GATE))
            .withRequestBody(
                matchingJsonPath(
                    "$.parameter[?(@.name=='postpone-reason')].valueString",
                    containing("Patiënt is te moe")))
            .withRequestBody(
                matchingJsonPath(
                    "$.parameter[?(@.name=='postpone-until')].valueDate",
                    containing("2026-03-24"))),
        okJson(TestCards.gate(true, "open")));

    Page page =
        browser.submit(
            encounter + "/closing/postponement",
            "reason",
            "Patiënt is te moe",
            "until",
            "2026-03-24");

    assertThat(page.words()).contains("De Kindcheck is uitgesteld en komt terug");
    assertThat(isOpen()).isFalse();
  }

  @Test
  void postponingWithoutReasonAndDateNamesBothAndAsksNobody() {
    gate(okJson(TestCards.gate(false, "hold")));

    Page page = browser.submit(encounter + "/closing/postponement", "reason", " ", "until", "");

    assertThat(page.words()).contains("Geef een reden", "Geef een datum");
    assertThat(isOpen()).isTrue();
    SERVICE.verify(
        0, postRequestedFor(urlEqualTo(GATE)).withRequestBody(containing("postpone-reason")));
  }

  @Test
  void aPostponementThatIsRefusedShowsTheWordsOfTheServiceAndKeepsWhatWasTyped() {
    gate(
        jsonResponse(
            """
            {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid",
              "diagnostics":"Uitstellen kan tot 21 april."}]}\
            """,
            422));

    Page page =
        browser.submit(
            encounter + "/closing/postponement", "reason", "Later", "until", "2027-01-01");

    assertThat(page.words())
        .contains("Kindcheck heeft het uitstel niet aangenomen", "Uitstellen kan tot 21 april.");
    assertThat(page.path()).isEqualTo(encounter + "/closing");
    assertThat(isOpen()).isTrue();
  }

  @Test
  void whatIsClosedIsNotClosedAgain() {
    browser.submit(encounter + "/closing");
    SERVICE.resetRequests();

    assertThat(browser.submit(encounter + "/closing").words()).contains("al afgesloten");
    SERVICE.verify(0, postRequestedFor(urlEqualTo(GATE)));
    assertThat(browser.open(encounter + "/closing").words()).contains("al afgesloten");
  }

  @Test
  void anEncounterOfAnotherPatientIsNotFound() {
    String elsewhere = encounter.replace("/p01/", "/p02/");

    assertThat(browser.submit(elsewhere + "/closing").status()).isEqualTo(404);
    assertThat(browser.open(elsewhere).words()).contains("Deze pagina is er niet");
    assertThat(isOpen()).isTrue();
  }

  @Test
  void theExampleIsAKindcheckOfThisEncounterWithTwoChildren() {
    Page page = browser.open(encounter + "/example");
    String json = browser.open(encounter + "/example.json").text();

    assertThat(page.words())
        .contains("curl -s http://localhost:" + port + encounter + "/example.json")
        .contains(SERVICE.baseUrl() + RESPONSE);
    assertThat(json.split("\"linkId\": \"children\"", -1)).hasSize(3);
    assertThat(json)
        .contains(encounter.substring(encounter.lastIndexOf('/') + 1), "Patient/p01")
        .contains("children.illness-explained", "gut-feeling", "other-carers", "pregnancy");
    assertThat(browser.open(encounter + "/example.json").text())
        .as("posting it twice is one Kindcheck")
        .isEqualTo(json);
  }

  private static void gate(ResponseDefinitionBuilder response) {
    answer(post(urlEqualTo(GATE)), response);
  }

  private boolean isOpen() {
    String id = Browser.find("/encounters/([^/]+)$", encounter);
    return browser.fhir("GET", "/Encounter/" + id, "").text().contains("\"in-progress\"");
  }
}
