package nl.kindcheck.service.meldcode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.Bsn;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into a form, kept as it was typed, and what is wrong with it. Nothing typed
 * is lost by a fault.
 */
final class Typed {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");

  private final MultiValueMap<String, String> values;
  private final LocalDate today;
  private final Map<String, Fault> faults = new LinkedHashMap<>();

  /**
   * One fault.
   *
   * @param code the key of its text under {@code meldcode.fault.}
   */
  record Fault(Question question, String code, Map<String, String> facts) {}

  Typed(MultiValueMap<String, String> values, LocalDate today) {
    this.values = values;
    this.today = today;
  }

  /** One value for each field. */
  Typed(Map<String, String> values, LocalDate today) {
    this(MultiValueMap.fromSingleValue(values), today);
  }

  /** Looks at the answer to every question. */
  static Typed read(List<Question> questions, MultiValueMap<String, String> sent, LocalDate today) {
    Typed typed = new Typed(sent, today);
    questions.forEach(typed::check);
    return typed;
  }

  private void check(Question question) {
    switch (question.kind()) {
      case TEXT, LINE -> checkText(question);
      case DATE -> checkDate(question);
      case CHOICE -> checkChoice(question);
      case CHOICES -> checkChoices(question);
    }
  }

  private void checkText(Question question) {
    String text = value(question.name());
    int length = text.codePointCount(0, text.length());
    if (text.isBlank()) {
      if (question.required()) {
        fault(question, "required");
      }
    } else if (length > question.kind().most()) {
      fault(
          question,
          "too-long",
          Map.of(
              "count", Integer.toString(length),
              "most", Integer.toString(question.kind().most())));
    } else if (Bsn.hiddenIn(text)) {
      fault(question, "bsn");
    }
  }

  private void checkDate(Question question) {
    Optional<LocalDate> date = date(question.name());
    boolean blank = parts(question.name()).allMatch(String::isBlank);
    if (blank && !question.required()) {
      return;
    }
    if (blank) {
      fault(question, "required");
    } else if (date.isEmpty() || date.get().getYear() < 1900) {
      fault(question, "no-date");
    } else if (date.get().isAfter(today)) {
      fault(question, "future");
    }
  }

  private void checkChoice(Question question) {
    String value = value(question.name());
    boolean known = question.choices().stream().anyMatch(c -> c.value().equals(value));
    if (!known && (question.required() || !value.isBlank())) {
      fault(question, "choose");
    }
  }

  private void checkChoices(Question question) {
    Set<String> offered =
        question.choices().stream().map(Question.Choice::value).collect(Collectors.toSet());
    List<String> chosen = chosen(question.name());
    if (!offered.containsAll(chosen)) {
      fault(question, "not-offered");
    } else if (chosen.isEmpty() && question.required()) {
      fault(question, "choose-some");
    }
  }

  void fault(Question question, String code) {
    fault(question, code, Map.of());
  }

  private void fault(Question question, String code, Map<String, String> facts) {
    faults.putIfAbsent(question.name(), new Fault(question, code, facts));
  }

  List<Fault> faults() {
    return List.copyOf(faults.values());
  }

  boolean isSound() {
    return faults.isEmpty();
  }

  /** What was typed; empty where nothing was. */
  String value(String name) {
    String first = values.getFirst(name);
    return first == null ? "" : first;
  }

  /** All that was chosen where more than one may be, in the order in which it was sent. */
  List<String> chosen(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
  }

  /** A text; empty where nothing but space was typed. */
  Optional<String> text(String name) {
    return Optional.of(value(name).strip()).filter(text -> !text.isEmpty());
  }

  /** A text that was found to be there. */
  String written(String name) {
    return text(name).orElseThrow();
  }

  Optional<LocalDate> date(String name) {
    List<String> typed = parts(name).map(String::strip).toList();
    if (!typed.stream().allMatch(part -> DIGITS.matcher(part).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(typed.get(2)),
              Integer.parseInt(typed.get(1)),
              Integer.parseInt(typed.get(0))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Stream<String> parts(String name) {
    return Stream.of("-day", "-month", "-year").map(part -> value(name + part));
  }

  <E extends Enum<E> & Coded> Optional<E> code(Class<E> type, String name) {
    return Coded.find(type, value(name));
  }

  /** Whether a text holds one of these names as a word of its own. */
  boolean names(String name, Set<String> names) {
    String text = value(name);
    return names.stream()
        .filter(n -> !n.isBlank() && Character.isUpperCase(n.codePointAt(0)))
        .anyMatch(
            n ->
                Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(n) + "(?![\\p{L}\\p{N}])")
                    .matcher(text)
                    .find());
  }
}
