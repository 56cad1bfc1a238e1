package nl.kindcheck.service.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what was seen of care. Appended; never changed. */
final class CareSeenRows {

  private CareSeenRows() {}

  private static final String INSERT =
      """
      INSERT INTO care_seen (tenant_id, family_id, reference, moment, on_day, episode, care_status, care_since, patient_died,
        performer, care_manager, recorded_at)
      SELECT x.* FROM (SELECT ?::uuid, ?::uuid, ? AS reference, nullif(?, '') AS moment, nullif(?, '')::date AS on_day,
        nullif(?, '') AS episode, nullif(?, '') AS care_status, nullif(?, '')::date AS care_since,
        nullif(?, '')::date AS patient_died, nullif(?, '') AS performer, nullif(?, '') AS care_manager, ?::timestamptz) x
      WHERE %s\
      """;

  private static final String IS_OTHER =
      """
       AND NOT EXISTS (
        SELECT 1 FROM (SELECT * FROM care_seen s WHERE s.tenant_id = ? AND s.family_id = ? AND s.reference = x.reference
          ORDER BY seq DESC LIMIT 1) last
        WHERE (last.moment, last.on_day, last.care_status, last.care_since, last.patient_died, last.performer, last.care_manager)
          IS NOT DISTINCT FROM
          (x.moment, x.on_day, x.care_status, x.care_since, x.patient_died, x.performer, x.care_manager))\
      """;

  /** What changed the family's row: always kept, so that the row can be rebuilt from all of it. */
  static void add(
      OneTrip trip,
      String name,
      TenantId tenant,
      FamilyId family,
      CareSeen seen,
      Instant at,
      String guard) {
    trip.with(name, INSERT.formatted(guard), values(tenant, family, seen, at));
  }

  /** What changed nothing: kept where it says something else than the last one of its reference. */
  static void addIfOther(
      OneTrip trip,
      String name,
      TenantId tenant,
      FamilyId family,
      CareSeen seen,
      Instant at,
      String guard) {
    List<Object> values = new ArrayList<>(List.of(values(tenant, family, seen, at)));
    values.add(tenant.value());
    values.add(family.value());
    trip.with(name, INSERT.formatted(guard) + IS_OTHER, values.toArray());
  }

  static void insert(JdbcClient jdbc, TenantId tenant, FamilyId family, CareSeen seen, Instant at) {
    jdbc.sql(INSERT.formatted("true")).params(List.of(values(tenant, family, seen, at))).update();
  }

  private static Object[] values(TenantId tenant, FamilyId family, CareSeen seen, Instant at) {
    Care care = seen.care();
    return new Object[] {
      tenant.value(),
      family.value(),
      seen.reference(),
      orEmpty(seen.moment()),
      orEmpty(seen.on()),
      orEmpty(seen.episode()),
      care == null ? "" : care.status().name(),
      orEmpty(care == null ? null : care.since()),
      orEmpty(care == null ? null : care.patientDied()),
      orEmpty(seen.performer()),
      orEmpty(seen.careManager()),
      at.atOffset(ZoneOffset.UTC)
    };
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  static CareSeen read(ResultSet row) throws SQLException {
    String status = row.getString("care_status");
    String moment = row.getString("moment");
    return new CareSeen(
        row.getString("reference"),
        moment == null ? null : Moment.valueOf(moment),
        row.getObject("on_day", LocalDate.class),
        row.getString("episode"),
        status == null
            ? null
            : new Care(
                Care.Status.valueOf(status),
                row.getObject("care_since", LocalDate.class),
                row.getObject("patient_died", LocalDate.class)),
        row.getString("performer"),
        row.getString("care_manager"));
  }
}
