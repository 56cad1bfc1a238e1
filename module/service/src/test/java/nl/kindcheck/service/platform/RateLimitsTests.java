package nl.kindcheck.service.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import nl.kindcheck.service.platform.LimitSettings.Body;
import nl.kindcheck.service.platform.LimitSettings.Kind;
import nl.kindcheck.service.platform.LimitSettings.Rate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** So many of each client, and no client at the cost of another. */
class RateLimitsTests {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Time time = new Time();
  private final RateLimits limits = new RateLimits(new Rate(true, MINUTE, 6, 3, 3, 3), time);

  private static final class Time implements TimeMeter {
    private long nanos;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }

    void pass(Duration time) {
      nanos += time.toNanos();
    }
  }

  private void send(int times, Kind kind, String client) {
    for (int i = 0; i < times; i++) {
      limits.count(kind, client);
    }
  }

  private Refused refused(Kind kind, String client) {
    return catchThrowableOfType(Refused.class, () -> limits.count(kind, client));
  }

  @Test
  void oneTooManyIsRefusedWithTheTimeToWait() {
    send(6, Kind.HOOKS, "haven");
    Refused refused = refused(Kind.HOOKS, "haven");
    assertThat(refused.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    assertThat(refused.retryAfter()).hasValue("11");
    assertThat(refused.faults().get(0).facts())
        .containsEntry("most", "6")
        .containsEntry("per", "60");
  }

  @Test
  void afterThatTimeItIsTakenAgain() {
    send(6, Kind.HOOKS, "haven");
    time.pass(Duration.ofSeconds(9));
    assertThat(refused(Kind.HOOKS, "haven")).isNotNull();
    time.pass(Duration.ofSeconds(1));
    send(1, Kind.HOOKS, "haven");
    assertThat(refused(Kind.HOOKS, "haven")).isNotNull();
  }

  @Test
  void anotherClientAndAnotherKindGoOn() {
    send(6, Kind.HOOKS, "haven");
    send(6, Kind.HOOKS, "duin");
    send(3, Kind.FHIR, "haven");
  }

  @Test
  void toLookCountsNothing() {
    for (int i = 0; i < 10; i++) {
      limits.look(Kind.OTHER, "192.0.2.1");
    }
    limits.charge(Kind.OTHER, "192.0.2.1");
    limits.charge(Kind.OTHER, "192.0.2.1");
    limits.look(Kind.OTHER, "192.0.2.1");
    limits.charge(Kind.OTHER, "192.0.2.1");
    assertThatThrownBy(() -> limits.look(Kind.OTHER, "192.0.2.1")).isInstanceOf(Refused.class);
  }

  @Test
  void aFloodOfClientsDoesNotFillTheMemory() {
    for (int i = 0; i < 120_000; i++) {
      limits.count(Kind.OTHER, "client " + i);
    }
    assertThat(limits.remembered()).isLessThanOrEqualTo(50_000);
  }

  @Test
  void switchedOffNothingIsCounted() {
    RateLimits off = new RateLimits(new Rate(false, MINUTE, 1, 1, 1, 1), time);
    for (int i = 0; i < 10; i++) {
      off.count(Kind.HOOKS, "haven");
      off.charge(Kind.OTHER, "192.0.2.1");
      off.look(Kind.OTHER, "192.0.2.1");
    }
    assertThat(off.remembered()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2, false",
    "192.0.2.1, 192.0.2.1, true",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "fe80::1%eth0, fe80::2%eth0, true",
  })
  void whoHasHalfOfAnIpv6AddressHasAllOfIt(String one, String other, boolean same) {
    assertThat(AddressLimit.client(one).equals(AddressLimit.client(other))).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.9S", "PT1H1S"})
  void aTimeThatIsNoneStopsTheStart(String per) {
    assertThatThrownBy(() -> new Rate(true, Duration.parse(per), 1, 1, 1, 1))
        .hasMessageContaining("kindcheck.limits.rate.per");
  }

  @Test
  void aLimitOfNothingStopsTheStart() {
    assertThatThrownBy(() -> new Rate(true, MINUTE, 1, 0, 1, 1))
        .hasMessageContaining("kindcheck.limits.rate");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1023, 64L * 1024 * 1024 + 1})
  void aBodyOfNoSensibleSizeStopsTheStart(long bytes) {
    DataSize fine = DataSize.ofMegabytes(1);
    assertThatThrownBy(() -> new Body(fine, DataSize.ofBytes(bytes), fine, fine))
        .hasMessageContaining("kindcheck.limits.body.fhir");
  }
}
