package nl.kindcheck.service.attack;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.kindcheck.service.Keys;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that the identity provider did not give, or not for this service, or not for now. */
class BearerTokenTests extends AttackTest {

  private static final String KIND = "a bearer token of the API";

  private static JWTClaimsSet.Builder claims() {
    return World.bearerClaims("haven", "system", EVERY_SCOPE);
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS384).keyID(World.IDP_KEYS.rsa.getKeyID());
  }

  private static String signed(JWTClaimsSet.Builder claims) {
    return World.IDP_KEYS.rs384(claims.build());
  }

  private static String signed(Keys keys, JWSHeader.Builder header) {
    return keys.sign(header.build(), claims().build());
  }

  private static Date inSeconds(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static String hmac(byte[] secret) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS384).keyID("idp-rsa").build(), claims().build());
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  static Stream<Arguments> badTokens() throws JOSEException {
    Keys stranger = World.STRANGER_KEYS;
    String[] good = signed(claims()).split("\\.", -1);
    String other =
        Base64URL.encode(claims().claim("organization", "duin").build().toString()).toString();
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("alg none", new PlainJWT(claims().build()).serialize());
    bad.put("HMAC with the public key", hmac(World.IDP_KEYS.rsa.toRSAPublicKey().getEncoded()));
    bad.put(
        "an algorithm that was not agreed",
        signed(World.IDP_KEYS, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("idp-rsa")));
    bad.put("a stranger's key under the provider's kid", signed(stranger, header()));
    bad.put("a stranger's key under an unknown kid", signed(stranger, header().keyID("unknown")));
    bad.put("an EPD's key", signed(World.HAVEN_KEYS, header()));
    bad.put("an embedded key", signed(stranger, header().jwk(stranger.rsa.toPublicJWK())));
    bad.put(
        "keys elsewhere (jku)",
        signed(stranger, header().jwkURL(URI.create(World.url("/elsewhere/jwks")))));
    bad.put(
        "an embedded certificate (x5c)",
        signed(stranger, header().x509CertChain(List.of(Base64.encode("certificate")))));
    bad.put(
        "a certificate elsewhere (x5u)",
        signed(stranger, header().x509CertURL(URI.create(World.url("/elsewhere/cert")))));
    bad.put(
        "a critical header that nobody knows",
        signed(World.IDP_KEYS, header().criticalParams(Set.of("odd")).customParam("odd", 1)));
    bad.put("no signature", good[0] + "." + good[1] + ".");
    bad.put("two parts", good[0] + "." + good[1]);
    bad.put("a changed claim", good[0] + "." + other + "." + good[2]);
    bad.put("another issuer", signed(claims().issuer("https://evil.example")));
    bad.put("no issuer", signed(claims().issuer(null)));
    bad.put("another audience", signed(claims().audience("account")));
    bad.put("no audience", signed(claims().audience((String) null)));
    bad.put("expired", signed(claims().issueTime(inSeconds(-600)).expirationTime(inSeconds(-120))));
    bad.put("not to be used yet", signed(claims().notBeforeTime(inSeconds(300))));
    bad.put("an organisation that is none", signed(claims().claim("organization", "elsewhere")));
    bad.put("two organisations", signed(claims().claim("organization", List.of("haven", "duin"))));
    bad.put(
        "a role that is none",
        signed(claims().claim("realm_access", Map.of("roles", List.of("root")))));
    bad.put("nobody's", signed(claims().subject(null)));
    bad.put("a token of a hook", World.hookToken("haven", "/fhir"));
    return bad.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void opensNothing(String name, String token) {
    int tried = 0;
    for (String path :
        List.of("/fhir/Task", "/fhir/Patient/x/$kindcheck-status", "/fhir/AuditEvent", "/x")) {
      Answer answer = send(request(path).header("Authorization", "Bearer " + token));
      assertThat(answer.status()).as(path).isEqualTo(401);
      // As to who has no token at all: nothing of why it is not good.
      assertThat(answer.body()).isEqualTo(send(request(path)).body());
      assertThat(answer.http().headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer error=\"invalid_token\"");
      tried++;
    }
    World.OUTSIDE.verify(0, getRequestedFor(urlMatching("/elsewhere.*")));
    Attacks.tried(KIND, name, tried, "401, nothing is read elsewhere");
  }

  /** Said as it is: who has one may use it until it ends, as RFC 6750 has it. */
  @Test
  void isGoodUntilItEndsForWhoHasIt() {
    String token = signed(claims().jwtID("the-same"));
    for (int i = 0; i < 2; i++) {
      assertThat(send(request("/fhir/Task").header("Authorization", "Bearer " + token)).status())
          .isEqualTo(200);
    }
    Attacks.tried(
        KIND,
        "the same token again",
        2,
        "taken until it ends, as RFC 6750 has it: keep its life short at the provider");
  }

  @Test
  void aTokenInAnAddressOrAFormIsNone() {
    String token = signed(claims());
    assertThat(send(request("/fhir/Task?access_token=" + token)).status()).isEqualTo(401);
    assertThat(form(NOBODY, "/fhir/Task", "access_token=" + token).status()).isIn(401, 415);
    Attacks.tried(KIND, "in the address or in a form instead of the header", 2, "401 or 415");
  }

  @Test
  void moreScopeIsNeverMoreThanTheRole() {
    recorded("haven", "atk-other-scope");
    int tried = 0;
    for (Role role : Role.values()) {
      for (String scope :
          List.of(
              EVERY_SCOPE,
              "system/*.*",
              "user/*.cruds",
              "patient/*.cruds",
              "*/*.cruds",
              "system/*.cruds?x=y")) {
        String token =
            signed(World.bearerClaims("haven", role.code(), scope).claim("patient", "atk-scope"));
        for (String path :
            List.of(
                "/fhir/AuditEvent",
                "/fhir/Observation?subject=Patient/atk-other-scope",
                "/fhir/Flag?patient=Patient/atk-other-scope")) {
          boolean log = path.contains("AuditEvent");
          Answer answer = send(request(path).header("Authorization", "Bearer " + token));
          int status = answer.status();
          boolean may =
              log
                  ? (role == Role.SYSTEM || role == Role.PRIVACY_OFFICER)
                      && scope.contains("AuditEvent")
                  : role == Role.SYSTEM;
          if (!may) {
            assertThat(status == 200 && answer.json().path("entry").isEmpty() || status >= 400)
                .as(role + " " + scope + " " + path + ": " + answer.body())
                .isTrue();
            tried++;
          }
        }
      }
    }
    Attacks.tried(
        "scope escalation",
        "every role with scopes above it: the log without its name, another patient, all of system",
        tried,
        "403, or an empty answer; 400 where the scope itself is not understood");
  }
}
