package nl.kindcheck.service;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * What stands around the service in the tests: two organisations, the EPD of each (its FHIR server
 * and keys, played by WireMock), and an identity provider.
 */
public final class World {

  public static final String PUBLIC_URL = "http://kindcheck.test";
  public static final UUID HAVEN = UUID.fromString("11111111-1111-4111-8111-111111111111");
  public static final UUID DUIN = UUID.fromString("22222222-2222-4222-8222-222222222222");

  /** Of whom nobody tells anything but what it decides itself. */
  public static final UUID KADE = UUID.fromString("33333333-3333-4333-8333-333333333333");

  public static final WireMockServer OUTSIDE = start();
  public static final Keys HAVEN_KEYS = new Keys("haven");
  public static final Keys DUIN_KEYS = new Keys("duin");
  public static final Keys STRANGER_KEYS = new Keys("stranger");
  public static final Keys IDP_KEYS = new Keys("idp");

  private World() {}

  private static WireMockServer start() {
    WireMockServer server = new WireMockServer(options().dynamicPort());
    server.start();
    return server;
  }

  /** Puts the lasting answers in place again, after a test has reset the server. */
  public static void standard() {
    OUTSIDE.resetAll();
    OUTSIDE.stubFor(get(urlPathEqualTo("/haven/jwks")).willReturn(okJson(HAVEN_KEYS.jwks())));
    OUTSIDE.stubFor(get(urlPathEqualTo("/duin/jwks")).willReturn(okJson(DUIN_KEYS.jwks())));
    OUTSIDE.stubFor(get(urlPathEqualTo("/idp/jwks")).willReturn(okJson(IDP_KEYS.jwks())));
    OUTSIDE.stubFor(
        get(urlPathEqualTo("/idp/.well-known/openid-configuration"))
            .willReturn(
                okJson(
                    "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}"
                        .formatted(url("/idp"), url("/idp/jwks")))));
  }

  public static String url(String path) {
    return "http://localhost:" + OUTSIDE.port() + path;
  }

  public static String fhirServer(String organisation) {
    return url("/" + organisation + "/fhir");
  }

  public static void register(DynamicPropertyRegistry properties, TestDatabase database) {
    standard();
    properties.add("spring.datasource.url", database::url);
    properties.add("spring.datasource.username", () -> TestDatabase.SERVICE);
    properties.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
    properties.add("spring.flyway.user", () -> TestDatabase.OWNER);
    properties.add("spring.flyway.password", () -> TestDatabase.PASSWORD);
    properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> url("/idp"));
    properties.add("spring.security.oauth2.resourceserver.jwt.jws-algorithms", () -> "RS384");
    properties.add("kindcheck.public-url", () -> PUBLIC_URL);
    properties.add("kindcheck.events.repeat-every", () -> "1s");
    // All tests are one client, and some are faster than any EPD; the tests of the limits set this.
    properties.add("kindcheck.limits.rate.enabled", () -> "${few-requests:false}");
    properties.add("kindcheck.outgoing.private-hosts", () -> "localhost");
    organisation(properties, 0, HAVEN, "haven", "GGZ De Verzonnen Haven");
    organisation(properties, 1, DUIN, "duin", "GGZ Het Verzonnen Duin");
    organisation(properties, 2, KADE, "kade", "GGZ De Verzonnen Kade");
    properties.add("kindcheck.organisations[1].crisis-line", () -> "088 000 00 00 (verzonnen)");
  }

  private static void organisation(
      DynamicPropertyRegistry properties, int index, UUID id, String code, String name) {
    String organisation = "kindcheck.organisations[" + index + "].";
    properties.add(organisation + "id", id::toString);
    properties.add(organisation + "code", () -> code);
    properties.add(organisation + "name", () -> name);
    String epd = "kindcheck.epds[" + index + "].";
    properties.add(epd + "organisation", () -> code);
    properties.add(epd + "fhir-server", () -> fhirServer(code));
    properties.add(epd + "issuer", () -> url("/" + code));
    properties.add(epd + "jwks", () -> url("/" + code + "/jwks"));
  }

  /** The claims of a good CDS Hooks token of the Haven's EPD, for one endpoint. */
  public static JWTClaimsSet.Builder hookClaims(String organisation, String path) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(url("/" + organisation))
        .audience(PUBLIC_URL + path)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(240)))
        .jwtID(UUID.randomUUID().toString());
  }

  public static String hookToken(String organisation, String path) {
    Keys keys = organisation.equals("haven") ? HAVEN_KEYS : DUIN_KEYS;
    return keys.rs384(hookClaims(organisation, path).build());
  }

  /** A bearer token that the identity provider gave to a system. */
  public static String bearer(String organisation, String scope) {
    return bearer(bearerClaims(organisation, "system", scope));
  }

  /** The claims of a good bearer token, as Keycloak writes them. */
  public static JWTClaimsSet.Builder bearerClaims(String organisation, String role, String scope) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(url("/idp"))
        .subject("a-test-user")
        .audience(List.of("kindcheck"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(240)))
        .claim("organization", organisation)
        .claim("realm_access", Map.of("roles", List.of(role, "offline_access")))
        .claim("scope", scope);
  }

  public static String bearer(JWTClaimsSet.Builder claims) {
    return IDP_KEYS.rs384(claims.build());
  }
}
