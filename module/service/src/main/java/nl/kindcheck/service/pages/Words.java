package nl.kindcheck.service.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.service.platform.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Texts in the language of the present page, for a template: {@code ${@words.of('key', 'due',
 * day)}}.
 */
@Component("words")
public class Words {

  private static final String DAY = "d MMMM yyyy";
  private static final String MONTH = "MMMM yyyy";

  private static final Map<Locale, DateTimeFormatter> DAYS =
      Map.of(
          Texts.DUTCH, DateTimeFormatter.ofPattern(DAY, Texts.DUTCH),
          Locale.ENGLISH, DateTimeFormatter.ofPattern(DAY, Locale.ENGLISH));

  private static final Map<Locale, DateTimeFormatter> MONTHS =
      Map.of(
          Texts.DUTCH, DateTimeFormatter.ofPattern(MONTH, Texts.DUTCH),
          Locale.ENGLISH, DateTimeFormatter.ofPattern(MONTH, Locale.ENGLISH));

  private final Texts texts;

  Words(Texts texts) {
    this.texts = texts;
  }

  /** The language of the present page. */
  public Locale locale() {
    return Texts.choose(LocaleContextHolder.getLocale());
  }

  /**
   * A text with named facts.
   *
   * @param facts name and value by turns; dates and codes are worded by whoever gives them, a day
   *     as {@code yyyy-MM-dd} by the texts themselves
   */
  public String of(String key, Object... facts) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      named.put(facts[i].toString(), worded(facts[i + 1]));
    }
    return texts.of(key, named, locale());
  }

  private String worded(Object fact) {
    if (fact instanceof PartialDate date) {
      return date(date);
    }
    return fact instanceof LocalDate day ? day(day) : fact.toString();
  }

  /**
   * The text of a code.
   *
   * @param prefix of its key, with a dot at the end
   */
  public String coded(String prefix, Coded code) {
    return texts.of(prefix + code.code(), locale());
  }

  /** A day as people write it: 3 maart 2019. */
  public String day(LocalDate day) {
    return day.format(DAYS.get(locale()));
  }

  /** A date as precise as it is known: 3 maart 2019, maart 2019, 2019. */
  public String date(PartialDate date) {
    Integer month = date.month();
    if (month == null) {
      return Integer.toString(date.year());
    }
    return date.day() == null
        ? YearMonth.of(date.year(), month).format(MONTHS.get(locale()))
        : day(date.firstDay());
  }

  /** No more precise than its month, which is all that anybody needs of a child's birth. */
  public String month(PartialDate date) {
    Integer month = date.month();
    return month == null ? date(date) : date(new PartialDate(date.year(), month, null));
  }
}
