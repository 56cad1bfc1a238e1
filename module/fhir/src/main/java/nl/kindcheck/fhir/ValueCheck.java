package nl.kindcheck.fhir;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.kindcheck.core.family.PartialDate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Checks one answer's value against the type, the codes and the lengths that the form allows. */
final class ValueCheck {

  static final int LONGEST_LABEL = 60;
  static final int LONGEST_TEXT = 20_000;

  private final List<Fault> faults;

  ValueCheck(List<Fault> faults) {
    this.faults = faults;
  }

  void of(@Nullable Type value, FormItem item, String path) {
    if (value == null || (value instanceof PrimitiveType<?> p && p.getValueAsString() == null)) {
      fault(path, "response.empty-answer", Map.of("linkId", item.linkId()));
    } else if (item.isText() && value instanceof StringType text) {
      text(text.getValue(), item, path);
    } else if (item.choices() != null && value instanceof Coding coding) {
      choice(coding, item.choices(), item, path);
    } else if (item.type() == QuestionnaireItemType.DATE && value instanceof DateType date) {
      date(date.getValueAsString(), item, path);
    } else if (!isPlain(value, item.type())) {
      fault(
          path,
          "response.wrong-type",
          Map.of("linkId", item.linkId(), "expected", item.type().toCode()));
    }
  }

  private static boolean isPlain(Type value, QuestionnaireItemType type) {
    return type == QuestionnaireItemType.BOOLEAN && value instanceof BooleanType;
  }

  /** HAPI's own type lets a year 0 through. */
  private void date(String date, FormItem item, String path) {
    if (PartialDate.find(date).isEmpty()) {
      fault(path, "response.no-such-date", Map.of("linkId", item.linkId()));
    }
  }

  private void text(String text, FormItem item, String path) {
    int longest = LinkIds.isLabel(item.linkId()) ? LONGEST_LABEL : LONGEST_TEXT;
    if (text.isBlank()) {
      fault(path, "response.blank-text", Map.of("linkId", item.linkId()));
    } else if (text.length() > longest) {
      fault(
          path,
          "response.too-long",
          Map.of("linkId", item.linkId(), "longest", Integer.toString(longest)));
    }
  }

  private void choice(Coding coding, FormItem.Choices choices, FormItem item, String path) {
    if (!choices.hold(coding)) {
      fault(
          path,
          "response.unknown-code",
          Map.of(
              "linkId", item.linkId(),
              "system", choices.system(),
              "allowed", String.join(", ", new TreeSet<>(choices.codes()))));
    }
  }

  private void fault(String expression, String code, Map<String, String> facts) {
    faults.add(new Fault(expression, code, facts));
  }
}
