package nl.kindcheck.service.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Component;

/** Says what of a form is kept as a draft and what is not, so that nobody relies on more. */
@Component
class LeftOut {

  private final Texts texts;
  private final FieldWords fields;

  LeftOut(Texts texts, FieldWords fields) {
    this.texts = texts;
    this.fields = fields;
  }

  String text(String key, Locale locale) {
    return texts.of(key, locale);
  }

  /** That the draft is kept; where a field is not in it, which one and why. */
  String state(Typed typed, Locale locale) {
    List<String> out = Drafts.leftOut(typed);
    return out.isEmpty()
        ? texts.of("form.kept", locale)
        : texts.of(
            "form.kept-but",
            Map.of(
                "fields",
                out.stream()
                    .map(field -> "\u201c" + fields.of(field, typed, locale) + "\u201d")
                    .collect(Collectors.joining(", "))),
            locale);
  }

  /** The same at each field that is not kept. */
  List<FormError> errors(Typed typed, Locale locale) {
    return Drafts.leftOut(typed).stream()
        .map(
            field ->
                new FormError(
                    field,
                    texts.of(
                        "form.error.left-out",
                        Map.of("field", fields.of(field, typed, locale)),
                        locale),
                    false))
        .toList();
  }
}
