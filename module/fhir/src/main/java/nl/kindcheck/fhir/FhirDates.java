package nl.kindcheck.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import nl.kindcheck.core.family.PartialDate;

/** FHIR's dates as days in the Netherlands. */
final class FhirDates {

  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  private FhirDates() {}

  /**
   * Reads a {@code date}, {@code dateTime} or {@code instant}; a time becomes its day in the
   * Netherlands.
   *
   * @throws DateTimeException for any other text and for a date that does not exist
   */
  static PartialDate partial(String text) {
    return text.indexOf('T') < 0
        ? PartialDate.parse(text)
        : PartialDate.of(OffsetDateTime.parse(text).atZoneSameInstant(NETHERLANDS).toLocalDate());
  }

  /**
   * The same, as the first day that it can mean.
   *
   * @throws DateTimeException for any other text and for a date that does not exist
   */
  static LocalDate day(String text) {
    return partial(text).firstDay();
  }
}
