package nl.kindcheck.service.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** The EPD is asked, at the moment somebody opens a record, who gives the patient care. */
@TestPropertySource(properties = "kindcheck.care-relation.epd-secrets.haven=s3cret & more")
class AskedEpdTests extends ReachTest {

  private static final String BO = "Practitioner/bo";
  private static final String BUNDLE =
      "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[%s]}";

  private static void epd(String encounters, String episodes) {
    World.OUTSIDE.stubFor(
        get(urlPathEqualTo("/haven/fhir/.well-known/smart-configuration"))
            .willReturn(
                okJson(
                    """
                    {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                     "jwks_uri": "%1$s/jwks", "code_challenge_methods_supported": ["S256"]}\
                    """
                        .formatted(World.url("/haven")))));
    World.OUTSIDE.stubFor(
        WireMock.post(urlPathEqualTo("/haven/token"))
            // kindcheck:s3cret+%26+more
            .withHeader("Authorization", equalTo("Basic a2luZGNoZWNrOnMzY3JldCslMjYrbW9yZQ=="))
            .willReturn(okJson("{\"access_token\":\"a-token\",\"token_type\":\"bearer\"}")));
    for (List<String> of :
        List.of(List.of("Encounter", encounters), List.of("EpisodeOfCare", episodes))) {
      World.OUTSIDE.stubFor(
          get(urlPathEqualTo("/haven/fhir/" + of.get(0)))
              .withHeader("Authorization", equalTo("Bearer a-token"))
              .willReturn(okJson(BUNDLE.formatted(of.get(1)))));
    }
  }

  private static String encounter(String patient, String status, String day, String... who) {
    String participants =
        String.join(
            ",",
            java.util.stream.Stream.of(who)
                .map(w -> "{\"individual\":{\"reference\":\"%s\"}}".formatted(w))
                .toList());
    return """
    {"resource": {"resourceType": "Encounter", "id": "asked", "status": "%s", "subject": {"reference": "Patient/%s"},
      "class": {"code": "AMB"}, "participant": [%s], "period": {"start": "%s"}}}\
    """
        .formatted(status, patient, participants, day);
  }

  private static String episode(String patient, String status, String manager) {
    return """
    {"resource": {"resourceType": "EpisodeOfCare", "id": "asked", "status": "%s", "patient": {"reference": "Patient/%s"},
      "careManager": {"reference": "%s"}}}\
    """
        .formatted(status, patient, manager);
  }

  private int asBo(String patient) {
    return ask(clinician("u-bo", BO), patient).status();
  }

  @Test
  void everyParticipantOfAnEncounterHasARelation() {
    epd(encounter("as-part", "finished", "2026-05-20", "Practitioner/first", BO), "");
    Launched session = session(ask(clinician("u-bo", BO), "as-part"));
    assertThat(open(session, "/app").body())
        .contains("omdat u deze patiënt zag in Encounter/asked op 20 mei 2026");
  }

  @Test
  void whoeverManagesAnEpisodeHasARelation() {
    epd("", episode("as-manages", "active", BO));
    assertThat(asBo("as-manages")).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({
    "as-status, cancelled, 2026-05-20",
    "as-planned, planned, 2026-06-01",
    "as-future, in-progress, 2026-06-02",
    "as-past, finished, 2026-02-01"
  })
  void whatIsNoCareOrTooLongAgoIsNone(String patient, String status, String day) {
    epd(encounter(patient, status, day, BO), "");
    assertThat(asBo(patient)).isEqualTo(403);
  }

  @Test
  void whatIsOfAnotherPatientCountsForNothing() {
    epd(encounter("as-other", "finished", "2026-05-20", BO), episode("as-other", "active", BO));
    assertThat(asBo("as-one")).isEqualTo(403);
  }

  @Test
  void anothersEncounterOrEpisodeCountsForNothing() {
    epd(
        encounter("as-not", "finished", "2026-05-20", "Practitioner/bo2"),
        episode("as-not", "active", "Practitioner/b"));
    assertThat(asBo("as-not")).isEqualTo(403);
  }

  @Test
  void whatItSaysNowGoesBeforeWhatItTold() {
    told("haven", "as-now");
    Launched intaker = clinician("u-intaker", INTAKER);
    epd("", "");
    assertThat(ask(intaker, "as-now").status()).isEqualTo(303);

    String corrected =
        encounter("as-now", "finished", DAY, BO).replace("\"asked\"", "\"e-as-now\"");
    epd(corrected, "");

    assertThat(ask(intaker, "as-now").status()).isEqualTo(403);
    assertThat(asBo("as-now")).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/haven/token", "/haven/fhir/Encounter", "/haven/fhir/EpisodeOfCare"})
  void whatItDoesNotAnswerOpensNothingAndWhatItToldStillCounts(String broken) {
    String patient = "as-broken-" + broken.length();
    told("haven", patient);
    epd(encounter(patient, "finished", "2026-05-20", BO), episode(patient, "active", BO));
    World.OUTSIDE.stubFor(
        WireMock.any(urlPathEqualTo(broken)).willReturn(aResponse().withStatus(500)));

    assertThat(asBo(patient)).isEqualTo(403);
    assertThat(ask(clinician("u-intaker", INTAKER), patient).status()).isEqualTo(303);
  }

  @Test
  void whatIsNoFhirOpensNothing() {
    epd("{\"resource\": {\"resourceType\": \"Encounter\", \"subject\": 5}}, 7", "");
    assertThat(asBo("as-nonsense")).isEqualTo(403);
  }

  @Test
  void aTokenThatCouldEndTheHeaderIsNotUsed() {
    epd(encounter("as-token", "finished", "2026-05-20", BO), "");
    World.OUTSIDE.stubFor(
        WireMock.post(urlPathEqualTo("/haven/token"))
            .willReturn(okJson("{\"access_token\":\"a\\r\\nX: y\",\"token_type\":\"bearer\"}")));
    assertThat(asBo("as-token")).isEqualTo(403);
  }

  @Test
  void whoeverIsNobodyInTheEpdIsNotAskedAbout() {
    epd(encounter("as-nobody", "finished", "2026-05-20", BO), "");
    assertThat(ask(clinician("u-nobody", null), "as-nobody").status()).isEqualTo(403);
    World.OUTSIDE.verify(0, postRequestedFor(urlPathEqualTo("/haven/token")));
  }
}
