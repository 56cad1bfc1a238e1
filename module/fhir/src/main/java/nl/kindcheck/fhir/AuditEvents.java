package nl.kindcheck.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** A line of the log as FHIR's AuditEvent. The map is described in docs/audit.md. */
public final class AuditEvents {

  private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String OBJECT_TYPE =
      "http://terminology.hl7.org/CodeSystem/audit-entity-type";
  private static final String OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
  private static final String PARTICIPATION =
      "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
  private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
  private static final String REFUSED = "refuse";
  private static final String EMERGENCY = "emergency";

  private AuditEvents() {}

  public static AuditEvent of(AuditEventView view) {
    AuditEvent event = new AuditEvent();
    event.setId(view.id());
    event.getMeta().addTag(ours("audit-seal", view.sealed() ? "sealed" : "not-sealed-yet"));
    event.setType(type(view.event()));
    event.addSubtype(ours("audit-event", view.event()));
    event.setAction(action(view.event()));
    event.setRecorded(Date.from(view.at()));
    event.setOutcome(view.event().equals(REFUSED) ? AuditEventOutcome._4 : AuditEventOutcome._0);
    event.setOutcomeDesc(view.outcome());
    event.addPurposeOfEvent(new CodeableConcept(ours("audit-ground", view.ground())));
    if (view.ground().equals(EMERGENCY)) {
      event.addPurposeOfEvent(
          new CodeableConcept(new Coding(ACT_REASON, "BTG", "break the glass")));
    }
    user(event.addAgent(), view);
    event
        .addAgent()
        .setType(new CodeableConcept(new Coding(PARTICIPATION, "CST", "custodian")))
        .setRequestor(false)
        .setWho(new Reference().setIdentifier(new Identifier().setValue(view.responsible())));
    event.getSource().setSite(view.source()).setObserver(new Reference().setDisplay("Kindcheck"));
    patient(event, view);
    object(event.addEntity(), view);
    return event;
  }

  private static void user(AuditEventAgentComponent agent, AuditEventView view) {
    agent
        .addRole(new CodeableConcept(ours("role", view.role())))
        .setRequestor(true)
        .setWho(new Reference().setIdentifier(new Identifier().setValue(view.user())));
    if (view.address() != null) {
      agent.getNetwork().setAddress(view.address()).setType(AuditEventAgentNetworkType._2);
    }
  }

  private static void patient(AuditEvent event, AuditEventView view) {
    if (view.patientReference() != null) {
      event
          .addEntity()
          .setWhat(new Reference(view.patientReference()))
          .setType(new Coding(OBJECT_TYPE, "1", "Person"))
          .setRole(new Coding(OBJECT_ROLE, "1", "Patient"));
    }
  }

  private static void object(AuditEventEntityComponent entity, AuditEventView view) {
    entity.setType(new Coding(OBJECT_TYPE, "2", "System Object")).setName(view.object());
    if (view.reference() != null) {
      entity.setWhat(new Reference().setIdentifier(new Identifier().setValue(view.reference())));
    }
    view.parameters()
        .forEach(name -> entity.addDetail().setType("parameter").setValue(new StringType(name)));
  }

  private static Coding ours(String system, String code) {
    return new Coding().setSystem(Canonical.codeSystem(system)).setCode(code);
  }

  private static Coding type(String event) {
    return switch (event) {
      case "search" -> new Coding(DICOM, "110112", "Query");
      case "export" -> new Coding(DICOM, "110106", "Export");
      case "login", "logout", "launch" -> new Coding(DICOM, "110114", "User Authentication");
      case REFUSED, EMERGENCY -> new Coding(DICOM, "110113", "Security Alert");
      case "read-log" -> new Coding(DICOM, "110101", "Audit Log Used");
      default -> new Coding(DICOM, "110110", "Patient Record");
    };
  }

  private static AuditEventAction action(String event) {
    return switch (event) {
      case "create" -> AuditEventAction.C;
      case "read", "print", "export", "disclose", "read-log" -> AuditEventAction.R;
      case "correct" -> AuditEventAction.U;
      case "destroy" -> AuditEventAction.D;
      default -> AuditEventAction.E;
    };
  }
}
