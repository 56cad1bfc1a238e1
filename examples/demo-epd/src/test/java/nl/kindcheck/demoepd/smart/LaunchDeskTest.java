package nl.kindcheck.demoepd.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import nl.kindcheck.demoepd.fhirapi.FhirBase;
import nl.kindcheck.demoepd.service.ServiceSettings;
import org.junit.jupiter.api.Test;

class LaunchDeskTest {

  private Instant now = Instant.parse("2026-06-01T09:00:00Z");
  private final LaunchDesk desk =
      new LaunchDesk(
          new ServiceSettings(
              URI.create("http://kindcheck.test"), Duration.ofSeconds(1), Duration.ofSeconds(1)),
          new FhirBase("http://epd.test/fhir"),
          new MovedClock());

  /** Tells the time that the test says it is. */
  private final class MovedClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static String value(URI address) {
    return address.toString().replaceAll(".*&launch=", "");
  }

  @Test
  void namesTheFhirServerAndNothingOfThePatient() {
    assertThat(desk.open("p01", null, Locale.ENGLISH).toString())
        .startsWith("http://kindcheck.test/launch?iss=http%3A%2F%2Fepd.test%2Ffhir&launch=")
        .doesNotContain("p01");
  }

  @Test
  void aValueStandsForItsRecordOnce() {
    String value = value(desk.open("p01", "e1", Locale.ENGLISH));
    assertThat(desk.take(value)).hasValue(new Launch("Practitioner/c01", "p01", "e1", "en"));
    assertThat(desk.take(value)).isEmpty();
  }

  @Test
  void aValueStandsForNothingAfterTwoMinutes() {
    String value = value(desk.open("p01", null, Locale.ENGLISH));
    now = now.plusSeconds(120);
    assertThat(desk.take(value)).isEmpty();
  }
}
