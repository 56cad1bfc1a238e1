package nl.kindcheck.service.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The access token of an EPD: what we may read there, in the name of the clinician who opened
 * Kindcheck.
 *
 * @param value never shown, logged or stored as it is
 * @param until from then on the EPD takes it no more
 * @param scopes as the EPD granted them, with spaces between
 */
record EpdToken(String value, Instant until, String scopes) {

  /** RFC 6750, b64token: anything else could end the header and begin another. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,8000}=*");

  private static final int LONGEST_SCOPES = 4_000;

  /**
   * The token in a token response; empty where it holds none that we can use.
   *
   * @param asked the scopes that were asked: they were granted where the response names none (RFC
   *     6749, 5.1)
   * @param longest how long it counts at most, also where the response does not say
   */
  static Optional<EpdToken> of(JsonNode response, String asked, Instant now, Duration longest) {
    String value = response.path("access_token").asString("");
    boolean bearer = "bearer".equalsIgnoreCase(response.path("token_type").asString(""));
    String scopes = response.path("scope").asString(asked);
    if (!bearer || !TOKEN.matcher(value).matches() || scopes.length() > LONGEST_SCOPES) {
      return Optional.empty();
    }
    long seconds = response.path("expires_in").asLong(longest.toSeconds());
    long counts = Math.max(0L, Math.min(seconds, longest.toSeconds()));
    return Optional.of(new EpdToken(value, now.plusSeconds(counts), scopes));
  }

  /** Never the token: a record's own would show it in a log. */
  @Override
  public String toString() {
    return "EpdToken until " + until;
  }
}
