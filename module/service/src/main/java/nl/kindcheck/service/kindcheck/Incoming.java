package nl.kindcheck.service.kindcheck;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
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
   * What is wrong with all this, every fault at once.
   *
   * @param amends whether it is an amendment, which gives its reason
   */
  static List<Refused.Fault> faults(QuestionnaireResponse response, boolean amends) {
    List<Refused.Fault> faults = new ArrayList<>();
    if (!hasPatient(response)) {
      faults.add(fault("response.subject", "subject"));
    }
    if (response.hasContained()) {
      faults.add(fault("response.contained", "contained"));
    }
    String encounter = response.getEncounter().getReference();
    if (response.hasEncounter() && (encounter == null || !ENCOUNTER.matcher(encounter).matches())) {
      faults.add(fault("response.encounter", "encounter"));
    }
    if (amends && amendmentReason(response).isBlank()) {
      faults.add(fault("response.amendment-reason", "extension('amendment-reason')"));
    }
    return faults;
  }

  private static Refused.Fault fault(String code, String element) {
    return new Refused.Fault(code, "QuestionnaireResponse." + element, Map.of());
  }

  /** Whether it refers to a patient of the EPD. */
  static boolean hasPatient(QuestionnaireResponse response) {
    String reference = response.getSubject().getReference();
    return reference != null && PATIENT.matcher(reference).matches();
  }

  static String patient(QuestionnaireResponse response) {
    return response.getSubject().getReference();
  }

  static @Nullable String encounter(QuestionnaireResponse response) {
    return response.hasEncounter() ? response.getEncounter().getReference() : null;
  }

  static @Nullable String identifier(QuestionnaireResponse response) {
    if (!response.hasIdentifier() || !response.getIdentifier().hasValue()) {
      return null;
    }
    String system = response.getIdentifier().getSystem();
    return (system == null ? "" : system) + "|" + response.getIdentifier().getValue();
  }

  /** Blank where there is none. */
  static String amendmentReason(QuestionnaireResponse response) {
    Extension reason =
        response.getExtensionByUrl(Canonical.structureDefinition("amendment-reason"));
    String text =
        reason == null || reason.getValue() == null ? null : reason.getValue().primitiveValue();
    return text == null ? "" : text;
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
