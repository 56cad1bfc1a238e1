package nl.kindcheck.service.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.core.disclosure.Asker;
import nl.kindcheck.core.disclosure.Destruction;
import nl.kindcheck.core.disclosure.DestructionStep;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Requests for destruction: asked, weighed, and refused or granted by a person. Nothing is
 * destroyed here; what is granted is carried out by a command of its own, under a login of its own.
 */
@Component
public class Destructions {

  private static final int LONGEST = 2_000;

  private final TenantSql sql;
  private final Requests requests;
  private final FamilyRecord record;
  private final HandedOut handedOut;
  private final Policies policies;
  private final DomainClock clock;

  Destructions(
      TenantSql sql,
      Requests requests,
      FamilyRecord record,
      HandedOut handedOut,
      Policies policies,
      DomainClock clock) {
    this.sql = sql;
    this.requests = requests;
    this.record = record;
    this.handedOut = handedOut;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * What is asked.
   *
   * @param id which makes a second sending of the same form recognisable
   * @param child whose part; null for the whole record
   * @param words in the words of whoever asked; may be blank
   * @param by who wrote it down
   */
  public record Asked(
      UUID id, String patient, @Nullable ChildId child, Asker asker, String words, String by) {}

  /**
   * Writes down a request.
   *
   * @throws Refused 422 where there is no such record or child, or the words hold a BSN
   */
  public void ask(TenantId tenant, Asked asked) {
    check(asked.words());
    sql.inTransaction(
        tenant,
        () -> {
          FamilyId family = FamilyId.of(tenant, asked.patient());
          ChildId child = asked.child();
          boolean known =
              record.byId(tenant, family).isPresent()
                  && (child == null || record.family(tenant, family).child(child).isPresent());
          if (!known) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "destruction.of-whom", "child");
          }
          Request request =
              new Request(
                  asked.id(), asked.patient(), child, asked.asker(), new Destruction(List.of()));
          return requests.append(
              tenant, request, entry(DestructionStep.ASKED, asked.words(), null, asked.by()));
        });
  }

  /** Those of a patient's record. */
  public List<Request> of(TenantId tenant, String patient) {
    return sql.inTransaction(tenant, () -> requests.of(tenant, patient));
  }

  /** Those that are not carried out: what was carried out is gone with the record. */
  public List<Request> all(TenantId tenant) {
    return sql.inTransaction(tenant, () -> requests.all(tenant));
  }

  /**
   * One of them.
   *
   * @throws Refused 404 where there is none of that id
   */
  public Request require(TenantId tenant, UUID id) {
    return find(tenant, id).orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "not-found", null));
  }

  Optional<Request> find(TenantId tenant, UUID id) {
    return sql.inTransaction(tenant, () -> requests.find(tenant, id));
  }

  /** What was handed out of what is to be destroyed, to whom nobody has told it yet. */
  public List<HandedOut.Given> untold(TenantId tenant, Request request) {
    List<HandedOut.Given> given = handedOut.concerning(tenant, request.patient(), request.child());
    Set<UUID> untold =
        request
            .course()
            .untold(
                given.stream().map(HandedOut.Given::id).toList(), policies.today(tenant).version())
            .outcome();
    return given.stream().filter(g -> untold.contains(g.id())).toList();
  }

  /**
   * Takes a step: weighing, refusing, granting.
   *
   * @param by the person who takes it
   * @throws Refused 404 where there is no such request; 422 where the step cannot be taken so; 409
   *     where somebody else decided meanwhile
   */
  public void take(TenantId tenant, UUID id, DestructionStep step, String words, String by) {
    check(words);
    sql.inTransaction(
        tenant,
        () -> {
          Request request = require(tenant, id);
          fault(request, step, words);
          if (!requests.append(tenant, request, entry(step, words, null, by))) {
            throw new Refused(HttpStatus.CONFLICT, "destruction.decided-before", "step");
          }
          return id;
        });
  }

  /**
   * Notes that somebody was told to whom something was handed out.
   *
   * @throws Refused 404 where nothing of that id was handed out of this record
   */
  public void told(TenantId tenant, UUID id, UUID given, String by) {
    sql.inTransaction(
        tenant,
        () -> {
          Request request = require(tenant, id);
          fault(request, DestructionStep.TOLD, "");
          List<HandedOut.Given> untold = untold(tenant, request);
          boolean known =
              handedOut.concerning(tenant, request.patient(), request.child()).stream()
                  .anyMatch(g -> g.id().equals(given));
          if (!known) {
            throw new Refused(HttpStatus.NOT_FOUND, "not-found", null);
          }
          return untold.stream().noneMatch(g -> g.id().equals(given))
              || requests.append(tenant, request, entry(DestructionStep.TOLD, "", given, by));
        });
  }

  private static void fault(Request request, DestructionStep step, String words) {
    request.course().faults(step, words).stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, code(fault), "words");
            });
  }

  private static String code(Destruction.Fault fault) {
    return switch (fault) {
      case DECIDED_BEFORE -> "destruction.decided-before";
      case NOT_WEIGHED -> "destruction.not-weighed";
      case NO_WORDS -> "destruction.no-words";
      case NOT_GRANTED -> "destruction.not-granted";
    };
  }

  private static void check(String words) {
    if (words.length() > LONGEST) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "destruction.too-long", "words");
    }
    if (Bsn.hiddenIn(words)) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "plausibility.bsn", "words");
    }
  }

  private Destruction.Entry entry(
      DestructionStep step, String words, @Nullable UUID told, String by) {
    return new Destruction.Entry(
        step, words.isBlank() ? null : words.strip(), told, by, clock.now());
  }
}
