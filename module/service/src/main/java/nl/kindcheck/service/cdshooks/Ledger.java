package nl.kindcheck.service.cdshooks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every call leaves behind: its line, its used token, and the card that was shown. Ids and
 * rules, never content.
 */
@Component
class Ledger {

  private static final String ALWAYS = "true";
  private static final String TOKEN_UNUSED = "EXISTS (SELECT 1 FROM jti)";

  private final TenantSql sql;
  private final DomainClock clock;
  private final JsonMapper json = new JsonMapper();

  Ledger(TenantSql sql, DomainClock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Adds what marks the call's token as used.
   *
   * @return SQL that holds exactly where it was not used before
   */
  String useToken(OneTrip trip, Call call) {
    Caller.OneCall token = call.caller().token();
    if (token == null) {
      return ALWAYS;
    }
    trip.with(
        "jti",
        """
        INSERT INTO token_seen (tenant_id, jti, expires_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1\
        """,
        call.caller().tenant().value(),
        token.jti(),
        token.expires().atOffset(ZoneOffset.UTC));
    return TOKEN_UNUSED;
  }

  boolean tokenWasUsed(Call call, OneTrip.Counts written) {
    return call.caller().token() != null && written.of("jti") == 0;
  }

  /** Adds the card that is shown and the line of the call. */
  void add(
      OneTrip trip,
      Call call,
      HookRequest request,
      FamilyHead head,
      @Nullable Card card,
      List<String> rules,
      LocalDate today,
      String guard) {
    Card shown = call.late() ? null : card;
    if (shown != null) {
      trip.with(
          "card",
          """
          INSERT INTO card (tenant_id, card_id, family_id, moment, encounter_ref, shown_on, reasons, at)
          SELECT ?, ?, ?, ?, nullif(?, ''), ?, ?::jsonb, ? WHERE %s ON CONFLICT DO NOTHING\
          """
              .formatted(guard),
          call.caller().tenant().value(),
          UUID.fromString(shown.uuid()),
          head.id().value(),
          request.hook().hookName(),
          orEmpty(request.encounterReference()),
          today,
          json.writeValueAsString(rules),
          clock.now().atOffset(ZoneOffset.UTC));
    }
    String outcome = call.late() ? "late" : card == null ? "no-card" : "card";
    line(trip, call, request, head.id().value(), outcome, shown == null ? "" : shown.uuid(), guard);
  }

  private void line(
      OneTrip trip,
      Call call,
      @Nullable HookRequest request,
      @Nullable UUID family,
      String outcome,
      String card,
      String guard) {
    trip.with(
        "call",
        """
        INSERT INTO hook_call (tenant_id, call_id, at, kind, hook_instance, family_id, encounter_ref, user_ref, outcome, card_id,
          millis)
        SELECT ?, ?, ?, ?, nullif(?, ''), nullif(?, '')::uuid, nullif(?, ''), nullif(?, ''),
          CASE WHEN %s THEN ? ELSE 'replayed' END, nullif(?, '')::uuid, ?\
        """
            .formatted(guard),
        call.caller().tenant().value(),
        call.id(),
        clock.now().atOffset(ZoneOffset.UTC),
        call.kind(),
        request == null ? "" : request.instance(),
        orEmpty(family),
        request == null ? "" : orEmpty(request.encounterReference()),
        request == null ? "" : request.user(),
        outcome,
        card,
        call.millis());
  }

  /**
   * Writes the line of a call that shows no card: discovery, feedback, a refusal, or one that could
   * not be answered.
   *
   * @throws Unauthorized where the token was used before
   */
  void write(Call call, @Nullable HookRequest request, String outcome) throws Unauthorized {
    OneTrip trip = new OneTrip();
    String unused = useToken(trip, call);
    line(trip, call, request, null, outcome, "", unused);
    if (tokenWasUsed(call, trip.run(sql, call.caller().tenant()))) {
      throw new Unauthorized("jti");
    }
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
