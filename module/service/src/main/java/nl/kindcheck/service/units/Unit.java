package nl.kindcheck.service.units;

import java.time.LocalDate;
import nl.kindcheck.core.family.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A part of an organisation.
 *
 * @param code its own, unique within its source; never changes
 * @param partOf the code of the unit it belongs to; null for none
 * @param from the first day on which it is there; null where that was not told
 * @param until the last day; null where no end is known
 */
record Unit(
    String code,
    String name,
    Kind kind,
    @Nullable String partOf,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  /** What a unit can be. */
  enum Kind implements Coded {
    ORGANISATION,
    LOCATION,
    SERVICE,
    TEAM
  }

  /** Where units come from. Each source keeps its own. */
  enum Source implements Coded {
    CSV,
    EPD
  }

  boolean isThereAfter(LocalDate day) {
    return until == null || until.isAfter(day);
  }

  Unit with(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new Unit(code, name, kind, partOf, first, last);
  }
}
