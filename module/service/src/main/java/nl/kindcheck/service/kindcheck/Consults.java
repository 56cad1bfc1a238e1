package nl.kindcheck.service.kindcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Questions to the officer (F7): each is a task of the officer's, with a due date. */
@Component
public class Consults {

  /** In characters. */
  public static final int LONGEST = 5000;

  private final TenantSql sql;
  private final FamilyRecord record;
  private final CheckTasks tasks;
  private final Policies policies;
  private final DomainClock clock;

  Consults(
      TenantSql sql, FamilyRecord record, CheckTasks tasks, Policies policies, DomainClock clock) {
    this.sql = sql;
    this.record = record;
    this.tasks = tasks;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * Asks the officer.
   *
   * @param key chosen by whoever asks; sent a second time with the same key it is asked once
   * @param encounter a reference; null where it belongs to none
   * @param by who asks, as a reference of the EPD
   * @throws Refused 422 where the question is empty, too long, or hides a BSN; 409 where another
   *     question was sent with this key
   */
  public CheckTask ask(
      TenantId tenant,
      String patient,
      @Nullable String encounter,
      String by,
      UUID key,
      String question) {
    check(question);
    UUID id = UUID.nameUUIDFromBytes((tenant + " " + patient + " consult " + key).getBytes(UTF_8));
    return sql.inTransaction(
        tenant,
        () -> {
          FamilyHead head = record.take(tenant, patient);
          CheckTask before = tasks.byId(tenant, id).orElse(null);
          if (before == null) {
            return open(tenant, head, id, encounter, by, question);
          }
          if (before.question() == null || !before.question().text().equals(question)) {
            throw new Refused(HttpStatus.CONFLICT, "consult.sent-before", "question");
          }
          return before;
        });
  }

  /**
   * The questions about a patient that are open, the earliest due first.
   *
   * @return what they are, once the trip was made
   */
  public Supplier<List<CheckTask>> open(OneTrip trip, TenantId tenant, String patient) {
    OneTrip.Part<List<CheckTask>> open =
        CheckTasks.open(trip, tenant, FamilyId.of(tenant, patient));
    return () -> consults(open.result());
  }

  private static List<CheckTask> consults(List<CheckTask> open) {
    return open.stream()
        .filter(task -> task.kind() == CheckTask.Kind.CONSULT)
        .sorted(Comparator.comparing(CheckTask::due).thenComparing(CheckTask::createdAt))
        .toList();
  }

  /** A question about a patient, as it was asked. */
  public Optional<CheckTask> asked(TenantId tenant, String patient, UUID id) {
    return sql.inTransaction(tenant, () -> tasks.byId(tenant, id))
        .filter(task -> task.patient().equals(patient) && task.question() != null);
  }

  private CheckTask open(
      TenantId tenant,
      FamilyHead head,
      UUID id,
      @Nullable String encounter,
      String by,
      String question) {
    Instant now = clock.now();
    Policy policy = policies.today(tenant);
    CheckTask task =
        new CheckTask(
            id,
            head.id(),
            head.patient(),
            CheckTask.Kind.CONSULT,
            CheckTask.Status.REQUESTED,
            new Owner.Role(policy.escalationRole()),
            "owner.consult",
            clock.today().plusDays(policy.windows().overdueAfter()),
            encounter,
            now,
            now,
            new CheckTask.Question(question, by));
    tasks.append(tenant, task);
    return task;
  }

  private static void check(String question) {
    if (question.isBlank()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "consult.empty", "question");
    }
    if (question.codePointCount(0, question.length()) > LONGEST) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "consult.too-long", "question");
    }
    if (Bsn.hiddenIn(question)) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "consult.bsn", "question");
    }
  }
}
