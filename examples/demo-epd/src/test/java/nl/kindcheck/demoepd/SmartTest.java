package nl.kindcheck.demoepd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** This EPD as a SMART authorization server, as an app sees it. */
class SmartTest extends EpdTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String VERIFIER = "a-verifier-of-more-than-43-characters-as-it-must-be";
  private static final String SCOPES =
      "launch openid fhirUser patient/Patient.rs patient/RelatedPerson.rs patient/Observation.rs";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @Value("${demo-epd.fhir-base}")
  String base;

  private final Map<String, String> request = new LinkedHashMap<>();

  @BeforeEach
  void aGoodRequest() throws Exception {
    request.clear();
    request.put("response_type", "code");
    request.put("client_id", "kindcheck");
    request.put("redirect_uri", SERVICE.baseUrl() + "/launch/callback");
    request.put("launch", launchOf("/patients/p01"));
    request.put("scope", SCOPES);
    request.put("state", "a-state");
    request.put("nonce", "a-nonce");
    request.put("aud", base);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
    request.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    request.put("code_challenge_method", "S256");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder get = HttpRequest.newBuilder(browser.address(path));
    return send(headers.length == 0 ? get : get.headers(headers));
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static Map<String, String> parameters(String address) {
    Map<String, String> all = new TreeMap<>();
    for (String part : URI.create(address).getRawQuery().split("&")) {
      String[] both = part.split("=", 2);
      all.put(both[0], URLDecoder.decode(both[1], UTF_8));
    }
    return all;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Clicks the link to Kindcheck on a page and gives the launch value. */
  private String launchOf(String page) {
    String to = location(get(page + "/kindcheck/start"));
    assertThat(to).startsWith(SERVICE.baseUrl() + "/launch?");
    assertThat(parameters(to)).containsEntry("iss", base);
    return String.valueOf(parameters(to).get("launch"));
  }

  private HttpResponse<String> authorize() {
    return get("/oauth2/authorize?" + form(request), "Accept", "text/html");
  }

  private String code() {
    HttpResponse<String> answer = authorize();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(location(answer)).startsWith(SERVICE.baseUrl() + "/launch/callback?");
    assertThat(parameters(location(answer))).containsEntry("state", "a-state");
    return String.valueOf(parameters(location(answer)).get("code"));
  }

  private HttpResponse<String> exchange(String code, String verifier, String redirect) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", redirect);
    fields.put("client_id", "kindcheck");
    fields.put("code_verifier", verifier);
    return send(
        HttpRequest.newBuilder(browser.address("/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
  }

  private HttpResponse<String> exchange(String code) {
    return exchange(code, VERIFIER, String.valueOf(request.get("redirect_uri")));
  }

  @Test
  void saysBelowItsFhirAddressWhereTheAuthorizationServerIs() {
    HttpResponse<String> answer = get("/fhir/.well-known/smart-configuration");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    JsonNode found = JSON.readTree(answer.body());
    String issuer = base.replace("/fhir", "");
    assertThat(found.path("issuer").asString()).isEqualTo(issuer);
    assertThat(found.path("authorization_endpoint").asString())
        .isEqualTo(issuer + "/oauth2/authorize");
    assertThat(found.path("token_endpoint").asString()).isEqualTo(issuer + "/oauth2/token");
    assertThat(found.path("jwks_uri").asString()).isEqualTo(issuer + "/oauth2/jwks");
    assertThat(found.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
    assertThat(found.path("capabilities").toString()).contains("launch-ehr", "sso-openid-connect");
  }

  @Test
  void tellsTheAppWhoIsAtWorkWithWhoseRecord() throws Exception {
    HttpResponse<String> answer = exchange(code());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    JsonNode token = JSON.readTree(answer.body());
    assertThat(token.path("patient").asString()).isEqualTo("p01");
    assertThat(token.has("encounter")).isFalse();
    assertThat(token.path("token_type").asString()).isEqualTo("Bearer");
    assertThat(token.path("access_token").asString()).isNotBlank();
    assertThat(token.path("scope").asString().split(" "))
        .containsExactlyInAnyOrder(SCOPES.split(" "));
    assertThat(token.path("need_patient_banner").asBoolean(true)).isFalse();

    SignedJWT idToken = SignedJWT.parse(token.path("id_token").asString());
    JWKSet keys = JWKSet.parse(get("/oauth2/jwks").body());
    var key = keys.getKeyByKeyId(idToken.getHeader().getKeyID()).toRSAKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(idToken.verify(new RSASSAVerifier(key))).isTrue();
    JWTClaimsSet claims = idToken.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(base.replace("/fhir", ""));
    assertThat(claims.getAudience()).containsExactly("kindcheck");
    assertThat(claims.getStringClaim("nonce")).isEqualTo("a-nonce");
    assertThat(claims.getStringClaim("fhirUser")).isEqualTo(base + "/Practitioner/c01");
  }

  @ParameterizedTest
  @CsvSource({"nl, nl", "en, en", "fr, nl"})
  void tellsTheLanguageInWhichThisEpdIsRead(String chosen, String told) throws Exception {
    String to = location(get("/patients/p01/kindcheck/start", "Cookie", "language=" + chosen));
    request.put("launch", String.valueOf(parameters(to).get("launch")));
    JsonNode token = JSON.readTree(exchange(code()).body());
    SignedJWT idToken = SignedJWT.parse(token.path("id_token").asString());
    assertThat(idToken.getJWTClaimsSet().getStringClaim("locale")).isEqualTo(told);
  }

  @Test
  void tellsTheEncounterWhereItWasOpenedInOne() {
    String page = browser.start("p07", "treatment").path();
    request.put("launch", launchOf(page));

    JsonNode token = JSON.readTree(exchange(code()).body());

    assertThat(token.path("patient").asString()).isEqualTo("p07");
    assertThat(page).endsWith("/" + token.path("encounter").asString());
  }

  @Test
  void aLaunchCountsOnce() {
    code();
    assertThat(authorize().statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "launch, made-up",
    "launch, ''",
    "aud, https://elsewhere.example/fhir",
    "aud, ''",
    "redirect_uri, https://elsewhere.example/launch/callback",
    "redirect_uri, http://localhost:1/launch/callback/more",
    "client_id, another"
  })
  void whatIsNotOursGoesNowhere(String name, String value) {
    request.put(name, value);
    HttpResponse<String> answer = authorize();
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void withoutALaunchNothingIsGiven() {
    request.remove("launch");
    assertThat(authorize().statusCode()).isEqualTo(400);
  }

  @Test
  void pkceIsNeeded() {
    request.remove("code_challenge");
    request.remove("code_challenge_method");
    refused();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "s256", ""})
  void pkceOnlyWithS256(String method) {
    request.put("code_challenge_method", method);
    refused();
  }

  @Test
  void aScopeBeyondTheRegisteredOnesIsRefused() {
    request.put("scope", "launch openid patient/*.cruds");
    refused();
  }

  private void refused() {
    HttpResponse<String> answer = authorize();
    assertThat(answer.headers().firstValue("Location").orElse("error="))
        .contains("error=")
        .doesNotContain("code=");
  }

  @Test
  void aCodeCountsOnce() {
    String code = code();
    assertThat(exchange(code).statusCode()).isEqualTo(200);
    assertThat(exchange(code).statusCode()).isEqualTo(400);
  }

  @Test
  void aCodeCountsOnlyForWhoBeganTheLaunch() {
    String redirect = String.valueOf(request.get("redirect_uri"));
    assertThat(exchange(code(), VERIFIER + "x", redirect).statusCode()).isEqualTo(400);
    request.put("launch", launchOf("/patients/p01"));
    assertThat(exchange(code(), "", redirect).statusCode()).isGreaterThanOrEqualTo(400);
    request.put("launch", launchOf("/patients/p01"));
    assertThat(exchange(code(), VERIFIER, "http://localhost:1/x").statusCode()).isEqualTo(400);
  }

  @Test
  void kindcheckOpensInAFrameOfTheRecordOrBesideIt() {
    String page = browser.start("p04", "treatment").path();
    for (String at : new String[] {"/patients/p04", page}) {
      assertThat(browser.open(at).text())
          .contains("href=\"" + at + "/kindcheck\"")
          .contains("Kindcheck openen");
      Browser.Page frame = browser.open(at + "/kindcheck");
      assertThat(frame.status()).isEqualTo(200);
      assertThat(frame.text())
          .contains("src=\"" + at + "/kindcheck/start\"")
          .contains("title=\"Het scherm van Kindcheck\"")
          .contains("href=\"" + at + "/kindcheck/start\"")
          .contains("Dunya Denkbeeldig")
          .doesNotContain("launch=");
    }
    assertThat(
            get("/patients/p04/kindcheck")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse(""))
        .contains("frame-src 'self' " + SERVICE.baseUrl() + ";", "frame-ancestors 'none'");
  }

  @Test
  void theCardsLinkOpensItToo() {
    assertThat(browser.open("/patients/p10").text())
        .contains("<a href=\"/patients/p10/kindcheck\">Open de Kindcheck</a>")
        .doesNotContain("https://kindcheck.example/launch");
  }

  @Test
  void anotherSiteOpensNothing() {
    assertThat(get("/patients/p01/kindcheck/start", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aRecordThatIsNotThereOpensNothing() {
    assertThat(get("/patients/nobody/kindcheck/start").statusCode()).isEqualTo(404);
    String others = browser.start("p05", "treatment").path().replace("p05", "p06");
    assertThat(get(others + "/kindcheck/start").statusCode()).isEqualTo(404);
  }
}
