package nl.kindcheck.service.kindcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.EncounterFacts;
import nl.kindcheck.core.rule.EncounterFacts.Place;
import nl.kindcheck.core.rule.Gate;
import nl.kindcheck.core.rule.Moments;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.fhir.Canonical;
import nl.kindcheck.fhir.EncounterPicture;
import nl.kindcheck.fhir.KindcheckForm;
import nl.kindcheck.service.family.CareSeen;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.family.Responses;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Answers whether an encounter may be closed, and takes a postponement in the same step
 * (requirements 4.1).
 */
@Component
public class EncounterGate {

  /** Which parameter each part of the response is made of. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "QuestionnaireResponse.subject", "encounter.subject",
          "QuestionnaireResponse.encounter", "encounter.id",
          "QuestionnaireResponse.author", "author",
          "QuestionnaireResponse.item[1]", "postpone-reason",
          "QuestionnaireResponse.item[2]", "postpone-until");

  private final TenantSql sql;
  private final FamilyRecord record;
  private final Responses responses;
  private final KindcheckRecorder recorder;
  private final KindcheckForm form;
  private final Policies policies;
  private final DomainClock clock;

  EncounterGate(
      TenantSql sql,
      FamilyRecord record,
      Responses responses,
      KindcheckRecorder recorder,
      KindcheckForm form,
      Policies policies,
      DomainClock clock) {
    this.sql = sql;
    this.record = record;
    this.responses = responses;
    this.recorder = recorder;
    this.form = form;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * @param moment what the encounter is
   * @param answer whether it may be closed, and why
   * @param missing what the last recorded check of this encounter still lacks, as FHIRPath
   */
  public record Answer(
      Decision<Moment> moment, Decision<Gate.Answer> answer, Policy policy, List<String> missing) {}

  /**
   * A postponement that frees the gate.
   *
   * @param author who postpones, as a reference of the EPD
   */
  public record Postponement(String reason, LocalDate until, String author) {}

  /**
   * Asks the gate about an encounter.
   *
   * @param postponement null where nothing is postponed
   * @throws Refused 422 where the postponement's date does not fit
   */
  public Answer ask(
      TenantId tenant, EncounterPicture encounter, @Nullable Postponement postponement) {
    String reference = "Encounter/" + encounter.id();
    return sql.inTransaction(
        tenant,
        () -> {
          if (postponement != null) {
            postpone(tenant, asResponse(encounter, reference, postponement));
          }
          LocalDate today = clock.today();
          Policy policy = policies.on(tenant, today);
          FamilyHead head = record.known(tenant, encounter.subject());
          Optional<CareSeen> seen = record.seen(tenant, head.id(), reference);
          Decision<Moment> moment = Moments.of(facts(encounter, seen), policy);
          LocalDate on =
              encounter.start() != null ? encounter.start() : seen.map(CareSeen::on).orElse(today);
          Decision<Gate.Answer> answer =
              Gate.mayClose(moment.outcome(), on, head.state(), policy, today);
          return new Answer(moment, answer, policy, missing(tenant, encounter, reference));
        });
  }

  private void postpone(TenantId tenant, QuestionnaireResponse response) {
    try {
      recorder.record(tenant, response);
    } catch (Refused refused) {
      throw new Refused(
          refused.status(),
          refused.faults().stream()
              .map(f -> new Refused.Fault(f.code(), parameter(f.field()), f.facts()))
              .toList());
    }
  }

  /** The caller gave parameters and no response: a fault is named by the one it stands in. */
  private static @Nullable String parameter(@Nullable String place) {
    return PARAMETERS.entrySet().stream()
        .filter(p -> place != null && place.startsWith(p.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(place);
  }

  /** The mapping needs the place in the episode; we know it from when the encounter was started. */
  private static EncounterFacts facts(EncounterPicture e, Optional<CareSeen> seen) {
    boolean first = seen.map(s -> s.moment() == Moment.INTAKE).orElse(false);
    return new EncounterFacts(
        e.status(),
        e.encounterClass(),
        e.types(),
        e.serviceTypes(),
        first ? Place.FIRST : Place.UNKNOWN);
  }

  private List<String> missing(TenantId tenant, EncounterPicture encounter, String reference) {
    return responses
        .search(
            tenant,
            new Responses.ResponseSearch(
                encounter.subject(),
                reference,
                responses.newest(tenant, encounter.subject(), reference)),
            0,
            1)
        .stream()
        .findFirst()
        .map(RecordedResponse::missing)
        .orElse(List.of());
  }

  private QuestionnaireResponse asResponse(
      EncounterPicture encounter, String reference, Postponement p) {
    if (p.reason().isBlank()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "gate.reason", "postpone-reason");
    }
    QuestionnaireResponse response = new QuestionnaireResponse();
    response.setQuestionnaire(form.canonicalWithVersion());
    response.setStatus(QuestionnaireResponseStatus.COMPLETED);
    response.setSubject(new Reference(encounter.subject()));
    response.setEncounter(new Reference(reference));
    response.setAuthor(new Reference(p.author()));
    // A button that is pressed twice postpones once.
    String same = String.join("|", reference, p.author(), p.until().toString(), p.reason());
    LocalDate today = clock.today();
    response
        .getIdentifier()
        .setSystem(Canonical.postponement())
        .setValue(UUID.nameUUIDFromBytes((today + "|" + same).getBytes(UTF_8)).toString());
    response.setAuthoredElement(new DateTimeType(today.toString()));
    response
        .addItem()
        .setLinkId("outcome")
        .addAnswer()
        .setValue(new Coding(Canonical.codeSystem("outcome"), Outcome.POSTPONED.code(), null));
    response.addItem().setLinkId("reason").addAnswer().setValue(new StringType(p.reason()));
    response
        .addItem()
        .setLinkId("postponed-until")
        .addAnswer()
        .setValue(new DateType(p.until().toString()));
    return response;
  }
}
