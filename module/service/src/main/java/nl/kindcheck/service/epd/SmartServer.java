package nl.kindcheck.service.epd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.kindcheck.service.epd.EpdConnections.Connection;
import nl.kindcheck.service.platform.Outgoing;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * An EPD's SMART authorization server (SMART App Launch 2.2): where it is, and what it gives for a
 * code.
 *
 * <p>The attack: whoever opens our launch address names a server of their own, and we read an
 * inside address for it or hand it a code. The rule: only the registered FHIR server is asked where
 * the authorization server is; {@link Outgoing} keeps the rest, so that an authorization server on
 * a host of its own must be registered too.
 */
@Component
public class SmartServer {

  private static final int LARGEST_ANSWER = 256 * 1024;
  private static final Outgoing.Limits LIMITS =
      new Outgoing.Limits(Duration.ofSeconds(4), LARGEST_ANSWER);

  /** RFC 6750, b64token: anything else could end the header and begin another. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,8000}=*");

  private static final Map<String, String> JSON = Map.of("Accept", "application/json");

  private final Outgoing outgoing;

  SmartServer(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  /** The EPD did not give what a launch needs. Its message names the kind, never a value. */
  public static final class NotGiven extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    NotGiven(String kind, boolean refused) {
      super(kind, null, false, false);
      this.refused = refused;
    }

    /** Whether the EPD said no, so that trying again does not help. */
    public boolean refused() {
      return refused;
    }
  }

  /**
   * Where the authorization server is.
   *
   * @param issuer the {@code iss} of its id_tokens
   */
  public record Addresses(String issuer, URI authorize, URI token, URI jwks) {}

  /**
   * Reads {@code .well-known/smart-configuration} of a registered EPD.
   *
   * @throws NotGiven where it is not there in time, is not whole, or offers no PKCE with S256
   */
  public Addresses discover(Connection epd) throws NotGiven {
    String base = epd.fhirServer().toString().replaceAll("/+$", "");
    JsonNode found =
        json(outgoing.get(URI.create(base + "/.well-known/smart-configuration"), JSON, LIMITS));
    boolean s256 =
        found.path("code_challenge_methods_supported").valueStream().anyMatch(SmartServer::isS256);
    String issuer = found.path("issuer").asString("");
    if (!s256 || issuer.isEmpty()) {
      throw new NotGiven("configuration without S256 or issuer", false);
    }
    return new Addresses(
        issuer,
        address(epd, found, "authorization_endpoint"),
        address(epd, found, "token_endpoint"),
        address(epd, found, "jwks_uri"));
  }

  private static boolean isS256(JsonNode method) {
    return "S256".equals(method.asString(""));
  }

  /** An address without encryption only where the registered server has none either: the demo. */
  private static URI address(Connection epd, JsonNode found, String name) throws NotGiven {
    try {
      URI address = URI.create(found.path(name).asString(""));
      boolean safe =
          "https".equals(address.getScheme())
              || ("http".equals(address.getScheme())
                  && "http".equals(epd.fhirServer().getScheme()));
      if (!safe
          || address.getHost() == null
          || address.getRawUserInfo() != null
          || address.getRawFragment() != null) {
        throw new NotGiven("configuration: " + name, false);
      }
      return address;
    } catch (IllegalArgumentException e) {
      throw new NotGiven("configuration: " + name, false);
    }
  }

  /**
   * Exchanges a code for the token response.
   *
   * @throws NotGiven where the EPD refuses the code, or gives no answer in time or none that can be
   *     read
   */
  public JsonNode exchange(
      Connection epd, Addresses server, String code, String verifier, String redirectUri)
      throws NotGiven {
    String form =
        Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", redirectUri,
                "client_id", epd.clientId(),
                "code_verifier", verifier)
            .entrySet()
            .stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return json(outgoing.post(server.token(), form, JSON, LIMITS));
  }

  /**
   * Asks for a token in our own name (OAuth 2.0, client credentials), to read where nobody
   * launched.
   *
   * @param secret that the EPD gave us; it goes to its token endpoint and nowhere else
   * @return null where the answer holds no bearer token that we can use
   * @throws NotGiven as {@link #exchange} does
   */
  public @Nullable String systemToken(
      Connection epd, Addresses server, String secret, String scopes) throws NotGiven {
    String client =
        URLEncoder.encode(epd.clientId(), UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
    Map<String, String> headers =
        Map.of(
            "Accept",
            "application/json",
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(client.getBytes(UTF_8)));
    String form = "grant_type=client_credentials&scope=" + URLEncoder.encode(scopes, UTF_8);
    JsonNode given = json(outgoing.post(server.token(), form, headers, LIMITS));
    String token = given.path("access_token").asString("");
    boolean bearer = "bearer".equalsIgnoreCase(given.path("token_type").asString(""));
    return bearer && TOKEN.matcher(token).matches() ? token : null;
  }

  private static JsonNode json(CompletableFuture<Outgoing.Answer> asked) throws NotGiven {
    Outgoing.Answer answer;
    try {
      answer = asked.join();
    } catch (CompletionException e) {
      throw new NotGiven("not reached", false);
    }
    if (answer.status() != 200) {
      boolean refused = answer.status() >= 400 && answer.status() < 500;
      throw new NotGiven("status " + answer.status(), refused);
    }
    try {
      return StrictJson.object(answer.body());
    } catch (Refused e) {
      throw new NotGiven("not JSON", false);
    }
  }
}
