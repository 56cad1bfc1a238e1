package nl.kindcheck.service.kindcheck;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Amending;
import nl.kindcheck.core.rule.Attention;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.Completeness;
import nl.kindcheck.core.rule.CompletenessRule;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Recording;
import nl.kindcheck.core.rule.Standing;
import nl.kindcheck.fhir.MissingItems;
import nl.kindcheck.fhir.Reading;
import nl.kindcheck.fhir.ResponseReader;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.family.Responses;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Records a Kindcheck: reads it, says what it is worth (F1), and writes statements, response,
 * projection and task in one transaction. Sent a second time with the same identifier it gives the
 * same result.
 */
@Component
public class KindcheckRecorder {

  private final TenantSql sql;
  private final FamilyRecord record;
  private final Responses responses;
  private final ResponseReader reader;
  private final Policies policies;
  private final OpenChecks openChecks;
  private final DomainClock clock;
  private final FhirContext fhir;

  KindcheckRecorder(
      TenantSql sql,
      FamilyRecord record,
      Responses responses,
      ResponseReader reader,
      Policies policies,
      OpenChecks openChecks,
      DomainClock clock,
      FhirContext fhir) {
    this.sql = sql;
    this.record = record;
    this.responses = responses;
    this.reader = reader;
    this.policies = policies;
    this.openChecks = openChecks;
    this.clock = clock;
    this.fhir = fhir;
  }

  /**
   * Records a new response.
   *
   * @throws Refused 422 with every fault where it is not valid; 409 where its identifier was used
   *     for other content
   */
  public Recorded record(TenantId tenant, QuestionnaireResponse response) {
    refuseWrongHead(tenant, response, null);
    String patient = Incoming.patient(response);
    String identifier = Incoming.identifier(response);
    String body = fhir.newJsonParser().encodeResourceToString(response);
    byte[] hash = Incoming.contentHash(body);
    return sql.inTransaction(
        tenant,
        () -> {
          FamilyHead head = record.take(tenant, patient);
          Optional<RecordedResponse> before =
              identifier == null ? Optional.empty() : responses.byIdentifier(tenant, identifier);
          if (before.isPresent()) {
            return repeated(tenant, before.get(), hash);
          }
          ResponseId id = new ResponseId(UUID.randomUUID());
          return append(tenant, head, response, new Version(id, 1, identifier, body, hash), null);
        });
  }

  /**
   * Every fault of a response, also where it does not say of whom it is; records nothing.
   *
   * @param amends the response that it would amend; null for a new one
   */
  public List<Refused.Fault> faults(
      TenantId tenant, QuestionnaireResponse response, @Nullable ResponseId amends) {
    List<Refused.Fault> faults = new ArrayList<>(Incoming.faults(response, amends != null));
    boolean ofSomebody = Incoming.hasPatient(response);
    Family known = ofSomebody ? known(tenant, Incoming.patient(response)) : Family.of(List.of());
    LocalDate today = clock.today();
    ResponseId id = amends == null ? new ResponseId(UUID.randomUUID()) : amends;
    Reading reading =
        reader.read(
            response, id, known, policies.on(tenant, today), today, firstDay(tenant, amends));
    if (reading instanceof Reading.Refused refused) {
      // Of nobody no child is known; that says nothing of the id of a child.
      of(refused).stream()
          .filter(f -> ofSomebody || !f.code().equals("response.unknown-child"))
          .forEach(faults::add);
    }
    return faults.stream().distinct().toList();
  }

  private void refuseWrongHead(
      TenantId tenant, QuestionnaireResponse response, @Nullable ResponseId amends) {
    if (!Incoming.faults(response, amends != null).isEmpty()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, faults(tenant, response, amends));
    }
  }

  private Family known(TenantId tenant, String patient) {
    return sql.inTransaction(tenant, () -> record.family(tenant, patient));
  }

  /** The day of the conversation as it was first recorded; null where nothing is amended. */
  private @Nullable LocalDate firstDay(TenantId tenant, @Nullable ResponseId amends) {
    return amends == null
        ? null
        : sql.inTransaction(tenant, () -> responses.version(tenant, amends, 1))
            .map(first -> first.check().on())
            .orElse(null);
  }

  /** What a response would be worth, and where in it something is still missing. */
  public record Weighed(
      Decision<Completeness> completeness, List<String> missing, Conversation conversation) {}

  /**
   * Says what a response would be worth, and records nothing.
   *
   * @param amends the response that it would amend; null for a new one
   * @throws Refused 422 with every fault where it is not valid
   */
  public Weighed weigh(
      TenantId tenant, QuestionnaireResponse response, @Nullable ResponseId amends) {
    refuseWrongHead(tenant, response, null);
    LocalDate today = clock.today();
    Policy policy = policies.on(tenant, today);
    ResponseId id = amends == null ? new ResponseId(UUID.randomUUID()) : amends;
    Family known = known(tenant, Incoming.patient(response));
    Conversation conversation = read(response, id, known, policy, today, firstDay(tenant, amends));
    List<Statement> all = new ArrayList<>(known.statements());
    all.addAll(Recording.statements(conversation, id, clock.now()));
    Decision<Completeness> worth = CompletenessRule.of(conversation, Family.of(all), policy);
    return new Weighed(
        worth,
        worth.outcome().missing().stream()
            .map(m -> MissingItems.expression(m, conversation))
            .toList(),
        conversation);
  }

  private Recorded repeated(TenantId tenant, RecordedResponse before, byte[] hash) {
    if (!Arrays.equals(before.contentHash(), hash)) {
      throw new Refused(
          HttpStatus.CONFLICT, "response.identifier-used", "QuestionnaireResponse.identifier");
    }
    return new Recorded(before, Incoming.asRecorded(before, policies.today(tenant)), true);
  }

  /**
   * Amends a response: a new version, and a correction for every statement that changed.
   *
   * @param expected the version that the sender read
   * @throws Refused 412 where somebody else amended it meanwhile; 422 where it is not valid, has
   *     another subject or gives no reason
   */
  public Recorded amend(
      TenantId tenant, ResponseId id, int expected, QuestionnaireResponse response) {
    refuseWrongHead(tenant, response, id);
    String patient = Incoming.patient(response);
    String reason = Incoming.amendmentReason(response);
    response.setStatus(QuestionnaireResponseStatus.AMENDED);
    String body = fhir.newJsonParser().encodeResourceToString(response);
    byte[] hash = Incoming.contentHash(body);
    return sql.inTransaction(
        tenant,
        () -> {
          FamilyHead head = record.take(tenant, patient);
          RecordedResponse last =
              responses
                  .latest(tenant, id)
                  .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "not-found", null));
          if (last.version() != expected) {
            throw new Refused(
                HttpStatus.PRECONDITION_FAILED, "response.changed-meanwhile", "If-Match");
          }
          if (!last.patient().equals(patient)) {
            throw new Refused(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "response.other-subject",
                "QuestionnaireResponse.subject");
          }
          Version version = new Version(id, last.version() + 1, last.identifier(), body, hash);
          return append(tenant, head, response, version, reason);
        });
  }

  /** The version that is being written, with what was received. */
  private record Version(
      ResponseId id, int number, @Nullable String identifier, String body, byte[] hash) {}

  private Recorded append(
      TenantId tenant,
      FamilyHead head,
      QuestionnaireResponse response,
      Version version,
      @Nullable String reason) {
    Instant now = head.recordAt(clock.now());
    LocalDate today = clock.today();
    Policy policy = policies.on(tenant, today);
    Family known = record.family(tenant, head.id());
    LocalDate first = firstDay(tenant, reason == null ? null : version.id());
    Conversation conversation = read(response, version.id(), known, policy, today, first);
    List<Statement> statements =
        reason == null
            ? Recording.statements(conversation, version.id(), now)
            : Amending.statements(
                conversation,
                version.id(),
                version.number(),
                now,
                record.inForce(tenant, head.id(), version.id()),
                reason);
    List<Statement> all = new ArrayList<>(known.statements());
    all.addAll(statements);
    Decision<Completeness> worth = CompletenessRule.of(conversation, Family.of(all), policy);
    RecordedResponse recorded = recorded(response, version, conversation, worth.outcome(), now);
    FamilyHead after = record.append(tenant, head, recorded, statements, policy);
    openChecks.follow(tenant, after, policy, today);
    return new Recorded(recorded, worth, false);
  }

  private Conversation read(
      QuestionnaireResponse response,
      ResponseId id,
      Family known,
      Policy policy,
      LocalDate today,
      @Nullable LocalDate first) {
    Reading reading = reader.read(response, id, known, policy, today, first);
    if (reading instanceof Reading.Read read) {
      return read.conversation();
    }
    throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, of((Reading.Refused) reading));
  }

  private static List<Refused.Fault> of(Reading.Refused refused) {
    return refused.faults().stream()
        .map(f -> new Refused.Fault(f.code(), f.expression(), f.facts()))
        .toList();
  }

  private RecordedResponse recorded(
      QuestionnaireResponse response,
      Version version,
      Conversation conversation,
      Completeness worth,
      Instant now) {
    boolean postponed = worth.standing() == Standing.CONSIDERED;
    Check check =
        new Check(
            version.id(),
            conversation.on(),
            worth.outcome(),
            worth.standing(),
            Attention.isRaisedBy(conversation, worth.outcome()),
            postponed ? conversation.postponedUntil() : null);
    return new RecordedResponse(
        version.id(),
        version.number(),
        Incoming.patient(response),
        Incoming.encounter(response),
        version.identifier(),
        version.hash(),
        version.body(),
        check,
        worth.missing().stream().map(m -> MissingItems.expression(m, conversation)).toList(),
        conversation.author(),
        now);
  }
}
