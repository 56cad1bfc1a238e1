package nl.kindcheck.service.conversation;

import java.util.ArrayList;
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

  FormErrors(Texts texts, MissingTexts missing) {
    this.texts = texts;
    this.missing = missing;
  }

  List<FormError> notADate(List<String> fields, Typed typed, Locale locale) {
    return fields.stream()
        .map(f -> named(f, typed, texts.of("form.error.not-a-date", locale), locale))
        .toList();
  }

  List<FormError> refused(
      Refused refused, QuestionnaireResponse response, Typed typed, Locale locale) {
    List<FormError> errors = new ArrayList<>();
    for (Refused.Fault fault : refused.faults()) {
      // The claim of a pregnancy stands at its own question, the date that is wrong beside it.
      String place =
          fault.code().startsWith("plausibility.expected-")
              ? "pregnancy-expected"
              : fault.field() == null ? "" : FieldOf.fault(response, fault.field());
      errors.add(named(place, typed, worded(fault, locale), locale));
    }
    return errors;
  }

  private String worded(Refused.Fault fault, Locale locale) {
    String key =
        OWN_WORDS.contains(fault.code()) ? "form.error." + fault.code() : "error." + fault.code();
    return texts.of(key, fault.facts(), locale);
  }

  List<FormError> missing(
      List<String> expressions, QuestionnaireResponse response, Typed typed, Locale locale) {
    List<FormError> errors = new ArrayList<>();
    for (String expression : expressions) {
      String field = FieldOf.missing(response, typed, expression);
      String what =
          texts.of("form.error.missing", Map.of("item", missing.of(expression, locale)), locale);
      errors.add(new FormError(field, about(field, typed, locale) + what, true));
    }
    return errors;
  }

  FormError whole(String key, Locale locale) {
    return new FormError("", texts.of(key, locale), false);
  }

  FormError at(String field, String key, Locale locale) {
    return new FormError(field, texts.of(key, locale), false);
  }

  private FormError named(String field, Typed typed, String message, Locale locale) {
    String question = field.isEmpty() ? "" : question(field, locale) + ": ";
    return new FormError(field, about(field, typed, locale) + question + message, false);
  }

  /** Of whom it is, so that a summary with two children can be read. */
  private String about(String field, Typed typed, Locale locale) {
    String[] parts = field.split("\\.");
    if (parts.length < 3 || !parts[0].equals("children")) {
      return "";
    }
    String label = typed.value("children." + parts[1] + ".label");
    return label.isEmpty()
        ? texts.of(
                "form.child",
                Map.of("number", Integer.toString(Integer.parseInt(parts[1]) + 1)),
                locale)
            + ": "
        : (label.length() > 60 ? label.substring(0, 60) : label) + ": ";
  }

  /** A question in short, as it is called in a summary. */
  String question(String field, Locale locale) {
    String linkId = field.replaceAll("\\.\\d+(?=\\.|$)", "").replaceAll(":.*", "");
    String name = linkId.replaceAll("\\.domain-[a-z]+", "");
    return texts.of("ask." + name, locale);
  }
}
