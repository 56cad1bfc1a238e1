package nl.kindcheck.demoepd.smart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.demoepd.fhirapi.FhirBase;
import nl.kindcheck.demoepd.records.Staff;
import nl.kindcheck.demoepd.service.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Opens an app in a record. The app gets a {@code launch} value that says nothing by itself; it
 * hands the value back at the authorization endpoint, once and soon, and learns there whose record
 * it is.
 */
@Component
public class LaunchDesk {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int MOST = 1_000;
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Waiting> waiting =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
          return size() > MOST;
        }
      };
  private final ServiceSettings service;
  private final FhirBase base;
  private final Clock clock;

  /** Tells the real time: the demo's clock moves, a security limit does not. */
  @Autowired
  LaunchDesk(ServiceSettings service, FhirBase base) {
    this(service, base, Clock.systemUTC());
  }

  LaunchDesk(ServiceSettings service, FhirBase base, Clock clock) {
    this.service = service;
    this.base = base;
    this.clock = clock;
  }

  private record Waiting(Launch launch, Instant until) {}

  /**
   * Where the browser opens Kindcheck for a record. The address of the app is the one that this EPD
   * has registered, never one that a card names.
   *
   * @param language in which the clinician reads this EPD: the app may open in the same
   */
  public URI open(String patient, @Nullable String encounter, Locale language) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Launch launch =
        new Launch(Staff.USER.reference(), patient, encounter, language.toLanguageTag());
    synchronized (waiting) {
      waiting.put(value, new Waiting(launch, clock.instant().plus(SOON)));
    }
    return URI.create(
        service.serviceUrl()
            + "/launch?iss="
            + URLEncoder.encode(base.url(), UTF_8)
            + "&launch="
            + value);
  }

  /** What a value stands for; from then on it stands for nothing. */
  Optional<Launch> take(@Nullable String value) {
    Waiting found;
    synchronized (waiting) {
      found = value == null ? null : waiting.remove(value);
    }
    return Optional.ofNullable(found)
        .filter(one -> clock.instant().isBefore(one.until()))
        .map(Waiting::launch);
  }
}
