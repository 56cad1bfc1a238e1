package nl.kindcheck.service.launch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static nl.kindcheck.service.World.OUTSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.kindcheck.service.World;
import nl.kindcheck.service.attack.Attacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Launches that must come to nothing, each with a page that says what to do. */
@ExtendWith(OutputCaptureExtension.class)
class BadLaunchTests extends LaunchTest {

  private static void refused(Answer answer, int status, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
    assertThat(answer.http().headers().allValues("Set-Cookie")).isEmpty();
    assertThat(answer.http().headers().firstValue("Location")).isEmpty();
  }

  static Stream<String> strangers() {
    String ours = World.fhirServer("haven");
    return Stream.of(
        "https://elsewhere.example/fhir",
        ours + "/",
        ours + "/sub",
        ours.toUpperCase(java.util.Locale.ROOT),
        ours.replace("http:", "https:"),
        ours.replace("localhost", "127.0.0.1"),
        World.url("/haven"),
        World.url("/stranger/fhir"),
        "");
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void anEpdThatIsNotRegisteredIsNotEvenAsked(String iss) {
    refused(launch(iss, "x"), 403, "Dit EPD is hier niet bekend");
    OUTSIDE.verify(0, getRequestedFor(anyUrl()));
    Attacks.tried("SSRF", "iss of a launch that is not registered", 1, "403, nothing is called");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?launch=x",
        "?iss=HAVEN",
        "?iss=HAVEN&launch=",
        "?iss=HAVEN&iss=HAVEN&launch=x"
      })
  void anAddressThatIsNotWholeSaysSo(String query) {
    String address = "/launch" + query.replace("HAVEN", encoded(haven.iss()));
    refused(send(request(address).GET()), 400, "kan zo niet openen");
  }

  @Test
  void saysItInEnglishToo() {
    Answer answer = launch("https://elsewhere.example", "x", "Accept-Language", "en");
    refused(answer, 403, "This EPD is not known here");
  }

  static Stream<Arguments> configurations() {
    return Stream.<Map.Entry<String, Object>>of(
            Map.entry("issuer", ""),
            Map.entry("authorization_endpoint", "javascript:alert(1)"),
            Map.entry("authorization_endpoint", "/relative"),
            Map.entry("token_endpoint", "http://user:secret@epd.example/token"),
            Map.entry("token_endpoint", "file:///etc/passwd"),
            Map.entry("jwks_uri", "no address at all"),
            Map.entry("code_challenge_methods_supported", List.of("plain")),
            Map.entry("code_challenge_methods_supported", "S256?"))
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void aConfigurationThatIsNotSafeIsNotFollowed(String name, Object value) {
    Map<String, Object> configuration = haven.configuration();
    configuration.put(name, value);
    haven.offers(configuration);
    refused(launch(haven.iss(), "x"), 502, "Het EPD geeft geen antwoord");
    Attacks.tried(
        "SSRF", "addresses in the configuration of an EPD: " + name, 1, "502, not followed");
  }

  @Test
  void anEpdThatIsAwayIsSaidToBeAway() {
    haven.offers(aResponse().withStatus(503));
    refused(launch(haven.iss(), "x"), 502, "Het EPD geeft geen antwoord");
    haven.offers(aResponse().withStatus(302).withHeader("Location", duin.iss()));
    refused(launch(haven.iss(), "x"), 502, "Het EPD geeft geen antwoord");
    haven.offers(okJson("[]"));
    refused(launch(haven.iss(), "x"), 502, "Het EPD geeft geen antwoord");
    haven.offers(aResponse().withBody("x".repeat(300_000)));
    refused(launch(haven.iss(), "x"), 502, "Het EPD geeft geen antwoord");
  }

  @Test
  void anAnswerCountsOnce() {
    Started started = started(haven);
    haven.gives(haven.claims(started.nonce()).build());
    assertThat(callback(started).status()).isEqualTo(303);
    refused(callback(started), 400, "niet meer geldig");
  }

  @Test
  void anAnswerForAnotherBrowserCountsForNobodyElse() {
    Started mine = started(haven);
    Started theirs = started(haven);
    haven.gives(haven.claims(mine.nonce()).build());
    String query = "code=a-code&state=" + mine.state();
    refused(callback(theirs.cookie(), query), 400, "niet meer geldig");
    refused(callback("kindcheck-launch=", query), 400, "niet meer geldig");
    refused(send(request("/launch/callback?" + query).GET()), 400, "niet meer geldig");
    assertThat(callback(mine).status()).isEqualTo(303);
  }

  @Test
  void anAnswerThatComesTooLateDoesNotCount() throws SQLException {
    Started started = started(haven);
    haven.gives(haven.claims(started.nonce()).build());
    try (Connection connection = DATABASE.asSuperuser();
        Statement sql = connection.createStatement()) {
      sql.execute("UPDATE launch_begun SET expires_at = expires_at - interval '11 minutes'");
    }
    refused(callback(started), 400, "niet meer geldig");
  }

  @Test
  void aStateOfAnotherOrganisationDoesNotCount() {
    Started started = started(haven);
    String moved = started.state().replace(World.HAVEN.toString(), World.DUIN.toString());
    refused(callback(started.cookie(), "code=a-code&state=" + moved), 400, "niet meer geldig");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "state=", "state=x&code=y", "code=y"})
  void anAnswerWithoutItsStateDoesNotCount(String query) {
    refused(callback(started(haven).cookie(), query), 400, "niet meer geldig");
  }

  @Test
  void whatTheEpdRefusesIsRefused() {
    Started started = started(haven);
    String query = "error=access_denied&error_description=%3Cb%3Ebold&state=" + started.state();
    Answer answer = callback(started.cookie(), query);
    refused(answer, 403, "liet u niet toe");
    assertThat(answer.body()).doesNotContain("bold");
  }

  @Test
  void anAnswerOfAnotherIssuerIsRefused() {
    Started started = started(haven);
    haven.gives(haven.claims(started.nonce()).build());
    String query = "code=c&state=" + started.state() + "&iss=" + encoded(World.url("/duin"));
    refused(callback(started.cookie(), query), 403, "liet u niet toe");
  }

  @Test
  void aCodeThatTheEpdRefusesOpensNothing() {
    Started started = started(haven);
    haven.gives(aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}"));
    refused(callback(started), 403, "liet u niet toe");
  }

  static Stream<com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder> silences() {
    return Stream.of(
        aResponse().withStatus(500),
        aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withBody("<html>"),
        aResponse().withBody("{\"id_token\":1}{}"),
        aResponse().withFixedDelay(6_000).withBody("{}"));
  }

  @ParameterizedTest
  @MethodSource("silences")
  void aTokenEndpointThatIsAwaySlowOrTalksNonsenseIsSaidToBeAway(
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
    Started started = started(haven);
    haven.gives(answer);
    refused(callback(started), 502, "Het EPD geeft geen antwoord");
  }

  static Stream<UnaryOperator<JWTClaimsSet.Builder>> wrongClaims() {
    Date past = Date.from(Instant.now().minusSeconds(60));
    Date future = Date.from(Instant.now().plusSeconds(120));
    return Stream.of(
        claims -> claims.claim("nonce", "of-another-launch"),
        claims -> claims.claim("nonce", null),
        claims -> claims.audience("another-app"),
        claims -> claims.audience(List.of("kindcheck", "another-app")),
        claims -> claims.claim("azp", "another-app"),
        claims -> claims.issuer(World.url("/duin")),
        claims -> claims.issuer(null),
        claims -> claims.expirationTime(past),
        claims -> claims.expirationTime(null),
        claims -> claims.issueTime(future),
        claims -> claims.issueTime(null));
  }

  @ParameterizedTest
  @MethodSource("wrongClaims")
  void anIdTokenThatWasNotMadeForThisLaunchIsRefused(UnaryOperator<JWTClaimsSet.Builder> change) {
    Started started = started(haven);
    haven.gives(change.apply(haven.claims(started.nonce())).build());
    refused(callback(started), 403, "liet u niet toe");
    Attacks.tried(
        "an id_token of a launch",
        "issuer, audience, nonce, times, each wrong or missing",
        1,
        "403, no session");
  }

  @Test
  void anIdTokenThatTheEpdDidNotSignIsRefused() throws Exception {
    JWSHeader none = new JWSHeader.Builder(JWSAlgorithm.RS384).build();
    for (int i = 0; i < 5; i++) {
      Started started = started(haven);
      JWTClaimsSet claims = haven.claims(started.nonce()).build();
      SignedJWT secret = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      secret.sign(new MACSigner(World.HAVEN_KEYS.rsa.toRSAPublicKey().getEncoded()));
      JWSHeader posing =
          new JWSHeader.Builder(JWSAlgorithm.RS384)
              .keyID(World.HAVEN_KEYS.rsa.getKeyID())
              .jwk(World.STRANGER_KEYS.rsa.toPublicJWK())
              .build();
      String token =
          switch (i) {
            case 0 -> World.STRANGER_KEYS.rs384(claims);
            case 1 -> World.STRANGER_KEYS.sign(posing, claims);
            case 2 -> secret.serialize();
            case 3 -> new PlainJWT(claims).serialize();
            default -> World.STRANGER_KEYS.sign(none, claims);
          };
      haven.gives(haven.token(token));
      refused(callback(started), 403, "liet u niet toe");
    }
    Attacks.tried(
        "an id_token of a launch",
        "alg none, HMAC with the public key, another key, an embedded key, no kid",
        5,
        "403, no session");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../p1", "p1 ", "https://elsewhere.example/Patient/1", "Patient/p1"})
  void withoutAPatientNothingOpens(String patient) {
    Started started = started(haven);
    Map<String, Object> token =
        haven.token(World.HAVEN_KEYS.rs384(haven.claims(started.nonce()).build()));
    token.put("patient", patient);
    haven.gives(token);
    refused(callback(started), 400, "geen dossier gekozen");
  }

  static Stream<String> othersThanClinicians() {
    return Stream.of(
        "Patient/p1",
        "RelatedPerson/r1",
        World.fhirServer("haven") + "/Patient/p1",
        World.fhirServer("duin") + "/Practitioner/c1",
        "https://elsewhere.example/Practitioner/c1",
        "Practitioner/",
        "Practitioner/c1/_history/1");
  }

  @ParameterizedTest
  @MethodSource("othersThanClinicians")
  void onlyACliniciansOfThisEpdOpensIt(String user) {
    Started started = started(haven);
    haven.gives(haven.claims(started.nonce()).claim("fhirUser", user).build());
    refused(callback(started), 403, "voor zorgverleners");
  }

  @Test
  void aPatientOfAnotherEpdStaysWithThatEpd() {
    String there = page(opened(duin)).body();
    String here = page(opened(haven)).body();
    assertThat(there).startsWith(World.DUIN + " ").endsWith(duin.iss()).contains("p-launch");
    assertThat(here).startsWith(World.HAVEN + " ").endsWith(haven.iss()).contains("p-launch");
  }

  @Test
  void otherAddressesBelowAreClosed() {
    assertThat(send(request("/launch/other").GET()).status()).isEqualTo(401);
    assertThat(
            send(request("/launch").POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                .status())
        .isEqualTo(403);
  }

  @Test
  void nothingOfALaunchStandsInTheLog(CapturedOutput output) {
    Started started = started(haven);
    haven.gives(haven.claims(started.nonce()).build());
    String session = cookie(callback(started));
    page(session);
    callback(started);
    Started refused = started(haven);
    haven.gives(haven.claims("wrong").claim("fhirUser", "Practitioner/c-secret").build());
    callback(refused.cookie(), "code=code-secret&state=" + refused.state());

    assertThat(output)
        .contains("A launch came to nothing: id_token of another launch")
        .doesNotContain(started.state(), started.cookie(), session.split("=", 2)[1])
        .doesNotContain(
            "p-launch", "c-secret", "code-secret", "an-access-token", "an-opaque-value");
  }
}
