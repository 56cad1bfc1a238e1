package nl.kindcheck.service.cdshooks;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.attack.Attacks;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The token of a call: what is good, and that everything else gets the same bare answer. */
class ClientTokenTests extends HooksTest {

  private static final String KIND = "a token of a hook";

  /** Headers that differ from answer to answer whatever happens. */
  private static final List<String> OF_THE_MOMENT = List.of("date");

  private static JWTClaimsSet.Builder claims() {
    return World.hookClaims("haven", HOOK);
  }

  private static JWSHeader.Builder rs384() {
    return new JWSHeader.Builder(JWSAlgorithm.RS384).keyID(World.HAVEN_KEYS.rsa.getKeyID());
  }

  private static String signed(JWTClaimsSet.Builder claims) {
    return World.HAVEN_KEYS.rs384(claims.build());
  }

  private static String signed(JWSHeader.Builder header) {
    return World.HAVEN_KEYS.sign(header.build(), claims().build());
  }

  private static Date inSeconds(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  static Stream<Arguments> badAuthorizations() throws JOSEException {
    return named().map(one -> Arguments.of(one.getName(), one.getPayload()));
  }

  private static Stream<Named<String>> named() throws JOSEException {
    String good = World.hookToken("haven", HOOK);
    String[] parts = good.split("\\.", -1);
    return Stream.of(
        Named.of("no bearer token", "Basic aGF2ZW46aGF2ZW4="),
        Named.of("an empty token", "Bearer "),
        Named.of("no JWT", "Bearer haven"),
        Named.of("two parts", bearer(parts[0] + "." + parts[1])),
        Named.of("no signature", bearer(parts[0] + "." + parts[1] + ".")),
        Named.of("a changed signature", bearer(parts[0] + "." + parts[1] + "." + flip(parts[2]))),
        Named.of("a changed claim", bearer(parts[0] + "." + otherClaims() + "." + parts[2])),
        Named.of("a payload that is no JSON", bearer(raw("not json"))),
        Named.of("a payload nested deeply", bearer(raw("[".repeat(2_000)))),
        Named.of("alg none", bearer(new PlainJWT(claims().build()).serialize())),
        Named.of("HMAC with the public key", bearer(hmac(publicKey()))),
        Named.of(
            "HMAC with the JWKS document",
            bearer(
                hmac(
                    World.HAVEN_KEYS
                        .rsa
                        .toPublicJWK()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)))),
        Named.of("an unknown kid", bearer(signed(rs384().keyID("unknown")))),
        Named.of("no kid", bearer(signed(new JWSHeader.Builder(JWSAlgorithm.RS384)))),
        Named.of("the kid of the elliptic key", bearer(signed(rs384().keyID("haven-ec")))),
        Named.of(
            "an algorithm that the key is not for",
            bearer(signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("haven-rsa")))),
        Named.of(
            "a stranger's key",
            bearer(World.STRANGER_KEYS.sign(rs384().build(), claims().build()))),
        Named.of("the other organisation's key", bearer(World.DUIN_KEYS.rs384(claims().build()))),
        Named.of(
            "the other organisation's key under our kid",
            bearer(World.DUIN_KEYS.sign(rs384().build(), claims().build()))),
        Named.of(
            "a key of its own",
            bearer(
                World.STRANGER_KEYS.sign(
                    rs384().jwk(World.STRANGER_KEYS.rsa.toPublicJWK()).build(), claims().build()))),
        Named.of(
            "our own key brought along",
            bearer(signed(rs384().jwk(World.HAVEN_KEYS.rsa.toPublicJWK())))),
        Named.of(
            "a certificate of its own",
            bearer(signed(rs384().x509CertChain(List.of(Base64.encode("certificate")))))),
        Named.of(
            "a certificate elsewhere",
            bearer(signed(rs384().x509CertURL(URI.create(World.url("/elsewhere/cert")))))),
        Named.of(
            "keys elsewhere",
            bearer(signed(rs384().jwkURL(URI.create(World.url("/elsewhere/jwks")))))),
        Named.of(
            "the keys of the other organisation",
            bearer(
                World.DUIN_KEYS.sign(
                    rs384().jwkURL(URI.create(World.url("/duin/jwks"))).keyID("duin-rsa").build(),
                    claims().build()))),
        Named.of(
            "a critical header that nobody knows",
            bearer(signed(rs384().criticalParams(Set.of("odd")).customParam("odd", 1)))),
        Named.of("no issuer", bearer(signed(claims().issuer(null)))),
        Named.of(
            "an unregistered issuer", bearer(signed(claims().issuer("https://stranger.example")))),
        Named.of(
            "an issuer with a slash more", bearer(signed(claims().issuer(World.url("/haven/"))))),
        Named.of("no audience", bearer(signed(claims().audience((String) null)))),
        Named.of(
            "the audience of discovery",
            bearer(signed(claims().audience(World.PUBLIC_URL + DISCOVERY)))),
        Named.of(
            "the audience of feedback",
            bearer(signed(claims().audience(World.PUBLIC_URL + FEEDBACK)))),
        Named.of(
            "the audience of another host",
            bearer(signed(claims().audience("http://elsewhere.test" + HOOK)))),
        Named.of(
            "several audiences",
            bearer(
                signed(
                    claims().audience(List.of(World.PUBLIC_URL + HOOK, "https://other.example"))))),
        Named.of(
            "expired",
            bearer(signed(claims().issueTime(inSeconds(-400)).expirationTime(inSeconds(-60))))),
        Named.of("issued in the future", bearer(signed(claims().issueTime(inSeconds(120))))),
        Named.of("not to be used yet", bearer(signed(claims().notBeforeTime(inSeconds(120))))),
        Named.of("no end", bearer(signed(claims().expirationTime(null)))),
        Named.of(
            "an end in words",
            bearer(raw("{\"iss\":\"" + World.url("/haven") + "\",\"exp\":\"tomorrow\"}"))),
        Named.of("no time of issue", bearer(signed(claims().issueTime(null)))),
        Named.of("no jti", bearer(signed(claims().jwtID(null)))),
        Named.of("a blank jti", bearer(signed(claims().jwtID("  ")))),
        Named.of("a jti with a NUL", bearer(signed(claims().jwtID("a\u0000b")))),
        Named.of("a jti too long to keep", bearer(signed(claims().jwtID("x".repeat(201))))),
        Named.of("a life too long", bearer(signed(claims().expirationTime(inSeconds(3_600))))));
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }

  private static byte[] publicKey() throws JOSEException {
    return World.HAVEN_KEYS.rsa.toRSAPublicKey().getEncoded();
  }

  private static String flip(String signature) {
    char first = signature.charAt(0) == 'A' ? 'B' : 'A';
    return first + signature.substring(1);
  }

  private static String otherClaims() {
    return Base64URL.encode(claims().build().toString()).toString();
  }

  /** A payload that is no set of claims, rightly signed. */
  private static String raw(String payload) throws JOSEException {
    var jws = new JWSObject(rs384().build(), new Payload(payload));
    jws.sign(new RSASSASigner(World.HAVEN_KEYS.rsa));
    return jws.serialize();
  }

  private static String hmac(byte[] secret) throws JOSEException {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS384).keyID("haven-rsa").build(), claims().build());
    token.sign(new MACSigner(secret));
    return token.serialize();
  }

  @ParameterizedTest
  @MethodSource("badAuthorizations")
  void givesTheSameBareAnswerToEveryTokenThatIsNotGood(String name, String authorization) {
    Answer without =
        send(request(HOOK).POST(BodyPublishers.ofString(Bodies.intake("c-token", "e", DAY))));
    Answer answer = call(HOOK, authorization, Bodies.intake("c-token", "e", DAY));

    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).isEmpty();
    assertThat(headers(answer)).isEqualTo(headers(without));
    assertThat(without.status()).isEqualTo(401);
    assertThat(count("family WHERE patient_ref = 'Patient/c-token'")).isZero();
    World.OUTSIDE.verify(0, getRequestedFor(urlMatching("/elsewhere.*")));
    Attacks.tried(KIND, name, 1, "401 without a word, nothing is read elsewhere");
  }

  private static Map<String, List<String>> headers(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.http().headers().map());
    OF_THE_MOMENT.forEach(headers::remove);
    return headers;
  }

  @Test
  void looksAtTheTokenBeforeTheBody() {
    Answer noBody = send(request(HOOK).POST(BodyPublishers.noBody()));
    Answer badBody = call(HOOK, "Bearer haven", "{");
    Answer noFeedback = send(request(FEEDBACK).POST(BodyPublishers.noBody()));
    assertThat(List.of(noBody, badBody, noFeedback))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(401);
              assertThat(answer.body()).isEmpty();
            });
  }

  @Test
  void takesARsaSignatureAndKeepsItsId() {
    takesAndKeeps("c-rs", World.HAVEN_KEYS.rs384(claims().jwtID("c-jti-rs").build()), "c-jti-rs");
  }

  @Test
  void takesAnEllipticSignatureAndKeepsItsId() {
    takesAndKeeps("c-es", World.HAVEN_KEYS.es384(claims().jwtID("c-jti-es").build()), "c-jti-es");
  }

  private void takesAndKeeps(String patient, String token, String jti) {
    isDue(call(HOOK, bearer(token), Bodies.intake(patient, patient + "-e", DAY)));
    assertThat(count("token_seen WHERE tenant_id = ? AND jti = ?", World.HAVEN, jti)).isEqualTo(1);
    assertThat(count("token_seen WHERE tenant_id = ? AND jti = ?", World.DUIN, jti)).isZero();
  }

  @Test
  void takesTheRegisteredAddressOfTheKeysAndTheTypeOfTheSpecification() {
    String token =
        signed(rs384().jwkURL(URI.create(World.url("/haven/jwks"))).type(JOSEObjectType.JWT));
    isDue(call(HOOK, bearer(token), Bodies.intake("c-jku", "c-jku-e", DAY)));
  }

  @Test
  void takesATokenWhoseClockRunsAlittleDifferent() {
    String ahead = signed(claims().issueTime(inSeconds(20)).expirationTime(inSeconds(300)));
    isDue(call(HOOK, bearer(ahead), Bodies.intake("c-skew", "c-skew-e", DAY)));
  }

  @Test
  void refusesATokenThatWasUsedBeforeAlsoAtAnotherHookCall() {
    String token = bearer(World.hookToken("haven", HOOK));
    assertThat(call(HOOK, token, Bodies.intake("c-twice", "c-twice-e", DAY)).status())
        .isEqualTo(200);
    Answer again = call(HOOK, token, Bodies.view("c-twice"));
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.body()).isEmpty();
    Attacks.tried(KIND, "used before (jti)", 1, "401 without a word");
  }

  @Test
  void refusesTheSameIdInANewToken() {
    String first = signed(claims().jwtID("c-jti-again"));
    String second = signed(claims().jwtID("c-jti-again").expirationTime(inSeconds(200)));
    assertThat(call(HOOK, bearer(first), Bodies.view("c-again")).status()).isEqualTo(200);
    assertThat(call(HOOK, bearer(second), Bodies.view("c-again")).status()).isEqualTo(401);
  }

  @Test
  void countsATokenAsUsedByACallThatWasRefused() {
    String token = bearer(World.hookToken("haven", HOOK));
    assertThat(call(HOOK, token, "{").status()).isEqualTo(400);
    assertThat(call(HOOK, token, Bodies.intake("c-refused", "e", DAY)).status()).isEqualTo(401);
    String other = bearer(World.hookToken("haven", HOOK));
    String without = intake("c-refused", b -> prefetch(b).putNull("patient"));
    assertThat(call(HOOK, other, without).status()).isEqualTo(412);
    assertThat(call(HOOK, other, without).status()).isEqualTo(401);
  }

  @Test
  void writesNothingForATokenThatWasUsedBefore() {
    String token = bearer(World.hookToken("haven", HOOK));
    call(HOOK, token, Bodies.intake("c-used", "c-used-e", DAY));
    call(HOOK, token, Bodies.intake("c-later", "c-later-e", DAY));
    assertThat(count("family WHERE patient_ref = 'Patient/c-later'")).isZero();
    assertThat(count("care_seen WHERE reference = 'Encounter/c-later-e'")).isZero();
    assertThat(
            count("hook_call WHERE card_id IS NOT NULL AND encounter_ref = 'Encounter/c-later-e'"))
        .isZero();
  }

  @Test
  void letsTheSameIdPassAtTheOtherOrganisation() {
    String haven = signed(claims().jwtID("c-jti-both"));
    String duin = World.DUIN_KEYS.rs384(World.hookClaims("duin", HOOK).jwtID("c-jti-both").build());
    assertThat(call(HOOK, bearer(haven), Bodies.view("c-both")).status()).isEqualTo(200);
    assertThat(call(HOOK, bearer(duin), Bodies.view("c-both")).status()).isEqualTo(200);
  }

  @Test
  void letsExactlyOneOfEightSimultaneousCallsPass()
      throws InterruptedException, ExecutionException {
    hook("haven", Bodies.view("c-eight"));
    String token = bearer(World.hookToken("haven", HOOK));
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      (Callable<Integer>)
                          () ->
                              call(HOOK, token, Bodies.intake("c-eight", "c-eight-e", DAY))
                                  .status())
              .toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> one : callers.invokeAll(calls)) {
        statuses.add(one.get());
      }
      assertThat(statuses).containsOnlyOnce(200).filteredOn(s -> s == 401).hasSize(7);
      Attacks.tried(
          KIND, "the same eight times at the same moment", 8, "one is answered, seven 401");
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void neverShowsThePatientOfTheOtherOrganisation() {
    hook("duin", Bodies.intake("c-shared", "c-shared-e", DAY));
    fhirPost("duin", "QuestionnaireResponse", Bodies.twoChildren("c-shared", "c-shared-e", DAY));
    assertThat(cards(hook("duin", Bodies.view("c-shared")))).isEmpty();

    isDue(hook("haven", Bodies.intake("c-shared", "c-shared-e", DAY)));
    assertThat(count("family WHERE patient_ref = 'Patient/c-shared'")).isEqualTo(2);
    assertThat(
            count(
                "care_seen s JOIN family f USING (tenant_id, family_id) WHERE f.patient_ref ="
                    + " 'Patient/c-shared' AND s.tenant_id = ?",
                World.HAVEN))
        .isPositive();
  }
}
