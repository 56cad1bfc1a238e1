package nl.kindcheck.service.conversation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.kindcheck.service.World.OUTSIDE;
import static nl.kindcheck.service.conversation.EpdChildren.answers;
import static nl.kindcheck.service.conversation.EpdChildren.bundle;
import static nl.kindcheck.service.conversation.EpdChildren.child;
import static nl.kindcheck.service.conversation.EpdChildren.home;
import static nl.kindcheck.service.conversation.EpdChildren.persons;
import static nl.kindcheck.service.conversation.EpdChildren.situation;
import static nl.kindcheck.service.conversation.EpdChildren.situations;
import static nl.kindcheck.service.conversation.EpdChildren.usual;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Instant;
import java.util.stream.Stream;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An EPD that does not answer as one hopes: the page says what to do, and nothing is lost. */
class ImportFaultTests extends ImportTest {

  private static final String OUTCOME =
      "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"diagnostics\": \"Achternaam\"}]}";
  private static final String BY_HAND = "href=\"/app/kindcheck/start\"";

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(aResponse().withStatus(503), "nu niet bereikbaar"),
        Arguments.of(aResponse().withStatus(429), "nu niet bereikbaar"),
        Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "nu niet bereikbaar"),
        Arguments.of(aResponse().withStatus(401), "Open Kindcheck opnieuw vanuit het dossier"),
        Arguments.of(aResponse().withStatus(403), "geeft Kindcheck hiervoor geen toegang"),
        Arguments.of(
            aResponse().withStatus(404).withBody(OUTCOME),
            "een antwoord dat wij niet kunnen lezen"),
        Arguments.of(okJson(OUTCOME), "een antwoord dat wij niet kunnen lezen"),
        Arguments.of(okJson("{\"resourceType\": \"Patient\"}"), "een antwoord dat wij niet"),
        Arguments.of(
            okJson("{\"resourceType\": \"Bundle\", \"entry\": 1}"), "een antwoord dat wij"),
        Arguments.of(okJson("[]"), "een antwoord dat wij niet kunnen lezen"),
        Arguments.of(okJson(""), "een antwoord dat wij niet kunnen lezen"),
        Arguments.of(okJson("<html>"), "een antwoord dat wij niet kunnen lezen"),
        Arguments.of(
            aResponse().withStatus(302).withHeader("Location", "/haven/fhir/elsewhere"),
            "een antwoord dat wij niet kunnen lezen"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsSaidWithWhatToDoAndManualEntryIsPossible(
      ResponseDefinitionBuilder answer, String says) {
    persons(patient, answer);
    answers("Observation", patient, answer);
    home(patient, "Verzonnenlaan 1", "1234 AB");
    Launched session = session();

    String page = see(session, IMPORT);

    assertThat(page)
        .contains(
            "De contactpersonen in het EPD zijn niet gelezen.",
            "De gezinssituatie in het EPD is niet gelezen.",
            says,
            BY_HAND,
            "Probeer opnieuw")
        .doesNotContain("vinden wij geen kinderen", "Zet in het formulier");
    assertThat(see(session, START)).contains("id=\"children-0\"");
    OUTSIDE.verify(0, getRequestedFor(urlPathEqualTo("/haven/fhir/elsewhere")));
  }

  @Test
  void anEpdThatIsTooSlowIsNotWaitedFor() {
    usual(patient);
    persons(patient, okJson(bundle("", child(patient, "Noor", "2019-03"))).withFixedDelay(9_000));
    situations(patient, situation(patient, "2025-05-01", "2019-03-04"));
    Instant before = Instant.now();

    String page = see(session(), IMPORT);

    assertThat(Instant.now()).isBefore(before.plusSeconds(8));
    assertThat(page)
        .contains(
            "antwoordt niet op tijd",
            "De contactpersonen in het EPD zijn niet gelezen.",
            "Kind 1, zonder naam in het EPD")
        .doesNotContain("gezinssituatie in het EPD is niet");
  }

  @Test
  void anEmptyAnswerIsNoChildrenInTheEpdAndNeverNoChildren() {
    usual(patient);
    assertThat(see(session(), IMPORT))
        .contains(
            "In het EPD vinden wij geen kinderen.",
            "Dat betekent niet dat er geen kinderen zijn.",
            BY_HAND)
        .doesNotContain("Zet in het formulier", "niet gelezen");
  }

  @Test
  void whereOnlyAPartWasReadNobodySaysThatTheEpdHasNoChildren() {
    usual(patient);
    persons(patient, aResponse().withStatus(503));
    assertThat(see(session(), IMPORT))
        .contains(
            "In wat wij konden lezen staan geen kinderen.",
            "De contactpersonen in het EPD zijn niet gelezen.",
            "Probeer opnieuw",
            BY_HAND)
        .doesNotContain("vinden wij geen kinderen");
  }

  @Test
  void allPagesAreRead() {
    usual(patient);
    String next = link("/haven/fhir/pages?of=" + patient);
    persons(patient, okJson(bundle(next, child(patient, "Noor", "2019-03"))));
    OUTSIDE.stubFor(
        get(urlPathEqualTo("/haven/fhir/pages"))
            .willReturn(okJson(bundle("", child(patient, "Sam", "2021-01")))));

    assertThat(see(session(), IMPORT)).contains("Noor", "Sam").doesNotContain("niet allemaal");
  }

  @Test
  void whereAPageIsLackingTheOthersAreShownAndItIsSaid() {
    usual(patient);
    persons(patient, okJson(bundle(link("/haven/fhir/gone"), child(patient, "Noor", "2019-03"))));

    assertThat(see(session(), IMPORT))
        .contains(
            "De contactpersonen in het EPD zijn niet allemaal gelezen.",
            "Noor",
            "Zet in het formulier");
  }

  @Test
  void pagesWithoutEndAreNotReadWithoutEnd() {
    usual(patient);
    persons(patient, okJson(bundle(link("/haven/fhir/round"), child(patient, "Noor", "2019-03"))));
    OUTSIDE.stubFor(
        get(urlPathEqualTo("/haven/fhir/round"))
            .willReturn(okJson(bundle(link("/haven/fhir/round")))));

    assertThat(see(session(), IMPORT)).contains("Noor", "dan wij in één keer lezen");
    OUTSIDE.verify(9, getRequestedFor(urlPathEqualTo("/haven/fhir/round")));
  }

  @Test
  void aPageElsewhereIsNotRead() {
    usual(patient);
    persons(patient, okJson(bundle(link("/duin/fhir/stolen"), child(patient, "Noor", "2019-03"))));

    assertThat(see(session(), IMPORT)).contains("Noor", "niet allemaal gelezen");
    OUTSIDE.verify(0, getRequestedFor(urlEqualTo("/duin/fhir/stolen")));
  }

  @Test
  void anothersChildAndWhatCannotBeReadAreLeftOutAndSaid() {
    usual(
        patient,
        child("somebody-else", "Vreemd", "2019-03"),
        child(patient, "Sam", "2019-03").replace("\"name\": ", "\"name\": 7, \"was\": "),
        child(patient, "Noor", "2019-03"));

    assertThat(see(session(), IMPORT))
        .contains("Noor", "konden wij niet gebruiken (2)")
        .doesNotContain("Vreemd");
  }

  @Test
  void withFewerScopesTheRestIsRead() {
    usual(patient, child(patient, "Noor", "2019-03"));
    situations(patient, situation(patient, "2025-05-01", "2021-01-04"));

    String page = see(session("patient/Observation.rs"), IMPORT);

    assertThat(page)
        .contains(
            "De contactpersonen in het EPD zijn niet gelezen.",
            "geeft Kindcheck hiervoor geen toegang",
            "Geboren in januari 2021")
        .doesNotContain("Noor");
    OUTSIDE.verify(0, getRequestedFor(urlPathEqualTo("/haven/fhir/RelatedPerson")));
  }

  @Test
  void withoutTheAddressNobodyLivesElsewhere() {
    usual(
        patient,
        child(patient, "Noor", "2019-03", EpdChildren.livesAt("Verzonnenlaan 1", "1234AB")));

    assertThat(see(session("patient/RelatedPerson.rs patient/Observation.rs"), IMPORT))
        .contains("Het adres van de patiënt in het EPD is niet gelezen.", "is niet bekend");
  }

  @Test
  void withoutAnyLeaveNothingIsAsked() {
    String page = see(session("launch openid"), IMPORT);

    assertThat(page).contains("geeft Kindcheck hiervoor geen toegang", BY_HAND);
    assertThat(see(Launches.session(DATABASE, "haven", "Patient/" + patient, null), IMPORT))
        .contains("geeft Kindcheck hiervoor geen toegang");
    OUTSIDE.verify(0, getRequestedFor(anyUrl()).withQueryParam("patient", matches()));
  }

  private com.github.tomakehurst.wiremock.matching.StringValuePattern matches() {
    return com.github.tomakehurst.wiremock.client.WireMock.equalTo(patient);
  }

  @Test
  void aTokenThatEndedMeanwhileLosesNothing() {
    usual(patient, child(patient, "Noor", "2019-03"));
    Launched ended =
        Launches.reading(
            DATABASE, "haven", "Patient/" + patient, ALL_SCOPES, Instant.now().minusSeconds(1));

    assertThat(see(ended, IMPORT)).contains("Open Kindcheck opnieuw vanuit het dossier", BY_HAND);
    assertThat(see(ended, "/app")).doesNotContain(IMPORT);
    OUTSIDE.verify(0, getRequestedFor(urlPathEqualTo("/haven/fhir/RelatedPerson")));
  }

  @Test
  void whereTheEpdIsAwayAtTheChoiceTheChoiceIsRemembered() {
    usual(patient, child(patient, "Noor", "2019-03"));
    Launched session = session();
    String noor = key(see(session, IMPORT), "Noor");
    World.standard();

    Answer away = post(session, IMPORT, "_action", "take", "child", noor);

    assertThat(away.status()).isEqualTo(503);
    assertThat(away.body()).contains("Uw keuze is onthouden", "Probeer opnieuw", BY_HAND);
    assertThat(field(away.body(), "child")).isEqualTo(noor);
    usual(patient, child(patient, "Noor", "2019-03"));
    assertThat(post(session, IMPORT, "_action", "take", "child", noor).status()).isEqualTo(303);
    assertThat(field(see(session, START), "children.0.label")).isEqualTo("Noor");
  }

  @Test
  void aFaultIsSaidInEnglishToo() {
    persons(patient, aResponse().withStatus(503));
    assertThat(see(inEnglish(session()), IMPORT))
        .contains("The contact persons in the EPD were not read.", "cannot be reached now");
  }

  private static String link(String path) {
    return "{\"relation\": \"next\", \"url\": \"%s\"}".formatted(World.url(path));
  }
}
