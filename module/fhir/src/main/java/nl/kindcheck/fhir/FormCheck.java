package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** One structural check of one response against the form. It never looks below an unknown item. */
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
    for (QuestionnaireResponseItemComponent item : response.getItem()) {
      for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
        if (answer.hasValueCoding() && answer.getValueCoding().hasCode()) {
          chosen.putIfAbsent(item.getLinkId(), answer.getValueCoding().getCode());
        }
      }
    }
    if (response.hasModifierExtension()) {
      fault("QuestionnaireResponse.modifierExtension[0]", "response.modifier-extension", Map.of());
    }
    items(response.getItem(), form, "QuestionnaireResponse");
    return List.copyOf(faults);
  }

  private void items(
      List<QuestionnaireResponseItemComponent> items, Map<String, FormItem> allowed, String path) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      QuestionnaireResponseItemComponent item = items.get(i);
      String here = "%s.item[%d]".formatted(path, i);
      FormItem known = allowed.get(item.getLinkId());
      if (known == null) {
        boolean elsewhere = contains(form, item.getLinkId());
        fault(
            here + ".linkId",
            elsewhere ? "response.misplaced-item" : "response.unknown-item",
            elsewhere ? Map.of("linkId", item.getLinkId()) : Map.of());
        continue;
      }
      boolean again = !seen.add(known.linkId());
      if (again && !(known.isGroup() && known.repeats())) {
        fault(here, "response.repeated-item", Map.of("linkId", known.linkId()));
      }
      item(item, known, here);
    }
  }

  private static boolean contains(Map<String, FormItem> items, String linkId) {
    return items.containsKey(linkId)
        || items.values().stream().anyMatch(item -> contains(item.items(), linkId));
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
    if (!item.getAnswer().isEmpty()) {
      notHere(path + ".answer[0]", known);
    }
    if (known.repeats() && !answered) {
      fault(path, "response.empty-group", Map.of("linkId", known.linkId()));
    }
    items(item.getItem(), known.items(), path);
  }

  private void question(QuestionnaireResponseItemComponent item, FormItem known, String path) {
    if (item.hasItem()) {
      notHere(path + ".item[0]", known);
    }
    List<QuestionnaireResponseItemAnswerComponent> answers = item.getAnswer();
    if (answers.size() > 1 && !known.repeats()) {
      fault(path + ".answer[1]", "response.more-than-one-answer", linkId(known));
    }
    for (int i = 0; i < answers.size(); i++) {
      QuestionnaireResponseItemAnswerComponent answer = answers.get(i);
      String here = "%s.answer[%d]".formatted(path, i);
      extensions.of(answer, here);
      if (answer.hasItem()) {
        notHere(here + ".item[0]", known);
      }
      values.of(answer.getValue(), known, here + ".value");
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
