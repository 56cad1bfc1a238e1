package nl.kindcheck.service.conversation;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.core.family.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads a date as people write one: {@code 3-2019}, {@code 12-03-2019}, {@code 2019-03}. */
final class TypedDate {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:[-/. ](\\d{1,2})(?:[-/. ](\\d{1,2}))?)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?:(\\d{1,2})[-/. ])?(\\d{1,2})[-/. ](\\d{4})");

  private TypedDate() {}

  /** Empty where it is no date, or one that does not exist. */
  static Optional<PartialDate> read(String typed) {
    String text = typed.strip();
    try {
      Matcher first = YEAR_FIRST.matcher(text);
      if (first.matches()) {
        return Optional.of(date(first.group(1), first.group(2), first.group(3)));
      }
      Matcher last = YEAR_LAST.matcher(text);
      return last.matches()
          ? Optional.of(date(last.group(3), last.group(2), last.group(1)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static PartialDate date(String year, @Nullable String month, @Nullable String day) {
    return new PartialDate(
        Integer.parseInt(year),
        month == null ? null : Integer.valueOf(month),
        day == null ? null : Integer.valueOf(day));
  }

  /** As people write it: the month first, the day before it where it is known. */
  static String write(PartialDate date) {
    if (date.month() == null) {
      return Integer.toString(date.year());
    }
    String month = date.month() + "-" + date.year();
    return date.day() == null ? month : date.day() + "-" + month;
  }
}
