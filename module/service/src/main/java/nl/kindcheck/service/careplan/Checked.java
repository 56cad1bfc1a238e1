package nl.kindcheck.service.careplan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Looks at what somebody typed. */
final class Checked {

  /** In characters, for a name or a line. */
  static final int LINE = 200;

  /** In characters, for a text. */
  static final int TEXT = 2000;

  private static final int ISO_DAY = 10;

  private Checked() {}

  /** As it is kept: one kind of line end, and no characters that nobody can see or store. */
  static String clean(@Nullable String typed) {
    if (typed == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(typed.length());
    typed
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** A day of four digits for the year; null for anything else, which no calendar gives. */
  static @Nullable LocalDate day(@Nullable String typed) {
    if (typed == null || typed.strip().length() != ISO_DAY) {
      return null;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Adds what is wrong with a text, be it empty or not. */
  static void text(List<Refused.Fault> faults, String field, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) {
      faults.add(new Refused.Fault("care.too-long", field, Map.of("most", Integer.toString(most))));
    } else if (Bsn.hiddenIn(text)) {
      faults.add(new Refused.Fault("care.bsn", field, Map.of()));
    }
  }

  /** The same for one that must be there; {@code missing} is said where it is not. */
  static void required(
      List<Refused.Fault> faults, String field, String text, int most, String missing) {
    if (text.isBlank()) {
      faults.add(new Refused.Fault(missing, field, Map.of()));
    } else {
      text(faults, field, text, most);
    }
  }

  /** Refuses where there is a fault. */
  static void none(List<Refused.Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
  }

  /** Whether a form can be shown again with what was refused; anything else is not for a form. */
  static boolean isForTheForm(Refused refused) {
    return refused.status() == HttpStatus.UNPROCESSABLE_CONTENT
        || refused.status() == HttpStatus.CONFLICT;
  }

  /** The first fault of each field, in words, in the order in which they were found. */
  static Map<String, String> worded(List<Refused.Fault> faults, Texts texts, Locale locale) {
    Map<String, String> worded = new LinkedHashMap<>();
    for (Refused.Fault fault : faults) {
      worded.putIfAbsent(
          String.valueOf(fault.field()), texts.of("error." + fault.code(), fault.facts(), locale));
    }
    return worded;
  }
}
