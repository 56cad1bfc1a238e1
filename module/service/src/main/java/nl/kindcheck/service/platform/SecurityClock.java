package nl.kindcheck.service.platform;

import java.time.Clock;
import java.time.Instant;

/** The time of tokens and sessions. Nothing moves it. */
public record SecurityClock(Clock clock) {

  public Instant now() {
    return clock.instant();
  }
}
