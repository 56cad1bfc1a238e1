package nl.kindcheck.service.conversation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.service.kindcheck.MissingTexts;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.stereotype.Component;

/** Words what is wrong with a form, each at its field, in the language of the page. */
@Component
class FormErrors {

  /** What is said on the page in other words than to a system. */
  private static final Set<String> OWN_WORDS =
      Set.of(
          "response.too-long",
          "response.not-asked",
          "response.needs-answer",
          "response.unknown-code",
          "response.identifier-used",
          "response.changed-meanwhile",
          "response.ambiguous-child",
          "response.child-twice",
          "response.unknown-child");

  private final Texts texts;
  private final MissingTexts missing;
  private final FieldWords fields;

  FormErrors(Texts texts, MissingTexts missing, FieldWords fields) {
    this.texts = texts;
    this.missing = missing;
    this.fields = fields;
  }

  List<FormError> notADate(List<String> places, Typed typed, Locale locale) {
    return places.stream()
        .map(f -> named(f, typed, texts.of("form.error.not-a-date", locale), locale))
        .toList();
  }

  List<FormError> refused(
      Refused refused, QuestionnaireResponse response, Typed typed, Locale locale) {
    List<FormError> errors = new ArrayList<>();
    for (Refused.Fault fault : refused.faults()) {
      String place = place(fault, response);
      errors.add(named(place, typed, worded(fault, locale), locale));
    }
    return errors;
  }

  /** The field that a fault stands at; empty where it is the form as a whole. */
  static String place(Refused.Fault fault, QuestionnaireResponse response) {
    String place = fault.field();
    if (place == null) {
      return "";
    }
    // The one extension that holds a text.
    return place.startsWith("QuestionnaireResponse.extension")
        ? "amendment-reason"
        : FieldOf.fault(response, place);
  }

  private String worded(Refused.Fault fault, Locale locale) {
    String key =
        OWN_WORDS.contains(fault.code()) ? "form.error." + fault.code() : "error." + fault.code();
    return texts.of(key, fault.facts(), locale);
  }

  /** How a child that is known is called; empty where it has no name. */
  interface Names {
    String of(String childId);
  }

  /** What lacks, one line for each field; a child that is not in the form is one line. */
  List<FormError> missing(
      List<String> expressions,
      QuestionnaireResponse response,
      Typed typed,
      Names names,
      Locale locale) {
    Set<FormError> errors = new LinkedHashSet<>();
    for (String expression : expressions) {
      String field = FieldOf.missing(response, typed, expression);
      String id = FieldOf.childId(expression);
      if (field.equals("children") && !id.isEmpty()) {
        errors.add(notInTheForm(names.of(id), locale));
      } else {
        errors.add(missing(field, expression, typed, locale));
      }
    }
    return List.copyOf(errors);
  }

  private FormError notInTheForm(String name, Locale locale) {
    String who = name.isEmpty() ? texts.of("form.child-unnamed", locale) : name;
    return new FormError(
        "children", texts.of("form.error.child-not-here", Map.of("name", who), locale), true);
  }

  private FormError missing(String field, String expression, Typed typed, Locale locale) {
    // It was answered that it was not discussed; what lacks is the reason why not.
    return field.equals("discussed") && typed.value(field).equals("no")
        ? lacks("discussed-reason", "discussed-reason", typed, locale)
        : lacking(field, missing.of(expression, locale), typed, locale);
  }

  /** That a field was left open. */
  FormError lacks(String field, String linkId, Typed typed, Locale locale) {
    return lacking(field, texts.of("missing." + linkId, locale), typed, locale);
  }

  private FormError lacking(String field, String item, Typed typed, Locale locale) {
    String what = texts.of("form.error.missing", Map.of("item", item), locale);
    String about = fields.about(field, typed, locale);
    return new FormError(field, about.isEmpty() ? sentence(what) : about + what, true);
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  FormError whole(String key, Locale locale) {
    return new FormError("", texts.of(key, locale), false);
  }

  /** At a question, with its words before the message. */
  FormError at(String field, String key, Map<String, String> facts, Typed typed, Locale locale) {
    return named(field, typed, texts.of(key, facts, locale), locale);
  }

  FormError at(String field, String key, Locale locale) {
    return new FormError(field, texts.of(key, locale), false);
  }

  private FormError named(String field, Typed typed, String message, Locale locale) {
    String where = field.isEmpty() ? "" : fields.of(field, typed, locale);
    // A question has its own mark already.
    String between = where.isEmpty() ? "" : where.endsWith("?") ? " " : ": ";
    return new FormError(field, where + between + message, false);
  }
}
