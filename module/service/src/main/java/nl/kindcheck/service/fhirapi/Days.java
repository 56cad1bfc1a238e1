package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import java.time.LocalDate;
import nl.kindcheck.core.family.PartialDate;
import org.jspecify.annotations.Nullable;

/** The days of a search by date: the parameter's own, not instants in a zone of ours. */
final class Days {

  private Days() {}

  /** The first day that is wanted; null where it is open. */
  static @Nullable LocalDate from(@Nullable DateRangeParam date) {
    DateParam bound = date == null ? null : date.getLowerBound();
    if (bound == null) {
      return null;
    }
    PartialDate given = day(bound);
    boolean after = bound.getPrefix() == ParamPrefixEnum.GREATERTHAN;
    return after ? given.lastDay().plusDays(1) : given.firstDay();
  }

  /** The last day that is wanted; null where it is open. */
  static @Nullable LocalDate to(@Nullable DateRangeParam date) {
    DateParam bound = date == null ? null : date.getUpperBound();
    if (bound == null) {
      return null;
    }
    PartialDate given = day(bound);
    boolean before = bound.getPrefix() == ParamPrefixEnum.LESSTHAN;
    return before ? given.firstDay().minusDays(1) : given.lastDay();
  }

  /** With a time, the day it is there. */
  private static PartialDate day(DateParam bound) {
    Ids.plain("date", bound.getMissing() == null);
    String text = bound.getValueAsString();
    return PartialDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
  }
}
