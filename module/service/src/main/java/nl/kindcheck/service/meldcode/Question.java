package nl.kindcheck.service.meldcode;

import java.util.List;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Coded;

/**
 * One question of a form.
 *
 * @param name of the field
 * @param label the key of its text
 * @param choices empty unless there is something to choose
 */
record Question(String name, String label, Kind kind, boolean required, List<Choice> choices) {

  /** How a question is answered. */
  enum Kind {
    TEXT,
    LINE,
    DATE,
    CHOICE,
    /** One or more of the answers. */
    CHOICES;

    /** The most characters that fit. */
    int most() {
      return this == TEXT ? 10_000 : 200;
    }
  }

  /**
   * One answer to choose.
   *
   * @param text what people read, or the key of it
   */
  record Choice(String value, String text, boolean isKey) {}

  static Question text(String name, String label) {
    return new Question(name, label, Kind.TEXT, true, List.of());
  }

  static Question line(String name, String label) {
    return new Question(name, label, Kind.LINE, true, List.of());
  }

  static Question date(String name, String label) {
    return new Question(name, label, Kind.DATE, true, List.of());
  }

  static Question choice(String name, String label, List<Choice> choices) {
    return new Question(name, label, Kind.CHOICE, true, choices);
  }

  static Question choices(String name, String label, List<Choice> choices) {
    return new Question(name, label, Kind.CHOICES, true, choices);
  }

  /**
   * @param words where the texts of the codes are
   */
  static Question choice(String name, String label, String words, Coded[] codes) {
    return choice(
        name,
        label,
        Stream.of(codes).map(c -> new Choice(c.code(), words + c.code(), true)).toList());
  }

  Question optional() {
    return new Question(name, label, kind, false, choices);
  }

  /** The id of the element that a message about it leads to. */
  String anchor() {
    return kind == Kind.DATE ? name + "-day" : name;
  }
}
