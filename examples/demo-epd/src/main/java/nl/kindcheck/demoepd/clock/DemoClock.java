package nl.kindcheck.demoepd.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import nl.kindcheck.demoepd.storage.DataFolder;
import org.springframework.stereotype.Component;

/**
 * The time of this EPD: the real one, a number of days ahead. Only forward, for a record in which
 * time runs backwards means nothing.
 */
@Component
public class DemoClock {

  /** Where the ward is. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final String FILE = "days-ahead.txt";

  private final Clock real;
  private final DataFolder folder;
  private volatile long daysAhead;

  DemoClock(Clock real, DataFolder folder) {
    this.real = real;
    this.folder = folder;
    this.daysAhead = folder.read(FILE).map(String::strip).map(Long::parseLong).orElse(0L);
  }

  public LocalDate today() {
    return now().toLocalDate();
  }

  public ZonedDateTime now() {
    return ZonedDateTime.now(real.withZone(ZONE)).plusDays(daysAhead);
  }

  public Instant instant() {
    return now().toInstant();
  }

  /** Moves to a day; a day that has passed changes nothing. */
  synchronized void moveTo(LocalDate day) {
    long further = ChronoUnit.DAYS.between(today(), day);
    if (further > 0) {
      daysAhead += further;
      folder.write(FILE, Long.toString(daysAhead));
    }
  }
}
