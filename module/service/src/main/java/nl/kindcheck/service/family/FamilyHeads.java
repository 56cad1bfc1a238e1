package nl.kindcheck.service.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a family's row in one step, and writes it beside what was seen of care. */
@Component
public class FamilyHeads {

  private static final String COLUMNS =
      "family_id, patient_ref, version, state, intaker, care_manager, last_recorded";

  private final TenantSql sql;

  FamilyHeads(TenantSql sql) {
    this.sql = sql;
  }

  /** The row of a patient's family; an empty head where nothing is recorded yet. */
  public FamilyHead of(TenantId tenant, String patient) {
    FamilyId id = FamilyId.of(tenant, patient);
    return sql.inOneTrip(
        tenant,
        "SELECT " + COLUMNS + " FROM family WHERE tenant_id = ? AND family_id = ?",
        new Object[] {tenant.value(), id.value()},
        rows -> rows.next() ? head(rows) : FamilyHead.empty(id, patient));
  }

  static FamilyHead head(ResultSet row) throws SQLException {
    return new FamilyHead(
        new FamilyId(row.getObject("family_id", UUID.class)),
        row.getString("patient_ref"),
        row.getLong("version"),
        RecordJson.MAPPER.readValue(row.getString("state"), KindcheckState.class),
        row.getString("intaker"),
        row.getString("care_manager"),
        row.getObject("last_recorded", OffsetDateTime.class).toInstant());
  }

  /** What a head becomes by what was seen, in order; the same object where nothing is new. */
  public FamilyHead after(FamilyHead head, List<CareSeen> seen) {
    FamilyHead next = head;
    for (CareSeen one : seen) {
      next = one.applyTo(next);
    }
    return next;
  }

  /**
   * Adds to a trip what writes the things seen and the row that follows from them.
   *
   * @param before the head as it was read
   * @param after what it became; the same object where nothing changed
   * @param guard SQL that must hold for anything to be written, for instance that a token was not
   *     used before
   * @return the name of the part whose count is 0 where somebody else wrote the row first; null
   *     where the row needs no writing
   */
  public @Nullable String add(
      OneTrip trip,
      TenantId tenant,
      FamilyHead before,
      FamilyHead after,
      List<CareSeen> seen,
      Policy policy,
      Instant at,
      String guard) {
    FamilyHead head = before;
    for (int i = 0; i < seen.size(); i++) {
      CareSeen one = seen.get(i);
      FamilyHead next = one.applyTo(head);
      if (next != head) {
        CareSeenRows.add(trip, "seen" + i, tenant, before.id(), one, at, guard);
      } else if (one.care() == null) {
        CareSeenRows.addIfOther(trip, "seen" + i, tenant, before.id(), one, at, guard);
      }
      head = next;
    }
    if (after == before) {
      return null;
    }
    trip.with(
        "head",
        """
        INSERT INTO family AS f (tenant_id, family_id, patient_ref, version, state, intaker, care_manager, next_due, last_recorded)
        SELECT ?, ?, ?, ?, ?::jsonb, nullif(?, ''), nullif(?, ''), nullif(?, '')::date, ? WHERE %s
        ON CONFLICT (tenant_id, family_id) DO UPDATE SET version = excluded.version, state = excluded.state,
          intaker = excluded.intaker, care_manager = excluded.care_manager, next_due = excluded.next_due
        WHERE f.version = excluded.version - 1 RETURNING 1\
        """
            .formatted(guard),
        tenant.value(),
        after.id().value(),
        after.patient(),
        before.version() + 1,
        RecordJson.MAPPER.writeValueAsString(after.state()),
        orEmpty(after.intaker()),
        orEmpty(after.careManager()),
        orEmpty(due(after.state(), policy, at)),
        at.atOffset(ZoneOffset.UTC));
    return "head";
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /**
   * The due date as it is stored, so that lists can be searched; null where the recurrence is
   * paused or stopped.
   */
  static @Nullable LocalDate due(KindcheckState state, Policy policy, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, DomainClock.ZONE);
    Recurrence recurrence = Recurrences.decide(state, policy, day).outcome();
    return recurrence.due();
  }
}
