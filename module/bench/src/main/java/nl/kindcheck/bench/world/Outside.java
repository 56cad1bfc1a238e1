package nl.kindcheck.bench.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What stands around the service: an organisation with its EPD and an identity provider, of which
 * nothing is there but their public keys and the launch of a page.
 */
public final class Outside implements AutoCloseable {

  static final UUID TENANT = UUID.fromString("33333333-3333-4333-8333-333333333333");
  static final String ORGANISATION = "strand";
  static final String PUBLIC_URL = "http://kindcheck.bench";

  private final HttpServer server;
  final RSAKey rsa;
  final ECKey ec;

  private Outside(HttpServer server, RSAKey rsa, ECKey ec) {
    this.server = server;
    this.rsa = rsa;
    this.ec = ec;
  }

  public static Outside start() throws IOException, JOSEException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Outside outside =
        new Outside(
            server,
            new RSAKeyGenerator(2048).keyID("rsa").algorithm(JWSAlgorithm.RS384).generate(),
            new ECKeyGenerator(Curve.P_384).keyID("ec").algorithm(JWSAlgorithm.ES384).generate());
    outside.serve(
        "/jwks", new JWKSet(List.of(outside.rsa, outside.ec)).toPublicJWKSet().toString());
    outside.serve(
        "/idp/.well-known/openid-configuration",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}"
            .formatted(outside.url("/idp"), outside.url("/jwks")));
    outside.serve(
        "/fhir/.well-known/smart-configuration",
        """
        {"issuer":"%s","authorization_endpoint":"%s","token_endpoint":"%s","jwks_uri":"%s",
         "code_challenge_methods_supported":["S256"]}\
        """
            .formatted(
                outside.url("/epd"),
                outside.url("/authorize"),
                outside.url("/token"),
                outside.url("/jwks")));
    server.createContext("/token", new Launches(outside)::answer);
    server.start();
    return outside;
  }

  private void serve(String path, String json) {
    byte[] body = json.getBytes(UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  /** As the EPD names its FHIR server. */
  public String fhirServer() {
    return url("/fhir");
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The settings under which the service runs here, as arguments. */
  List<String> settings(BenchDatabase database) {
    List<String> settings = new ArrayList<>();
    settings.add("server.address=127.0.0.1");
    settings.add("server.port=0");
    settings.add("spring.datasource.url=" + database.url());
    settings.add("spring.datasource.username=" + BenchDatabase.SERVICE);
    settings.add("spring.flyway.user=" + BenchDatabase.OWNER);
    settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri=" + url("/idp"));
    settings.add("spring.security.oauth2.resourceserver.jwt.jws-algorithms=RS384");
    settings.add("kindcheck.public-url=" + PUBLIC_URL);
    // Counted all the same, so that the figures hold what counting costs.
    for (String client : List.of("hooks", "fhir", "pages", "unknown")) {
      settings.add("kindcheck.limits.rate." + client + "=100000000");
    }
    settings.add("kindcheck.outgoing.private-hosts=127.0.0.1");
    settings.add("kindcheck.organisations[0].id=" + TENANT);
    settings.add("kindcheck.organisations[0].code=" + ORGANISATION);
    settings.add("kindcheck.organisations[0].name=GGZ Het Verzonnen Strand");
    settings.add("kindcheck.epds[0].organisation=" + ORGANISATION);
    settings.add("kindcheck.epds[0].fhir-server=" + fhirServer());
    settings.add("kindcheck.epds[0].issuer=" + url("/epd"));
    settings.add("kindcheck.epds[0].jwks=" + url("/jwks"));
    return settings.stream().map(setting -> "--" + setting).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
