package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.CareEvent.SignalledBy;
import nl.kindcheck.fhir.Canonical;
import nl.kindcheck.fhir.Primitives;
import nl.kindcheck.service.kindcheck.Signals;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Takes the signal "this parent needs a Kindcheck". It says of which patient and from what kind of
 * sender; what a sender would add about the family has no place here and is refused, so that nobody
 * believes it was recorded.
 */
@Component
public class CommunicationProvider implements IResourceProvider {

  private static final String TYPE = "Communication";
  private static final Set<String> TEXTS = Set.of("string", "markdown", "xhtml", "base64Binary");
  private static final Pattern PATIENT = Pattern.compile("Patient/[A-Za-z0-9\\-.]{1,64}");

  private final Signals signals;
  private final Granted granted;

  CommunicationProvider(Signals signals, Granted granted) {
    this.signals = signals;
    this.granted = granted;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Communication.class;
  }

  @Create
  public MethodOutcome create(@ResourceParam Communication received) {
    TenantId tenant = granted.write(Interaction.CREATE, received).tenant();
    String subject = received.getSubject().getReference();
    if (subject == null || !PATIENT.matcher(subject).matches()) {
      throw refused("signal.subject", "Communication.subject");
    }
    if (received.getStatus() != CommunicationStatus.COMPLETED) {
      throw refused("signal.status", "Communication.status");
    }
    if (received.hasPayload() || received.hasNote() || received.hasText()) {
      throw refused("signal.payload", "Communication.payload");
    }
    Primitives.of(
        received,
        (path, in, value) -> {
          boolean names =
              path.startsWith("Communication.identifier") || path.endsWith(".reference");
          if (TEXTS.contains(value.fhirType()) && !names) {
            throw refused("signal.payload", path);
          }
        });
    if (coded(received.getReasonCode(), "communication")
        .filter("kindcheck-wanted"::equals)
        .isEmpty()) {
      throw refused("signal.reason", "Communication.reasonCode");
    }
    SignalledBy by =
        coded(received.getCategory(), "signalled-by")
            .flatMap(code -> Coded.find(SignalledBy.class, code))
            .orElseThrow(() -> refused("signal.category", "Communication.category"));
    UUID id = signals.take(tenant, subject, by, identifier(received));
    received.setId(new IdType(TYPE, id.toString()));
    // Without the id of the outcome there is no Location: it cannot be read back.
    return new MethodOutcome().setCreated(true).setResource(received);
  }

  private static String identifier(Communication received) {
    if (!received.hasIdentifier() || !received.getIdentifierFirstRep().hasValue()) {
      throw refused("signal.identifier", "Communication.identifier");
    }
    var first = received.getIdentifierFirstRep();
    return first.getSystem() + "|" + first.getValue();
  }

  private static Optional<String> coded(List<CodeableConcept> concepts, String codeSystem) {
    return concepts.stream()
        .flatMap(concept -> concept.getCoding().stream())
        .filter(coding -> Canonical.codeSystem(codeSystem).equals(coding.getSystem()))
        .map(coding -> String.valueOf(coding.getCode()))
        .findFirst();
  }

  private static Refused refused(String code, String field) {
    return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, code, field);
  }
}
