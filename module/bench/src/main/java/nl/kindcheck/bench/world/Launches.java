package nl.kindcheck.bench.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SMART launches, both sides of them: what the EPD answers, and what a browser does to get the
 * cookie of a session. The code that the EPD gives names the patient and the nonce.
 */
public final class Launches {

  private static final int SECONDS = 300;

  private final Outside outside;

  public Launches(Outside outside) {
    this.outside = outside;
  }

  /**
   * Launches once for each patient.
   *
   * @return the value of the header {@code Cookie} of each session
   */
  public List<String> sessions(int port, List<String> patients) throws IOException {
    HttpClient browser = HttpClient.newHttpClient();
    List<String> cookies = new ArrayList<>();
    for (String patient : patients) {
      String launch =
          "/launch?iss=" + URLEncoder.encode(outside.fhirServer(), UTF_8) + "&launch=opened";
      HttpResponse<Void> begun = get(browser, port, launch, "");
      Map<String, String> sent = parameters(URI.create(header(begun, "Location")).getRawQuery());
      String back =
          "/launch/callback?state=%s&code=%s~%s"
              .formatted(sent.get("state"), patient, sent.get("nonce"));
      cookies.add(cookie(get(browser, port, back, cookie(begun))));
    }
    return cookies;
  }

  private static HttpResponse<Void> get(HttpClient browser, int port, String path, String cookie)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  private static String cookie(HttpResponse<?> answer) {
    return header(answer, "Set-Cookie").split(";", 2)[0];
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer
        .headers()
        .firstValue(name)
        .orElseThrow(() -> new IllegalStateException("A launch came to " + answer.statusCode()));
  }

  /** The EPD's answer to a code. */
  void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String[] code = parameters(form).getOrDefault("code", "~").split("~", 2);
    byte[] token =
        """
        {"access_token":"none","token_type":"Bearer","expires_in":300,"scope":"launch openid fhirUser patient/*.rs",
         "patient":"%s","encounter":"e-launched","id_token":"%s"}\
        """
            .formatted(code[0], idToken(code[1]))
            .getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, token.length);
    exchange.getResponseBody().write(token);
    exchange.close();
  }

  private String idToken(String nonce) throws IOException {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(outside.url("/epd"))
            .audience("kindcheck")
            .subject("intaker")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(SECONDS)))
            .claim("nonce", nonce)
            .claim("fhirUser", outside.fhirServer() + "/Practitioner/intaker")
            .build();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS384).keyID(outside.rsa.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(outside.rsa));
    } catch (JOSEException e) {
      throw new IOException("The EPD cannot sign", e);
    }
    return token.serialize();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> all = new HashMap<>();
    for (String part : query.split("&", -1)) {
      String[] both = part.split("=", 2);
      all.put(both[0], both.length < 2 ? "" : URLDecoder.decode(both[1], UTF_8));
    }
    return all;
  }
}
