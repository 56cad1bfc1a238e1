package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.jspecify.annotations.Nullable;

/**
 * One structural check of one response against the form. It never looks below an unknown item; one
 * that stands in the wrong place is checked as what it is.
 */
final class FormCheck {

  private final Map<String, FormItem> form;
  private final Map<String, String> chosen = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final ValueCheck values = new ValueCheck(faults);
  private final ExtensionCheck extensions = new ExtensionCheck(faults);

  FormCheck(Map<String, FormItem> form) {
    this.form = form;
  }

  List<Fault> of(QuestionnaireResponse response) {
    response.getItem().forEach(this::choose);
    if (response.hasModifierExtension()) {
      fault("QuestionnaireResponse.modifierExtension[0]", "response.modifier-extension", Map.of());
    }
    items(response.getItem(), form, "QuestionnaireResponse");
    return List.copyOf(faults);
  }

  /** A code that the form does not know says nothing of what else is asked. */
  private void choose(QuestionnaireResponseItemComponent item) {
    FormItem known = form.get(item.getLinkId());
    for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
      if (known != null
          && known.choices() != null
          && answer.getValue() instanceof Coding coding
          && known.choices().hold(coding)) {
        chosen.putIfAbsent(item.getLinkId(), coding.getCode());
      }
    }
  }

  private void items(
      List<QuestionnaireResponseItemComponent> items, Map<String, FormItem> allowed, String path) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      QuestionnaireResponseItemComponent item = items.get(i);
      String here = "%s.item[%d]".formatted(path, i);
      FormItem known = allowed.get(item.getLinkId());
      if (known == null) {
        notOfHere(item, here);
        continue;
      }
      boolean again = !seen.add(known.linkId());
      if (again && !(known.isGroup() && known.repeats())) {
        fault(here, "response.repeated-item", Map.of("linkId", known.linkId()));
      }
      item(item, known, here);
    }
  }

  private void notOfHere(QuestionnaireResponseItemComponent item, String path) {
    Optional<FormItem> elsewhere = find(form, item.getLinkId());
    if (elsewhere.isEmpty()) {
      fault(path + ".linkId", "response.unknown-item", Map.of());
      return;
    }
    fault(path + ".linkId", "response.misplaced-item", linkId(elsewhere.get()));
    item(item, elsewhere.get(), path);
  }

  private static Optional<FormItem> find(Map<String, FormItem> items, @Nullable String linkId) {
    FormItem here = items.get(linkId);
    return here != null
        ? Optional.of(here)
        : items.values().stream().flatMap(item -> find(item.items(), linkId).stream()).findFirst();
  }

  private void item(QuestionnaireResponseItemComponent item, FormItem known, String path) {
    if (item.hasModifierExtension()) {
      fault(path + ".modifierExtension[0]", "response.modifier-extension", Map.of());
    }
    extensions.of(item, path);
    boolean answered = hasAnswer(item);
    if (answered && known.isContradictedBy(chosen::get)) {
      fault(
          path,
          "response.not-asked",
          Map.of("linkId", known.linkId(), "question", known.conditions().get(0).question()));
    }
    if (known.isGroup()) {
      group(item, known, answered, path);
    } else {
      question(item, known, path);
    }
  }

  private static boolean hasAnswer(QuestionnaireResponseItemComponent item) {
    return !item.getAnswer().isEmpty() || item.getItem().stream().anyMatch(FormCheck::hasAnswer);
  }

  private void group(
      QuestionnaireResponseItemComponent item, FormItem known, boolean answered, String path) {
    for (int i = 0; i < item.getAnswer().size(); i++) {
      notHere("%s.answer[%d]".formatted(path, i), known);
    }
    if (known.repeats() && !answered) {
      fault(path, "response.empty-group", Map.of("linkId", known.linkId()));
    }
    items(item.getItem(), known.items(), path);
  }

  private void question(QuestionnaireResponseItemComponent item, FormItem known, String path) {
    noItems(item.getItem(), known, path);
    List<QuestionnaireResponseItemAnswerComponent> answers = item.getAnswer();
    for (int i = 1; i < answers.size() && !known.repeats(); i++) {
      fault("%s.answer[%d]".formatted(path, i), "response.more-than-one-answer", linkId(known));
    }
    for (int i = 0; i < answers.size(); i++) {
      QuestionnaireResponseItemAnswerComponent answer = answers.get(i);
      String here = "%s.answer[%d]".formatted(path, i);
      extensions.of(answer, here);
      noItems(answer.getItem(), known, here);
      values.of(answer.getValue(), known, here + ".value");
    }
  }

  private void noItems(
      List<QuestionnaireResponseItemComponent> items, FormItem known, String path) {
    for (int i = 0; i < items.size(); i++) {
      notHere("%s.item[%d]".formatted(path, i), known);
    }
  }

  private static Map<String, String> linkId(FormItem known) {
    return Map.of("linkId", known.linkId());
  }

  private void notHere(String path, FormItem known) {
    fault(path, "response.not-allowed-here", linkId(known));
  }

  private void fault(String expression, String code, Map<String, String> facts) {
    faults.add(new Fault(expression, code, facts));
  }
}
