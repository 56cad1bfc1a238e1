package nl.kindcheck.service.cdshooks;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.SharedTrips;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every call leaves behind: its line here and in the log, its used token, and the card that
 * was shown. Ids and rules, never content. All of it is one trip, made before the answer leaves.
 */
@Component
class Ledger {

  private final TenantSql sql;
  private final SharedTrips shared;
  private final DomainClock clock;
  private final AuditTrail trail;
  private final JsonMapper json = new JsonMapper();

  Ledger(TenantSql sql, SharedTrips shared, DomainClock clock, AuditTrail trail) {
    this.sql = sql;
    this.shared = shared;
    this.clock = clock;
    this.trail = trail;
  }

  /** Adds what marks the call's token as used: a trip with a used one writes nothing at all. */
  private static void useToken(OneTrip trip, Call call) {
    Caller.OneCall token = call.caller().token();
    if (token != null) {
      trip.write(
          "INSERT INTO token_seen (tenant_id, jti, expires_at) VALUES (?, ?, ?)",
          call.caller().tenant().value(),
          token.jti(),
          token.expires().atOffset(ZoneOffset.UTC));
    }
  }

  /**
   * Makes a trip with the line of the call in it, and the card that is shown with the rules behind
   * it.
   *
   * @param appends whether the trip only appends
   * @throws Unauthorized where the token was used before; nothing but a line that says so is
   *     written then
   */
  void write(
      OneTrip trip,
      boolean appends,
      Call call,
      HookRequest request,
      FamilyHead head,
      @Nullable Card card,
      List<String> rules)
      throws Unauthorized {
    Card shown = call.late() ? null : card;
    String outcome = call.late() ? "late" : card == null ? "no-card" : "card";
    line(trip, call, request, outcome, new Shown(head.id().value(), shown, rules));
    make(trip, appends, call, request);
  }

  /**
   * Writes the line of a call that shows no card: discovery, feedback, a refusal, or one that could
   * not be answered.
   *
   * @throws Unauthorized where the token was used before
   */
  void write(Call call, @Nullable HookRequest request, String outcome) throws Unauthorized {
    OneTrip trip = new OneTrip();
    line(trip, call, request, outcome, Shown.NOTHING);
    make(trip, true, call, request);
  }

  private void make(OneTrip trip, boolean appends, Call call, @Nullable HookRequest request)
      throws Unauthorized {
    TenantId tenant = call.caller().tenant();
    useToken(trip, call);
    try {
      if (appends) {
        shared.make(tenant, trip);
      } else {
        trip.run(sql, tenant);
      }
    } catch (DuplicateKeyException e) {
      OneTrip again = new OneTrip();
      line(again, call, request, "replayed", Shown.NOTHING);
      again.run(sql, tenant);
      throw new Unauthorized("jti");
    }
  }

  /** Of whom, and what: ids and rules. */
  private record Shown(@Nullable UUID family, @Nullable Card card, List<String> rules) {

    static final Shown NOTHING = new Shown(null, null, List.of());
  }

  private void line(
      OneTrip trip, Call call, @Nullable HookRequest request, String outcome, Shown shown) {
    UUID family = shown.family();
    Card card = shown.card();
    trail.add(trip, Logged.line(trail, call, request, outcome));
    trip.write(
        """
        INSERT INTO hook_call (tenant_id, call_id, at, kind, hook_instance, family_id, encounter_ref, user_ref, outcome, card_id,
          reasons, millis)
        VALUES (?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?::uuid, ?::jsonb, ?)\
        """,
        call.caller().tenant().value(),
        call.id(),
        clock.now().atOffset(ZoneOffset.UTC),
        call.kind(),
        request == null ? null : request.instance(),
        family == null ? null : family.toString(),
        request == null ? null : request.encounterReference(),
        request == null ? null : request.user(),
        outcome,
        card == null ? null : card.uuid(),
        card == null ? null : json.writeValueAsString(shown.rules()),
        call.millis());
  }
}
