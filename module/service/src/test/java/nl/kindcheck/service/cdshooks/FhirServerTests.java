package nl.kindcheck.service.cdshooks;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.attack.Attacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which addresses are read, and which never: the given token goes to the registered server only.
 */
class FhirServerTests extends HooksTest {

  static Stream<String> otherServers() {
    String haven = World.fhirServer("haven");
    String host = "localhost:" + World.OUTSIDE.port();
    return Stream.of(
        World.fhirServer("duin"),
        World.url("/elsewhere/fhir"),
        haven + ".evil",
        haven + "evil",
        haven + "/../../elsewhere/fhir",
        haven + "/deeper",
        haven + "?x=",
        haven + "#x",
        "http://user@" + host + "/haven/fhir",
        "http://user:password@" + host + "/haven/fhir",
        "http://" + host + "@elsewhere.example/haven/fhir",
        "http://" + host + ".elsewhere.example/haven/fhir",
        "http://127.0.0.1:" + World.OUTSIDE.port() + "/haven/fhir",
        "https://" + host + "/haven/fhir",
        "//" + host + "/haven/fhir",
        "file:///etc/passwd",
        "http://169.254.169.254/latest",
        "/haven/fhir",
        "");
  }

  @ParameterizedTest
  @MethodSource("otherServers")
  void isNeverReadWhereItIsNotTheRegisteredOne(String address) {
    World.OUTSIDE.stubFor(
        get(urlMatching("/.*fhir.*"))
            .willReturn(okJson("{\"resourceType\": \"Patient\", \"id\": \"c-evil\"}")));
    String body =
        intake(
            "c-evil",
            b -> {
              server(b, address);
              prefetch(b).remove("patient");
            });
    isRefused(hook("haven", body), 412, "fhirServer");
    nothingWasFetched();
    assertThat(World.OUTSIDE.findAll(getRequestedFor(urlMatching(".*"))))
        .noneMatch(r -> String.valueOf(r.getHeader("Authorization")).contains(ACCESS_TOKEN));
    assertThat(count("family WHERE patient_ref = 'Patient/c-evil'")).isZero();
    Attacks.tried(
        "SSRF",
        "fhirServer of a hook that is not the registered one, letter by letter",
        1,
        "412, nothing is called and no token leaves");
  }

  @Test
  void isRefusedAlsoWhereNothingHasToBeFetched() {
    isRefused(
        hook("haven", intake("c-evil2", b -> server(b, World.url("/elsewhere/fhir")))),
        412,
        "fhirServer");
  }

  @Test
  void redirectsAreNotFollowed() {
    World.OUTSIDE.stubFor(
        get(urlMatching("/haven/fhir/.*"))
            .willReturn(temporaryRedirect(World.url("/elsewhere/Patient"))));
    World.OUTSIDE.stubFor(
        get(urlMatching("/elsewhere.*"))
            .willReturn(okJson("{\"resourceType\": \"Patient\", \"id\": \"c-redirect\"}")));
    String body =
        intake(
            "c-redirect",
            b -> {
              havensServer(b);
              prefetch(b).remove("patient");
            });
    isRefused(hook("haven", body), 412, "prefetch.patient");
    World.OUTSIDE.verify(0, getRequestedFor(urlMatching("/elsewhere.*")));
  }

  /** A first page that says where the next is; the earlier encounter is on that next page. */
  private static String firstPage(String patient, String next) {
    return bundle(encounter(patient, "-e", DAY))
        .replace(
            "\"type\"",
            "\"link\": [{\"relation\": \"next\", \"url\": \"" + next + "\"}], \"type\"");
  }

  private static String encounter(String patient, String suffix, String day) {
    return Bodies.encounter(patient, patient + suffix, day, "AMB", "finished");
  }

  private Answer paged(String patient, String next) {
    String earlier = bundle(encounter(patient, "-earlier", "2026-05-01"));
    World.OUTSIDE.stubFor(
        get(urlMatching("/(haven|duin|elsewhere).*[pP]age.*")).willReturn(okJson(earlier)));
    return hook(
        "haven",
        intake(
            patient,
            b -> {
              havensServer(b);
              prefetch(b).set("encounters", json(firstPage(patient, next)));
            }));
  }

  static Stream<String> pagesHere() {
    String haven = World.fhirServer("haven");
    return Stream.of(
        haven + "/Encounter?page=2", "Encounter?page=2", haven + "?_getpages=2", haven + "/page/2");
  }

  @ParameterizedTest
  @MethodSource("pagesHere")
  void theNextPageIsReadWhereItLiesBelowTheRegisteredServer(String next) {
    Answer answer = paged("c-page-" + Math.abs(next.hashCode()), next);
    isDue(answer);
    assertThat(card(answer).path("detail").asString()).doesNotContain("intake");
    World.OUTSIDE.verify(1, getRequestedFor(urlMatching("/haven/fhir.*[pP]age.*")));
  }

  @Test
  void anIntakeIsFoundWhereTheNextPageHoldsNothingEarlier() {
    World.OUTSIDE.stubFor(get(urlEqualTo("/haven/fhir/next")).willReturn(okJson(bundle())));
    Answer answer =
        hook(
            "haven",
            intake(
                "c-page-last",
                b -> {
                  havensServer(b);
                  prefetch(b).set("encounters", json(firstPage("c-page-last", "next")));
                }));
    assertThat(card(answer).path("detail").asString()).contains("intake");
  }

  static Stream<String> pagesElsewhere() {
    String haven = World.fhirServer("haven");
    return Stream.of(
        World.url("/elsewhere/fhir?page=2"),
        World.fhirServer("duin") + "/Encounter?page=2",
        haven + ".evil/Encounter?page=2",
        haven + "evil?page=2",
        haven + "/../../elsewhere/page",
        haven + "/../../duin/fhir/page",
        haven + "/%2e%2e/%2E%2E/elsewhere/page",
        haven + "/..%2f..%2felsewhere/page",
        haven + "/..%5c..%5celsewhere/page",
        "../../elsewhere/page",
        haven.replace("http://", "http://user:password@") + "/Encounter?page=2",
        haven.replace("localhost", "127.0.0.1") + "/Encounter?page=2",
        haven.replace("http://", "HTTP://") + ".evil/page",
        haven + "\\\\..\\\\page",
        "http://");
  }

  @ParameterizedTest
  @MethodSource("pagesElsewhere")
  void theNextPageIsNeverReadElsewhere(String next) {
    isDue(paged("c-away-" + Math.abs(next.hashCode()), next));
    World.OUTSIDE.verify(0, getRequestedFor(urlMatching("/elsewhere.*")));
    World.OUTSIDE.verify(0, getRequestedFor(urlMatching("/duin/fhir.*")));
    World.OUTSIDE.verify(0, getRequestedFor(urlMatching("/haven/fhir(\\.evil|evil|/\\.\\.|/%).*")));
  }

  @Test
  void pagesWithoutEndAreNotReadWithoutEnd() {
    World.OUTSIDE.stubFor(
        get(urlEqualTo("/haven/fhir/again")).willReturn(okJson(firstPage("c-endless", "again"))));
    isDue(
        hook(
            "haven",
            intake(
                "c-endless",
                b -> {
                  havensServer(b);
                  prefetch(b).set("encounters", json(firstPage("c-endless", "again")));
                })));
    assertThat(World.OUTSIDE.findAll(getRequestedFor(urlEqualTo("/haven/fhir/again"))))
        .hasSizeBetween(1, 10);
  }

  @Test
  void theNextPageIsNotReadWhereNoServerIsNamed() {
    String next = World.fhirServer("haven") + "/Encounter?page=2";
    isDue(
        hook(
            "haven",
            intake(
                "c-nameless",
                b -> prefetch(b).set("encounters", json(firstPage("c-nameless", next))))));
    nothingWasFetched();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\r\\nX-Evil: 1", "a b", "caf\\u00e9", "a\\u0000"})
  void aTokenThatNoHeaderCanCarryIsRefused(String token) {
    String body =
        intake(
            "c-header",
            b -> {
              havensServer(b);
              at(b, "fhirAuthorization").set("access_token", json("\"" + token + "\""));
              prefetch(b).remove("patient");
            });
    isRefused(hook("haven", body), 400, "fhirAuthorization.access_token");
    nothingWasFetched();
  }
}
