package nl.kindcheck.service.launch;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static nl.kindcheck.service.World.OUTSIDE;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.Keys;
import nl.kindcheck.service.World;
import tools.jackson.databind.json.JsonMapper;

/** The SMART authorization server of an organisation's EPD, played by WireMock. */
final class FakeEpd {

  private static final JsonMapper JSON = new JsonMapper();

  private final String organisation;
  private final Keys keys;

  FakeEpd(String organisation) {
    this.organisation = organisation;
    this.keys = organisation.equals("haven") ? World.HAVEN_KEYS : World.DUIN_KEYS;
  }

  String iss() {
    return World.fhirServer(organisation);
  }

  Map<String, Object> configuration() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("issuer", World.url("/" + organisation));
    all.put("authorization_endpoint", World.url("/" + organisation + "/authorize"));
    all.put("token_endpoint", World.url("/" + organisation + "/token"));
    all.put("jwks_uri", World.url("/" + organisation + "/jwks"));
    all.put("code_challenge_methods_supported", List.of("S256"));
    return all;
  }

  void offers(Map<String, Object> configuration) {
    offers(okJson(JSON.writeValueAsString(configuration)));
  }

  void offers(ResponseDefinitionBuilder answer) {
    OUTSIDE.stubFor(
        get(urlPathEqualTo("/" + organisation + "/fhir/.well-known/smart-configuration"))
            .willReturn(answer));
  }

  /** The claims of a good id_token. */
  JWTClaimsSet.Builder claims(String nonce) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(World.url("/" + organisation))
        .audience("kindcheck")
        .subject("c01")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("nonce", nonce)
        .claim("fhirUser", iss() + "/Practitioner/c01");
  }

  Map<String, Object> token(String idToken) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("access_token", "an-access-token-of-the-epd");
    all.put("token_type", "Bearer");
    all.put("expires_in", 300);
    all.put("scope", "launch openid fhirUser patient/*.rs");
    all.put("patient", "p-launch");
    all.put("encounter", "e-launch");
    all.put("id_token", idToken);
    return all;
  }

  String idToken(String nonce) {
    return keys.rs384(claims(nonce).build());
  }

  void gives(JWTClaimsSet claims) {
    gives(token(keys.rs384(claims)));
  }

  void gives(Map<String, Object> token) {
    gives(okJson(JSON.writeValueAsString(token)));
  }

  void gives(ResponseDefinitionBuilder answer) {
    OUTSIDE.stubFor(post(urlPathEqualTo("/" + organisation + "/token")).willReturn(answer));
  }

  /** What was sent to the token endpoint last. */
  String asked() {
    return OUTSIDE
        .findAll(postRequestedFor(urlPathEqualTo("/" + organisation + "/token")))
        .get(0)
        .getBodyAsString();
  }
}
