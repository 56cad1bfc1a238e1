package nl.kindcheck.fhir;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days of something that began and may have ended, both included.
 *
 * @param start null where it is not said: since always
 * @param end null where it has not ended
 */
record Period(@Nullable LocalDate start, @Nullable LocalDate end) {

  boolean covers(LocalDate day) {
    boolean begun = start == null || !day.isBefore(start);
    boolean over = end != null && day.isAfter(end);
    return begun && !over;
  }
}
