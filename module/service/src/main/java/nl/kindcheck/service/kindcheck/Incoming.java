package nl.kindcheck.service.kindcheck;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Completeness;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.fhir.Canonical;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.platform.Refused;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a received response says about itself: whose it is, which encounter it belongs to, how it is
 * recognised.
 */
final class Incoming {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern PATIENT = Pattern.compile("Patient/[A-Za-z0-9\\-.]{1,64}");

  private static final Pattern ENCOUNTER = Pattern.compile("Encounter/[A-Za-z0-9\\-.]{1,64}");

  private Incoming() {}

  /**
   * @throws Refused 422 where there is no reference to a patient of the EPD
   */
  static String patient(QuestionnaireResponse response) {
    String reference = response.getSubject().getReference();
    if (reference == null || !PATIENT.matcher(reference).matches()) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT, "response.subject", "QuestionnaireResponse.subject");
    }
    if (response.hasContained()) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "response.contained",
          "QuestionnaireResponse.contained");
    }
    return reference;
  }

  /**
   * @throws Refused 422 where it refers to anything else than an encounter of the EPD
   */
  static @Nullable String encounter(QuestionnaireResponse response) {
    if (!response.hasEncounter()) {
      return null;
    }
    String reference = response.getEncounter().getReference();
    if (reference == null || !ENCOUNTER.matcher(reference).matches()) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "response.encounter",
          "QuestionnaireResponse.encounter");
    }
    return reference;
  }

  static @Nullable String identifier(QuestionnaireResponse response) {
    if (!response.hasIdentifier() || !response.getIdentifier().hasValue()) {
      return null;
    }
    String system = response.getIdentifier().getSystem();
    return (system == null ? "" : system) + "|" + response.getIdentifier().getValue();
  }

  /**
   * @throws Refused 422 where there is none: a correction needs a reason
   */
  static String amendmentReason(QuestionnaireResponse response) {
    Extension reason =
        response.getExtensionByUrl(Canonical.structureDefinition("amendment-reason"));
    String text =
        reason == null ? "" : reason.getValue() == null ? "" : reason.getValue().primitiveValue();
    if (text == null || text.isBlank()) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "response.amendment-reason",
          "QuestionnaireResponse.extension('amendment-reason')");
    }
    return text;
  }

  /**
   * Over what the sender said: without the id and the meta that a server fills in.
   *
   * @param body the response as JSON
   */
  static byte[] contentHash(String body) {
    ObjectNode said = (ObjectNode) JSON.readTree(body);
    said.remove(List.of("id", "meta"));
    try {
      return MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(said));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was decided when it was recorded. */
  static Decision<Completeness> asRecorded(RecordedResponse r, Policy policy) {
    return Decision.of(
        new Completeness(r.check().standing(), r.check().outcome(), List.of()),
        new Reason(
            "completeness." + r.check().standing().code(),
            Map.of("outcome", r.check().outcome().code()),
            "F1",
            policy.version()));
  }
}
