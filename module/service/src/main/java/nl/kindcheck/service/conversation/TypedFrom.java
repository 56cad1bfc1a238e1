package nl.kindcheck.service.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.fhir.Canonical;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** Turns a response back into what would have been typed: the other way of the writer. */
final class TypedFrom {

  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  private TypedFrom() {}

  static Typed response(QuestionnaireResponse response) {
    TypedFrom from = new TypedFrom();
    Map<String, Integer> groups = new HashMap<>();
    for (QuestionnaireResponseItemComponent item : response.getItem()) {
      if (item.hasItem()) {
        int number = groups.merge(item.getLinkId(), 1, Integer::sum) - 1;
        from.fields.put(item.getLinkId() + "." + number + ".here", List.of("1"));
        from.fromEpd(item, item.getLinkId() + "." + number);
        from.group(item, item.getLinkId(), number);
      } else {
        from.question(item, item.getLinkId());
      }
    }
    return new Typed(from.fields);
  }

  private void fromEpd(QuestionnaireResponseItemComponent group, String field) {
    mark(group, "unverified", field + FromEpd.UNVERIFIED);
    mark(group, "undated", field + FromEpd.UNDATED);
    mark(group, "picture-date", field + FromEpd.PICTURE_DATE);
  }

  private void group(QuestionnaireResponseItemComponent group, String name, int number) {
    for (QuestionnaireResponseItemComponent item : group.getItem()) {
      if (item.hasItem()) {
        group(item, name, number);
      } else {
        question(item, Typed.name(item.getLinkId(), name, number));
      }
    }
  }

  private void question(QuestionnaireResponseItemComponent item, String field) {
    List<String> values = new ArrayList<>();
    for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
      values.add(text(answer.getValue()));
      String whose = ResponseWriter.whoseField(item.getLinkId(), field);
      mark(answer, "perspective", whose + ":by");
      mark(answer, "nature", whose + ":as");
    }
    fields.put(field, values);
  }

  private void mark(Element answer, String extension, String field) {
    Extension mark = answer.getExtensionByUrl(Canonical.structureDefinition(extension));
    if (mark != null) {
      fields.put(field, List.of(mark.getValue().primitiveValue()));
    }
  }

  private static String text(Type value) {
    if (value instanceof Coding coding) {
      return coding.getCode();
    }
    if (value instanceof DateType date) {
      return TypedDate.write(PartialDate.parse(date.getValueAsString()));
    }
    return value.primitiveValue();
  }
}
