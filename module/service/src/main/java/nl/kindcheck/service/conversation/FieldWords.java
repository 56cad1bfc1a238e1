package nl.kindcheck.service.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.kindcheck.fhir.KindcheckForm;
import nl.kindcheck.service.platform.Texts;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.springframework.stereotype.Component;

/** The words of a field and of what stands in it, as the page asks and shows them. */
@Component
class FieldWords {

  private static final int LONGEST_NAME = 60;

  /** What the page keeps for itself and nobody is asked. */
  private static final Pattern SILENT =
      Pattern.compile(
          ".*\\.(?:here|shown|id|unverified|undated|picture-date|unchanged|from|taken-on|source)|read-version");

  private static final Pattern DOMAIN = Pattern.compile("\\.domain-([a-z]+)");
  private static final Pattern ROW = Pattern.compile("(children|carers)\\.(\\d+)\\..*");

  /** The choices of a question that are not called as the question is. */
  private static final Map<String, String> CALLED_OTHERWISE =
      Map.of(
          "outcome-unclear", "unclear",
          "partner-children", "answer",
          "other-carers", "answer",
          "household-change", "answer",
          "discussed", "answer",
          "role", "carer-role",
          "birth-unknown", "answer",
          "died", "answer");

  private final Texts texts;
  private final Set<String> asked = new HashSet<>(Set.of("amendment-reason"));

  FieldWords(Texts texts, KindcheckForm form) {
    this.texts = texts;
    questions(form.questionnaire().getItem());
  }

  private void questions(List<QuestionnaireItemComponent> items) {
    for (QuestionnaireItemComponent item : items) {
      asked.add(item.getLinkId());
      questions(item.getItem());
    }
  }

  /** What was filled otherwise elsewhere, each question in its own words. */
  List<Answered> otherwise(Typed here, Typed elsewhere, Locale locale) {
    return worded(here.otherwiseIn(elsewhere), elsewhere, locale);
  }

  /** Everything that was typed, each question in its own words. */
  List<Answered> all(Typed typed, Locale locale) {
    return worded(Typed.NOTHING.otherwiseIn(typed), typed, locale);
  }

  private List<Answered> worded(Map<String, List<String>> fields, Typed typed, Locale locale) {
    List<Answered> answers = new ArrayList<>();
    fields.forEach(
        (field, values) -> {
          if (isAsked(field)) {
            answers.add(new Answered(of(field, typed, locale), words(field, values, locale)));
          }
        });
    return answers;
  }

  /** An old draft may hold what is not asked any more. */
  private boolean isAsked(String field) {
    return !SILENT.matcher(field).matches()
        && (field.contains(":") || asked.contains(linkId(field)));
  }

  private static String linkId(String field) {
    return field.replaceAll("\\.\\d+(?=\\.|$)", "");
  }

  /** The question of a field, and of whom it is. */
  String of(String field, Typed typed, Locale locale) {
    return about(field, typed, locale) + question(field, locale);
  }

  /** Of whom a field is, so that a list with two children can be read; empty where of nobody. */
  String about(String field, Typed typed, Locale locale) {
    Matcher row = ROW.matcher(field);
    if (!row.matches()) {
      return "";
    }
    String label = typed.value(row.group(1) + "." + row.group(2) + ".label");
    String number = Integer.toString(Integer.parseInt(row.group(2)) + 1);
    String name =
        label.length() > LONGEST_NAME
            ? label.substring(0, label.offsetByCodePoints(0, cut(label)))
            : label;
    return (!name.isEmpty()
            ? name
            : row.group(1).equals("children")
                ? texts.of("form.child", Map.of("number", number), locale)
                : texts.of("form.carer", locale) + " " + number)
        + ": ";
  }

  /** Never in the middle of a character. */
  private static int cut(String label) {
    return Math.min(LONGEST_NAME, label.codePointCount(0, label.length()));
  }

  /** A question in short, as it is called in a summary. */
  private String question(String field, Locale locale) {
    Matcher domain = DOMAIN.matcher(field);
    String of = domain.find() ? texts.of("choice.domain." + domain.group(1), locale) + ": " : "";
    int mark = field.indexOf(':');
    if (mark >= 0) {
      return of + texts.of(field.endsWith(":by") ? "whose.by" : "whose.as", locale);
    }
    return of + texts.of("ask." + linkId(field).replaceAll("\\.domain-[a-z]+", ""), locale);
  }

  private String words(String field, List<String> values, Locale locale) {
    return values.stream()
        .map(value -> word(field, value, locale))
        .collect(Collectors.joining(", "));
  }

  private String word(String field, String value, Locale locale) {
    String name =
        field.endsWith(":by")
            ? "perspective"
            : field.endsWith(":as") ? "nature" : field.substring(field.lastIndexOf('.') + 1);
    String system = CALLED_OTHERWISE.getOrDefault(name, name);
    String code = value.equals("true") ? "yes" : value;
    return Choices.has(system, code) ? texts.of("choice." + system + "." + code, locale) : value;
  }
}
