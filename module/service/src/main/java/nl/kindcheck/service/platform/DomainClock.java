package nl.kindcheck.service.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time of the record: what rules are judged by and statements are dated with. The demo can move
 * it, nothing else.
 */
public interface DomainClock {

  /** Days are days in the Netherlands. */
  ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  Instant now();

  default LocalDate today() {
    return LocalDate.ofInstant(now(), ZONE);
  }
}
