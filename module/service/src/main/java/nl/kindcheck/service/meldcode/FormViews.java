package nl.kindcheck.service.meldcode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.service.meldcode.FormView.FaultView;
import nl.kindcheck.service.meldcode.FormView.FieldView;
import nl.kindcheck.service.meldcode.FormView.Hidden;
import nl.kindcheck.service.meldcode.FormView.OptionView;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Component;

/** Words a form and its faults. */
@Component
class FormViews {

  /** The forms that do something to the record besides writing in it. */
  private static final Set<String> ACTS =
      Set.of("close", "reopen", "shield", "unshield", "unfounded", "step-close", "step-reopen");

  private final Texts texts;

  FormViews(Texts texts) {
    this.texts = texts;
  }

  /**
   * Where a form stands.
   *
   * @param name by which its texts are found
   * @param action where it is sent to
   * @param back where the reader came from
   * @param title the words that its heading needs
   */
  record Place(String name, String action, String back, Map<String, String> title) {}

  FormView view(
      Place place,
      String key,
      int version,
      List<Hidden> hidden,
      List<Question> questions,
      Typed typed,
      Locale locale) {
    Map<String, String> errors = new LinkedHashMap<>();
    List<FaultView> faults = new ArrayList<>();
    for (Typed.Fault fault : typed.faults()) {
      String text = worded(fault, locale);
      errors.put(fault.question().name(), text);
      faults.add(new FaultView("#" + fault.question().anchor(), text));
    }
    boolean acts = ACTS.contains(place.name());
    String heading = texts.of("meldcode.form." + place.name(), place.title(), locale);
    return new FormView(
        faults.isEmpty()
            ? heading
            : texts.of("meldcode.fault.title", Map.of("title", heading), locale),
        heading,
        texts.of("meldcode.intro." + place.name(), locale),
        place.action(),
        place.back(),
        key,
        version,
        hidden,
        questions.stream().map(q -> field(q, typed, errors, locale)).toList(),
        faults,
        texts.of(acts ? "meldcode.do." + place.name() : "meldcode.save", locale),
        texts.of(acts ? "meldcode.do.not" : "meldcode.cancel", locale));
  }

  private String worded(Typed.Fault fault, Locale locale) {
    Map<String, String> facts = new LinkedHashMap<>(fault.facts());
    facts.put("field", texts.of(fault.question().label(), locale));
    return texts.of("meldcode.fault." + fault.code(), facts, locale);
  }

  private FieldView field(
      Question question, Typed typed, Map<String, String> errors, Locale locale) {
    String name = question.name();
    List<String> parts =
        question.kind() == Question.Kind.DATE
            ? List.of(
                typed.value(name + "-day"),
                typed.value(name + "-month"),
                typed.value(name + "-year"))
            : List.of(typed.value(name));
    return new FieldView(
        name,
        question.kind().name(),
        label(question, locale),
        hint(question, locale).orElse(null),
        errors.get(name),
        parts,
        options(question, typed.chosen(name), locale));
  }

  private String label(Question question, Locale locale) {
    String label = texts.of(question.label(), locale);
    return question.required()
        ? label
        : texts.of("meldcode.optional", Map.of("field", label), locale);
  }

  private Optional<String> hint(Question question, Locale locale) {
    return switch (question.kind()) {
      case DATE -> Optional.of(texts.of("meldcode.hint.date", locale));
      case CHOICES -> Optional.of(texts.of("meldcode.hint.choices", locale));
      default -> Optional.empty();
    };
  }

  private List<OptionView> options(Question question, List<String> chosen, Locale locale) {
    List<OptionView> options = new ArrayList<>();
    for (Question.Choice choice : question.choices()) {
      options.add(
          new OptionView(
              // The first has the id that a message about the question leads to.
              options.isEmpty() ? question.name() : question.name() + "-" + choice.value(),
              choice.value(),
              choice.isKey() ? texts.of(choice.text(), locale) : choice.text(),
              chosen.contains(choice.value())));
    }
    return options;
  }
}
