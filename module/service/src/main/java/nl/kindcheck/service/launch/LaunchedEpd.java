package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.kindcheck.service.epd.EpdConnections;
import nl.kindcheck.service.epd.EpdReading;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The EPD from which the present session was opened, read in the name of its clinician. The token
 * is known here and nowhere else: whoever reads hands over a path and gets an answer.
 */
@Component
public class LaunchedEpd {

  private final HttpServletRequest request;
  private final EpdConnections connections;
  private final Organisations organisations;
  private final EpdReading reading;
  private final SecurityClock clock;

  LaunchedEpd(
      HttpServletRequest request,
      EpdConnections connections,
      Organisations organisations,
      EpdReading reading,
      SecurityClock clock) {
    this.request = request;
    this.connections = connections;
    this.organisations = organisations;
    this.reading = reading;
    this.clock = clock;
  }

  /** Whether something may be read now. */
  public enum Standing {
    READABLE,
    /** The EPD gave no leave for it, or none at all. */
    NOT_GRANTED,
    /** The leave has ended; opening Kindcheck from the EPD again gives a new one. */
    EXPIRED
  }

  /**
   * How it stands with one type of resource.
   *
   * @param type as FHIR names it, for instance {@code RelatedPerson}
   */
  public Standing standing(String type) {
    SealedToken sealed = sealed();
    if (sealed == null || !GrantedScopes.let(sealed.scopes(), type) || server().isEmpty()) {
      return Standing.NOT_GRANTED;
    }
    return clock.now().isBefore(sealed.until()) ? Standing.READABLE : Standing.EXPIRED;
  }

  /** Whether one of these types may be read now. */
  public boolean canRead(String... types) {
    return Arrays.stream(types).anyMatch(type -> standing(type) == Standing.READABLE);
  }

  /**
   * Reads one resource or one page of a search.
   *
   * @param path relative to the EPD's base, or an absolute address below it
   * @return fails as {@link EpdReading#read} does, and where nothing may be read
   */
  public CompletableFuture<JsonNode> read(String path, Duration within) {
    URI server = server().orElse(null);
    Key session = SessionFilter.find(request).orElse(null);
    SealedToken sealed = sealed();
    String token =
        server == null || session == null || sealed == null
            ? null
            : sealed.open(session, server).orElse(null);
    return server == null || token == null
        ? CompletableFuture.failedFuture(EpdReading.Unavailable.notAllowed())
        : reading.read(server, path, token, within);
  }

  private @Nullable SealedToken sealed() {
    return SessionFilter.sealed(request);
  }

  /** The registered address, where the session was opened from that very one. */
  private Optional<URI> server() {
    return CurrentLaunch.find(request)
        .flatMap(
            launch ->
                connections
                    .byOrganisation(organisations.byTenant(launch.tenant()).code())
                    .map(EpdConnections.Connection::fhirServer)
                    .filter(launch.epd()::equals));
  }
}
