package nl.kindcheck.service.cdshooks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Ownership;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.family.CareSeen;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyHeads;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.kindcheck.OpenChecks;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Traces;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Answers a hook: one row read, the rules, and what the call must leave behind (the ledger line,
 * the used token, the card, what was seen of care) written in one short transaction.
 */
@Component
class HookAnswers {

  private static final Logger log = LoggerFactory.getLogger(HookAnswers.class);

  private final Prefetch prefetch;
  private final FamilyHeads heads;
  private final FamilyRecord record;
  private final OpenChecks openChecks;
  private final Policies policies;
  private final Cards cards;
  private final Ledger ledger;
  private final TenantSql sql;
  private final DomainClock clock;
  private final AuditTrail trail;

  HookAnswers(
      Prefetch prefetch,
      FamilyHeads heads,
      FamilyRecord record,
      OpenChecks openChecks,
      Policies policies,
      Cards cards,
      Ledger ledger,
      TenantSql sql,
      DomainClock clock,
      AuditTrail trail) {
    this.prefetch = prefetch;
    this.heads = heads;
    this.record = record;
    this.openChecks = openChecks;
    this.policies = policies;
    this.cards = cards;
    this.ledger = ledger;
    this.sql = sql;
    this.clock = clock;
    this.trail = trail;
  }

  /**
   * The cards for a call: at most one.
   *
   * @throws Unauthorized where the token was used before
   * @throws Prefetch.Late where the EPD did not give in time what is needed
   */
  List<Card> answer(Call call, HookRequest request, Locale locale)
      throws Unauthorized, Prefetch.Late {
    TenantId tenant = call.caller().tenant();
    Instant now = clock.now();
    LocalDate today = clock.today();
    Policy policy = policies.on(tenant, today);
    HookFacts facts = prefetch.facts(request, call.caller(), policy, left(call));
    List<CareSeen> seen = facts.seen(request, policy, today);

    FamilyHeads.Known known = heads.before(tenant, request.patientReference(), seen);
    FamilyHead before = known.head();
    FamilyHead after = heads.after(before, seen);
    Decision<Recurrence> recurrence = Recurrences.decide(after.state(), policy, today);
    Decision<Owner> owner =
        Ownership.of(
            after.intaker(),
            after.careManager(),
            after.state(),
            recurrence.outcome(),
            today,
            policy);
    if (isUncertain(recurrence.outcome(), facts)) {
      ledger.write(call, request, "undetermined");
      return List.of(cards.undetermined(call.id(), locale));
    }
    Card card = cards.of(tenant, request, after, recurrence, owner, today, locale);

    OneTrip trip = new OneTrip();
    OneTrip.Part<Integer> row = heads.add(trip, tenant, known, after, seen, policy, now);
    ledger.write(trip, row == null, call, request, after, card, Cards.rules(recurrence));
    if (row != null && row.result() == 0) {
      afterwards(call, request, () -> rebuild(tenant, request, policy));
    }
    if (recurrence.outcome().status() == Recurrence.Status.STOPPED || movesTheTask(before, after)) {
      afterwards(call, request, () -> followTheTask(tenant, request, policy, today));
    }
    return card == null ? List.of() : List.of(card);
  }

  /**
   * The answer stands already and its token is used: where this fails, the next call does it again.
   */
  private void afterwards(Call call, HookRequest request, Supplier<Boolean> work) {
    try {
      trail.as(Deed.of(Event.HOOK, call.kind(), null), Logged.who(call, request), work);
    } catch (RuntimeException e) {
      log.error("What follows an answer could not be written", Traces.withoutMessages(e));
    }
  }

  /** Another owner, or care that opened or closed: the open task follows. */
  private static boolean movesTheTask(FamilyHead before, FamilyHead after) {
    return before.version() > 0
        && !(Objects.equals(before.intaker(), after.intaker())
            && Objects.equals(before.careManager(), after.careManager())
            && before.state().care().equals(after.state().care()));
  }

  /**
   * A pause that was known before says nothing where the episodes of today cannot be had: the
   * patient may be back in care.
   */
  private static boolean isUncertain(Recurrence recurrence, HookFacts facts) {
    return recurrence.status() == Recurrence.Status.PAUSED
        && facts.episodes().isEmpty()
        && !facts.allEpisodes();
  }

  private static Duration left(Call call) {
    return Duration.ofNanos(Math.max(1, call.deadline() - System.nanoTime()));
  }

  /**
   * Somebody wrote the row meanwhile; what was seen is appended already, so the row follows from
   * all of it.
   */
  private boolean rebuild(TenantId tenant, HookRequest request, Policy policy) {
    return sql.inTransaction(
        tenant,
        () -> {
          FamilyHead head = record.take(tenant, request.patientReference());
          record.refresh(tenant, head, policy, clock.now());
          return true;
        });
  }

  private boolean followTheTask(
      TenantId tenant, HookRequest request, Policy policy, LocalDate today) {
    return sql.inTransaction(
        tenant,
        () -> {
          FamilyHead head = record.take(tenant, request.patientReference());
          openChecks.follow(tenant, head, policy, today);
          return true;
        });
  }
}
