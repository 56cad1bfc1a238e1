package nl.kindcheck.demoepd.kindcheck;

import java.util.Date;
import java.util.UUID;
import nl.kindcheck.demoepd.records.Staff;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;

/**
 * "Kindcheck done" and nothing else: no child, no answer, no conversation. It is here to show that
 * it does not count (F1).
 */
final class BareTick {

  private BareTick() {}

  static QuestionnaireResponse of(Encounter encounter, Date authored) {
    QuestionnaireResponse response = begin(encounter, authored, UUID.randomUUID().toString());
    response
        .addItem()
        .setLinkId("outcome")
        .addAnswer()
        .setValue(Canonicals.code("outcome", "goes-well"));
    return response;
  }

  /**
   * The head of every response.
   *
   * @param key says that two posts are the same one: an EPD that got no answer posts again with it
   */
  static QuestionnaireResponse begin(Encounter encounter, Date authored, String key) {
    return new QuestionnaireResponse()
        .setIdentifier(
            new Identifier().setSystem("https://demo-epd.example/fhir/response").setValue(key))
        .setQuestionnaire(Canonicals.QUESTIONNAIRE)
        .setStatus(QuestionnaireResponseStatus.COMPLETED)
        .setSubject(new Reference(encounter.getSubject().getReference()))
        .setEncounter(new Reference("Encounter/" + encounter.getIdPart()))
        .setAuthored(authored)
        .setAuthor(new Reference(Staff.USER.reference()));
  }
}
