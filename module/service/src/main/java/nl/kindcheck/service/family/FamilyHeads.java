package nl.kindcheck.service.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Together;
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

  static final String ONE =
      "SELECT " + COLUMNS + " FROM family WHERE tenant_id = ? AND family_id = ?";

  private final TenantSql sql;
  private final Map<TenantId, Together<Asked, Known>> lanes = new ConcurrentHashMap<>();

  FamilyHeads(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * What is known before a call.
   *
   * @param last what was last seen under the references that were asked for
   */
  public record Known(FamilyHead head, Map<String, CareSeen> last) {}

  private record Asked(FamilyId id, String patient, List<String> references) {}

  /**
   * The row of a patient's family, an empty head where nothing is recorded yet, and what was last
   * seen of the same things. Not for use inside a transaction: others may read along. What is read
   * here leaves the service only after a trip that holds the line of the log.
   */
  public Known before(TenantId tenant, String patient, List<CareSeen> seen) {
    List<String> references = seen.stream().map(CareSeen::reference).toList();
    return lanes
        .computeIfAbsent(
            tenant,
            t -> new Together<>(asked -> before(t, new OneTrip().withLineBeforeTheAnswer(), asked)))
        .forOne(new Asked(FamilyId.of(tenant, patient), patient, references));
  }

  /** Those who come at the same time read together. */
  private List<Known> before(TenantId tenant, OneTrip trip, List<Asked> asked) {
    UUID[] ids = asked.stream().map(a -> a.id().value()).toArray(UUID[]::new);
    OneTrip.Part<Map<FamilyId, FamilyHead>> heads =
        trip.read(
            "SELECT " + COLUMNS + " FROM family WHERE tenant_id = ? AND family_id = ANY (?)",
            FamilyHeads::byId,
            tenant.value(),
            ids);
    OneTrip.Part<Map<FamilyId, Map<String, CareSeen>>> last =
        CareSeenRows.last(
            trip, tenant, ids, asked.stream().flatMap(a -> a.references().stream()).toList());
    trip.run(sql, tenant);
    return asked.stream()
        .map(
            a ->
                new Known(
                    heads.result().getOrDefault(a.id(), FamilyHead.empty(a.id(), a.patient())),
                    last.result().getOrDefault(a.id(), Map.of())))
        .toList();
  }

  private static Map<FamilyId, FamilyHead> byId(ResultSet rows) throws SQLException {
    Map<FamilyId, FamilyHead> heads = new HashMap<>();
    while (rows.next()) {
      FamilyHead head = head(rows);
      heads.put(head.id(), head);
    }
    return heads;
  }

  /** The row of a patient's family; an empty head where nothing is recorded yet. */
  public FamilyHead of(TenantId tenant, String patient) {
    Asked one = new Asked(FamilyId.of(tenant, patient), patient, List.of());
    return before(tenant, new OneTrip().about(patient), List.of(one)).get(0).head();
  }

  static FamilyHead head(ResultSet row) throws SQLException {
    return new FamilyHead(
        new FamilyId(row.getObject("family_id", UUID.class)),
        row.getString("patient_ref"),
        row.getLong("version"),
        StateReader.read(row.getString("state")),
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
   * Adds to a trip what writes the things seen and the row that follows from them. What changed the
   * row is always kept, so that it can be rebuilt from all of it; what says the same as the last
   * time is not kept again.
   *
   * @param after what the head became; the same object where nothing changed
   * @return the part that wrote 0 rows where somebody else wrote the row first; null where the row
   *     needs no writing
   */
  public OneTrip.@Nullable Part<Integer> add(
      OneTrip trip,
      TenantId tenant,
      Known before,
      FamilyHead after,
      List<CareSeen> seen,
      Policy policy,
      Instant at) {
    FamilyHead head = before.head();
    for (CareSeen one : seen) {
      FamilyHead next = one.applyTo(head);
      boolean says = one.care() == null && !one.equals(before.last().get(one.reference()));
      if (next != head || says) {
        CareSeenRows.add(trip, tenant, head.id(), one, at);
      }
      head = next;
    }
    if (after == before.head()) {
      return null;
    }
    LocalDate due = due(after.state(), policy, at);
    return trip.write(
        """
        INSERT INTO family AS f (tenant_id, family_id, patient_ref, version, state, intaker, care_manager, next_due, last_recorded)
        VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?::date, ?)
        ON CONFLICT (tenant_id, family_id) DO UPDATE SET version = excluded.version, state = excluded.state,
          intaker = excluded.intaker, care_manager = excluded.care_manager, next_due = excluded.next_due
        WHERE f.version = excluded.version - 1\
        """,
        tenant.value(),
        after.id().value(),
        after.patient(),
        after.version() + 1,
        RecordJson.MAPPER.writeValueAsString(after.state()),
        after.intaker(),
        after.careManager(),
        due == null ? null : due.toString(),
        at.atOffset(ZoneOffset.UTC));
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
