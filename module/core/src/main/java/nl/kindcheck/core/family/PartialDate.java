package nl.kindcheck.core.family;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as precise as it is known: a year, a month or a day. A month is enough for a birth
 * (requirements 4.11).
 *
 * @param year 1 to 9999
 * @param month 1 to 12, or null where only the year is known
 * @param day 1 to 31, or null where it is not known; never without a month
 */
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day)
    implements Comparable<PartialDate>, Serializable {

  private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  /**
   * @throws DateTimeException where no such date exists
   */
  public PartialDate {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("A year is 1 to 9999.");
    }
    if (month == null && day != null) {
      throw new DateTimeException("A day needs a month.");
    }
    if (day != null && month != null) {
      var unused = LocalDate.of(year, month, day);
    } else if (month != null) {
      var unused = YearMonth.of(year, month);
    }
  }

  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  public static PartialDate of(YearMonth month) {
    return new PartialDate(month.getYear(), month.getMonthValue(), null);
  }

  /**
   * Reads {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}, the forms of FHIR's {@code date}.
   *
   * @throws DateTimeException for any other text and for a date that does not exist
   */
  public static PartialDate parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw new DateTimeException("Not a date of the form yyyy, yyyy-MM or yyyy-MM-dd.");
    }
    return new PartialDate(Integer.parseInt(m.group(1)), number(m.group(2)), number(m.group(3)));
  }

  /** The same; empty for any other text and for a date that does not exist. */
  public static Optional<PartialDate> find(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  /** The first day that the date can mean; an unknown day is the first of the month. */
  public LocalDate firstDay() {
    return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
  }

  /** The last day that the date can mean. */
  public LocalDate lastDay() {
    if (day != null) {
      return firstDay();
    }
    return month == null
        ? Year.of(year).atDay(Year.of(year).length())
        : YearMonth.of(year, month).atEndOfMonth();
  }

  /** Whether the first day that this date can mean is before the first day of another. */
  boolean beginsBefore(PartialDate other) {
    return begin() < other.begin();
  }

  /** The first day as a number that sorts like it; cheaper than making the day itself. */
  private int begin() {
    return (year * 100 + (month == null ? 1 : month)) * 100 + (day == null ? 1 : day);
  }

  /** By the first day, the less precise of two before the more precise. */
  @Override
  public int compareTo(PartialDate other) {
    int byDay = Integer.compare(begin(), other.begin());
    return byDay != 0 ? byDay : other.lastDay().compareTo(lastDay());
  }

  @Override
  public String toString() {
    if (month == null) {
      return "%04d".formatted(year);
    }
    return day == null
        ? "%04d-%02d".formatted(year, month)
        : "%04d-%02d-%02d".formatted(year, month, day);
  }
}
