package nl.kindcheck.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;

/**
 * One item of the Questionnaire, as the structural check needs it.
 *
 * @param choices null unless it is a choice
 * @param conditions when it may be answered; empty where always
 * @param anyCondition whether one condition is enough
 */
record FormItem(
    String linkId,
    QuestionnaireItemType type,
    boolean repeats,
    @Nullable Choices choices,
    List<Condition> conditions,
    boolean anyCondition,
    Map<String, FormItem> items) {

  /** The codes that may be chosen, all of one code system. */
  record Choices(String system, Set<String> codes) {

    boolean hold(Coding coding) {
      return system.equals(coding.getSystem())
          && coding.hasCode()
          && codes.contains(coding.getCode());
    }
  }

  /** Another question has this answer. */
  record Condition(String question, String code) {}

  /**
   * @param choicesOf finds the codes of a value set
   */
  static Map<String, FormItem> all(
      List<QuestionnaireItemComponent> items, Function<String, Choices> choicesOf) {
    Map<String, FormItem> all = new LinkedHashMap<>();
    for (QuestionnaireItemComponent item : items) {
      all.put(item.getLinkId(), of(item, choicesOf));
    }
    return all;
  }

  private static FormItem of(QuestionnaireItemComponent item, Function<String, Choices> choicesOf) {
    return new FormItem(
        item.getLinkId(),
        item.getType(),
        item.getRepeats(),
        choices(item, choicesOf),
        item.getEnableWhen().stream().map(FormItem::condition).toList(),
        item.getEnableBehavior() == EnableWhenBehavior.ANY,
        all(item.getItem(), choicesOf));
  }

  private static @Nullable Choices choices(
      QuestionnaireItemComponent item, Function<String, Choices> choicesOf) {
    if (item.getType() != QuestionnaireItemType.CHOICE) {
      return null;
    }
    if (item.hasAnswerValueSet()) {
      return choicesOf.apply(item.getAnswerValueSet());
    }
    List<Coding> options =
        item.getAnswerOption().stream().map(option -> option.getValueCoding()).toList();
    return new Choices(
        options.get(0).getSystem(),
        options.stream().map(Coding::getCode).collect(Collectors.toUnmodifiableSet()));
  }

  private static Condition condition(QuestionnaireItemEnableWhenComponent when) {
    return new Condition(when.getQuestion(), when.getAnswerCoding().getCode());
  }

  boolean isGroup() {
    return type == QuestionnaireItemType.GROUP;
  }

  boolean isText() {
    return type == QuestionnaireItemType.STRING || type == QuestionnaireItemType.TEXT;
  }

  /**
   * Whether other answers say that this one is not asked. A question that was not answered says
   * nothing: what it lacks is the rules' business.
   *
   * @param chosen the code chosen for a question of the whole form, if any
   */
  boolean isContradictedBy(Function<String, @Nullable String> chosen) {
    boolean fits = conditions.isEmpty() || !anyCondition;
    for (Condition c : conditions) {
      String code = chosen.apply(c.question());
      boolean met = code == null || code.equals(c.code());
      fits = anyCondition ? fits || met : fits && met;
    }
    return !fits;
  }
}
