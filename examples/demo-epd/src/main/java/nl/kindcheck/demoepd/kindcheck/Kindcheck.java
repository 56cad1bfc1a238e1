package nl.kindcheck.demoepd.kindcheck;

import static nl.kindcheck.demoepd.service.ServiceCalls.FHIR_JSON;

import ca.uhn.fhir.context.FhirContext;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import nl.kindcheck.demoepd.service.Reply;
import nl.kindcheck.demoepd.service.ServiceCalls;
import nl.kindcheck.demoepd.service.ServiceCalls.Patience;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks Kindcheck over FHIR. */
@Component
public class Kindcheck {

  private final ServiceCalls service;
  private final FhirContext fhir;

  Kindcheck(ServiceCalls service, FhirContext fhir) {
    this.service = service;
    this.fhir = fhir;
  }

  /** How it stands with the Kindcheck of a patient. */
  public Reply<KindcheckStatus> status(String patient, Locale locale) {
    String path = "/fhir/Patient/" + patient + "/$kindcheck-status";
    return service
        .get(path, FHIR_JSON, Patience.HOOK, locale)
        .read(body -> KindcheckStatus.of(read(Parameters.class, body)));
  }

  /**
   * May this encounter be closed? With a postponement the same question puts the Kindcheck off. The
   * whole encounter goes along, so that the service need not have seen it before.
   */
  public Reply<Verdict> gate(
      Encounter encounter, @Nullable Postponement postponement, Locale locale) {
    Parameters question = new Parameters();
    question.addParameter().setName("encounter").setResource(encounter);
    if (postponement != null) {
      question.addParameter("postpone-reason", new StringType(postponement.reason()));
      question.addParameter("postpone-until", new DateType(postponement.until().toString()));
    }
    return service
        .post(
            "/fhir/Encounter/$kindcheck-gate",
            FHIR_JSON,
            write(question),
            Patience.OPERATION,
            locale)
        .read(body -> Verdict.of(read(Parameters.class, body)));
  }

  /**
   * Records what a bare tick says, the way a form with one checkbox does it today.
   *
   * @return what the service misses: it keeps such a response and does not count it
   */
  public Reply<List<String>> recordTick(Encounter encounter, Date authored, Locale locale) {
    return service
        .post(
            "/fhir/QuestionnaireResponse",
            FHIR_JSON,
            write(BareTick.of(encounter, authored)),
            Patience.OPERATION,
            locale)
        .read(this::missing);
  }

  private List<String> missing(String body) {
    IBaseResource answer = fhir.newJsonParser().parseResource(body);
    if (answer instanceof OperationOutcome outcome) {
      return outcome.getIssue().stream().map(Kindcheck::words).toList();
    }
    return List.of();
  }

  private static String words(OperationOutcomeIssueComponent issue) {
    if (issue.getDetails().hasText()) {
      return issue.getDetails().getText();
    }
    return issue.hasDiagnostics() ? issue.getDiagnostics() : issue.getCode().toCode();
  }

  private <T extends Resource> T read(Class<T> type, String body) {
    return fhir.newJsonParser().parseResource(type, body);
  }

  private String write(Resource resource) {
    return fhir.newJsonParser().encodeResourceToString(resource);
  }
}
