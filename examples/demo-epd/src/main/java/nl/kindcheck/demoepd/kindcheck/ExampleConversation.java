package nl.kindcheck.demoepd.kindcheck;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import nl.kindcheck.demoepd.service.ServiceCalls;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/**
 * A whole Kindcheck about two children, filled in for one encounter: what an EPD posts when its own
 * form was used. It holds what a complete one needs, and a little of what is optional. The same day
 * gives the same response, so that posting it twice is one Kindcheck.
 */
@Component
public class ExampleConversation {

  private static final String PATH = "/fhir/QuestionnaireResponse";

  private final FhirContext fhir;
  private final ServiceCalls service;

  ExampleConversation(FhirContext fhir, ServiceCalls service) {
    this.fhir = fhir;
    this.service = service;
  }

  /** The response as it is posted. */
  public String json(Encounter encounter, LocalDate today, ZoneId zone) {
    return fhir.newJsonParser()
        .setPrettyPrint(true)
        .encodeResourceToString(response(encounter, today, zone));
  }

  /** The command that posts it, to be copied. */
  public String command(String addressOfJson) {
    return """
    curl -s %s |
      curl -i -X POST %s \\
        -H 'Content-Type: application/fhir+json' \\
        --data-binary @-\
    """
        .formatted(addressOfJson, service.address(PATH));
  }

  private static QuestionnaireResponse response(Encounter encounter, LocalDate today, ZoneId zone) {
    Date midnight = Date.from(today.atStartOfDay(zone).toInstant());
    Date start = encounter.getPeriod().getStart();
    Date authored = start != null && start.after(midnight) ? start : midnight;
    QuestionnaireResponse response =
        BareTick.begin(encounter, authored, "example-" + encounter.getIdPart() + "-" + today);
    response.setItem(
        List.of(
            coded("outcome", "outcome", "goes-well"),
            child("Mila", today.minusYears(7).minusMonths(3))
                .addItem(coded("children.wellbeing", "wellbeing", "goes-well"))
                .addItem(coded("children.over-adaptation", "over-adaptation", "somewhat"))
                .addItem(coded("children.illness-explained", "illness-explained", "explained"))
                .addItem(text("children.trusted-adult", "Tante Marit")),
            child("Sem", today.minusYears(2).minusMonths(8))
                .addItem(coded("children.wellbeing", "wellbeing", "goes-well"))
                .addItem(coded("children.over-adaptation", "over-adaptation", "not-seen"))
                .addItem(coded("children.illness-explained", "illness-explained", "too-young")),
            coded("pregnancy", "pregnancy", "no"),
            coded("partner-children", "answer", "no"),
            coded("other-carers", "answer", "yes"),
            group("carers")
                .addItem(text("carers.label", "Marit"))
                .addItem(coded("carers.role", "carer-role", "family")),
            coded("household-change", "answer", "no"),
            coded("discussed", "answer", "yes"),
            coded("gut-feeling", "gut-feeling", "pluis")));
    return response;
  }

  private static QuestionnaireResponseItemComponent child(String label, LocalDate birth) {
    return group("children")
        .addItem(text("children.label", label))
        .addItem(item("children.birth", new DateType(birth.toString().substring(0, 7))))
        .addItem(coded("children.relation", "relation", "own"))
        .addItem(coded("children.residence", "residence", "with-patient"));
  }

  private static QuestionnaireResponseItemComponent group(String linkId) {
    return new QuestionnaireResponseItemComponent().setLinkId(linkId);
  }

  private static QuestionnaireResponseItemComponent coded(
      String linkId, String system, String code) {
    return item(linkId, Canonicals.code(system, code));
  }

  private static QuestionnaireResponseItemComponent text(String linkId, String text) {
    return item(linkId, new StringType(text));
  }

  /** All of it was said by the parent; that a child does well is what the parent thinks. */
  private static QuestionnaireResponseItemComponent item(String linkId, Type value) {
    QuestionnaireResponseItemAnswerComponent answer =
        new QuestionnaireResponseItemAnswerComponent().setValue(value);
    if (linkId.startsWith("children.")) {
      boolean opinion = linkId.endsWith("wellbeing") || linkId.endsWith("over-adaptation");
      answer.addExtension(new Extension(Canonicals.PERSPECTIVE, new CodeType("parent")));
      answer.addExtension(
          new Extension(Canonicals.NATURE, new CodeType(opinion ? "opinion" : "fact")));
    }
    return group(linkId).addAnswer(answer);
  }
}
