package nl.kindcheck.service.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.BugDetectors;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.service.epd.SmartServer.Addresses;
import nl.kindcheck.service.platform.Outgoings;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.platform.StrictJson;
import nl.kindcheck.service.tenancy.Organisations;
import tools.jackson.databind.JsonNode;

/**
 * What Jazzer feeds: what comes back with a launch. The first line is the state; what follows, the
 * EPD's answer for the code, with its id_token, and the Patient that is read for the head of a
 * page. Whatever it is, it is read or refused, and no address in it is called.
 */
public final class LaunchFuzz {

  /** Where the keys are said to be; nobody is there, and no other address may be called. */
  private static final URI NOBODY = URI.create("http://127.0.0.1:9/jwks");

  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
  private static final Organisations ORGANISATIONS =
      new Organisations(
          List.of(
              new Organisations.Organisation(
                  UUID.fromString("11111111-1111-4111-8111-111111111111"), "haven", "X", null)));
  private static final IdTokens TOKENS =
      new IdTokens(Outgoings.to(NOBODY), new SecurityClock(Clock.fixed(NOW, ZoneOffset.UTC)));
  private static final Addresses EPD = new Addresses("https://epd.invalid", NOBODY, NOBODY, NOBODY);

  private LaunchFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    BugDetectors.allowNetworkConnections((host, port) -> port == NOBODY.getPort());
    String text = new String(input, UTF_8);
    int line = text.indexOf('\n');
    Key.parse(line < 0 ? text : text.substring(0, line), ORGANISATIONS).ifPresent(Key::hash);
    if (line < 0) {
      return;
    }
    try {
      JsonNode answer = StrictJson.object(text.substring(line + 1).getBytes(UTF_8));
      EpdToken.of(answer, "openid", NOW, Duration.ofHours(12));
      OpenedFor.of(answer).map(OpenedFor::sealed).ifPresent(OpenedFor::unsealed);
      OpenedFor.of(answer.path("entry"));
      TOKENS.verified(answer.path("id_token").asString(""), EPD, "kindcheck", "nonce");
      throw new IllegalStateException("A token counts that nobody signed");
    } catch (Refused refused) {
      if (refused.status().is5xxServerError()) {
        throw refused;
      }
    } catch (NotLaunched e) {
      // As it should be.
    }
  }
}
