package nl.kindcheck.fhir;

import java.util.Arrays;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Fills in the form of the 12th of January 2026; a test changes one thing. */
final class Form {

  private Form() {}

  static QuestionnaireResponse of(QuestionnaireResponseItemComponent... items) {
    QuestionnaireResponse response = new QuestionnaireResponse();
    response.setQuestionnaire(Canonical.questionnaire() + "|1.0.0");
    response.setStatus(QuestionnaireResponseStatus.COMPLETED);
    response.setSubject(new Reference("Patient/anja"));
    response.setAuthor(new Reference("Practitioner/noor"));
    response.setAuthoredElement(new DateTimeType("2026-01-12T10:00:00+01:00"));
    Arrays.stream(items).forEach(response::addItem);
    return response;
  }

  static QuestionnaireResponseItemComponent group(
      String linkId, QuestionnaireResponseItemComponent... items) {
    QuestionnaireResponseItemComponent group =
        new QuestionnaireResponseItemComponent().setLinkId(linkId);
    Arrays.stream(items).forEach(group::addItem);
    return group;
  }

  static QuestionnaireResponseItemComponent child(QuestionnaireResponseItemComponent... items) {
    return group("children", items);
  }

  static QuestionnaireResponseItemComponent item(String linkId, Type... values) {
    QuestionnaireResponseItemComponent item =
        new QuestionnaireResponseItemComponent().setLinkId(linkId);
    for (Type value : values) {
      item.addAnswer().setValue(value);
    }
    return item;
  }

  static QuestionnaireResponseItemComponent text(String linkId, String text) {
    return item(linkId, new StringType(text));
  }

  static QuestionnaireResponseItemComponent date(String linkId, String date) {
    return item(linkId, new DateType(date));
  }

  static QuestionnaireResponseItemComponent yes(String linkId) {
    return item(linkId, new BooleanType(true));
  }

  static QuestionnaireResponseItemComponent code(String linkId, String system, String code) {
    return item(linkId, new Coding().setSystem(Canonical.codeSystem(system)).setCode(code));
  }

  /** For the items whose code system has the name of the item. */
  static QuestionnaireResponseItemComponent code(String linkId, String code) {
    return code(linkId, linkId.substring(linkId.indexOf('.') + 1), code);
  }

  static QuestionnaireResponseItemComponent outcome(String code) {
    return code("outcome", code);
  }

  static <T extends org.hl7.fhir.r4.model.Element> T by(T element, String perspective) {
    element.addExtension(Extensions.PERSPECTIVE, new CodeType(perspective));
    return element;
  }

  static <T extends org.hl7.fhir.r4.model.Element> T as(T element, String nature) {
    element.addExtension(Extensions.NATURE, new CodeType(nature));
    return element;
  }
}
