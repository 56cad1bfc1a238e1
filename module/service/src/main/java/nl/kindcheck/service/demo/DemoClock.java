package nl.kindcheck.service.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;

/** The clock of the record in the demo: runs like any other, and can be moved forward. */
final class DemoClock implements DomainClock {

  private static final Duration FURTHEST = Duration.ofDays(365L * 30);

  private final Clock real = Clock.systemUTC();
  private volatile Duration ahead;

  DemoClock(Duration ahead) {
    this.ahead = ahead;
  }

  @Override
  public Instant now() {
    return real.instant().plus(ahead);
  }

  Duration ahead() {
    return ahead;
  }

  /**
   * How far ahead the clock must be for a day to have come.
   *
   * @throws Refused 422 for a day before today, or too far away
   */
  Duration aheadFor(LocalDate day) {
    if (day.isBefore(today())) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "demo.clock-backwards",
          "today",
          Map.of("today", today().toString()));
    }
    if (day.equals(today())) {
      return ahead;
    }
    Instant morning = day.atTime(9, 0).atZone(ZONE).toInstant();
    Duration wanted = Duration.between(real.instant(), morning);
    if (wanted.compareTo(FURTHEST) > 0) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "demo.clock-too-far", "today");
    }
    return wanted;
  }

  void moveTo(Duration newAhead) {
    ahead = newAhead;
  }
}
