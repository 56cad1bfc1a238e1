package nl.kindcheck.service.fhirapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.fhir.KindcheckForm;
import nl.kindcheck.fhir.ResponseReader;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Jazzer feeds: a response, from its bytes to the statements of a family. Whatever it is, it
 * is read or refused.
 */
public final class ResponseFuzz {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Policy POLICY = Policy.standard();
  private static final FhirContext FHIR = FhirContext.forR4();
  private static final ResponseReader READER = new ResponseReader(KindcheckForm.load(FHIR));
  private static final ResponseId ID =
      new ResponseId(UUID.fromString("11111111-1111-4111-8111-111111111111"));

  private ResponseFuzz() {}

  public static void fuzzerTestOneInput(byte[] body) {
    try {
      JsonNode json = StrictJson.object(body);
      if (!json.path("resourceType").asString("").equals("QuestionnaireResponse")) {
        return;
      }
      ObjectNode resource = (ObjectNode) json;
      JsonShape.takeOutUnreadable(FHIR, resource);
      QuestionnaireResponse response =
          FHIR.newJsonParser()
              .setParserErrorHandler(new ParsingFaults(true))
              .parseResource(
                  QuestionnaireResponse.class,
                  new String(resource.toString().getBytes(UTF_8), UTF_8));
      READER.read(response, ID, Family.of(List.of()), POLICY, TODAY, null);
      FHIR.newJsonParser().encodeResourceToString(response);
    } catch (Refused refused) {
      if (refused.status().is5xxServerError()) {
        throw refused;
      }
    } catch (DataFormatException e) {
      // Worded as a refusal by the endpoint.
    }
  }
}
