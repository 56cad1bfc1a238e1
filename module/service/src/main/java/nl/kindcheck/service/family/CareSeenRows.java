package nl.kindcheck.service.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
      VALUES (?, ?, ?, ?, ?::date, ?, ?, ?::date, ?::date, ?, ?, ?)\
      """;

  static void add(OneTrip trip, TenantId tenant, FamilyId family, CareSeen seen, Instant at) {
    trip.write(INSERT, values(tenant, family, seen, at).toArray());
  }

  static void insert(JdbcClient jdbc, TenantId tenant, FamilyId family, CareSeen seen, Instant at) {
    jdbc.sql(INSERT).params(values(tenant, family, seen, at)).update();
  }

  private static List<@Nullable Object> values(
      TenantId tenant, FamilyId family, CareSeen seen, Instant at) {
    Care care = seen.care();
    return Arrays.asList(
        tenant.value(),
        family.value(),
        seen.reference(),
        text(seen.moment()),
        text(seen.on()),
        seen.episode(),
        care == null ? null : care.status().name(),
        text(care == null ? null : care.since()),
        text(care == null ? null : care.patientDied()),
        seen.performer(),
        seen.careManager(),
        at.atOffset(ZoneOffset.UTC));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Adds a query for the last row of each of some references, by family. */
  static OneTrip.Part<Map<FamilyId, Map<String, CareSeen>>> last(
      OneTrip trip, TenantId tenant, UUID[] families, Collection<String> references) {
    return trip.read(
        "SELECT * FROM care_seen WHERE tenant_id = ? AND family_id = ANY (?)"
            + " AND reference = ANY (?) ORDER BY seq",
        rows -> {
          Map<FamilyId, Map<String, CareSeen>> last = new HashMap<>();
          while (rows.next()) {
            CareSeen seen = read(rows);
            last.computeIfAbsent(
                    new FamilyId(rows.getObject("family_id", UUID.class)), id -> new HashMap<>())
                .put(seen.reference(), seen);
          }
          return last;
        },
        tenant.value(),
        families,
        references.toArray(String[]::new));
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
