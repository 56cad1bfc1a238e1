package nl.kindcheck.service.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units of an organisation, each as it was last told. Rows are only added. */
@Component
class Units {

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final DomainClock clock;

  Units(TenantSql sql, JdbcClient jdbc, DomainClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those of a source, by code; ended ones as well. */
  Map<String, Unit> all(TenantId tenant, Unit.Source source) {
    return sql.inTransaction(tenant, () -> known(tenant, source));
  }

  private Map<String, Unit> known(TenantId tenant, Unit.Source source) {
    Map<String, Unit> known = new LinkedHashMap<>();
    jdbc.sql(
            "SELECT DISTINCT ON (code) * FROM organisation_unit WHERE tenant_id = ? AND source = ?"
                + " ORDER BY code, seq DESC")
        .params(tenant.value(), source.code())
        .query((row, n) -> unit(row))
        .list()
        .forEach(unit -> known.put(unit.code(), unit));
    return known;
  }

  private static Unit unit(ResultSet row) throws SQLException {
    return new Unit(
        row.getString("code"),
        row.getString("name"),
        Unit.Kind.valueOf(row.getString("kind")),
        row.getString("part_of"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class));
  }

  /** What a list would change; changes nothing. */
  UnitChanges preview(TenantId tenant, Unit.Source source, List<Unit> told) {
    return sql.inTransaction(tenant, () -> changes(tenant, source, told));
  }

  private UnitChanges changes(TenantId tenant, Unit.Source source, List<Unit> told) {
    long at =
        jdbc.sql("SELECT coalesce(max(seq), 0) FROM organisation_unit WHERE tenant_id = ?")
            .param(tenant.value())
            .query(Long.class)
            .single();
    return UnitChanges.of(known(tenant, source), told, at, clock.today());
  }

  /**
   * Carries out what was seen: all of it or nothing.
   *
   * @param key of the change that was seen
   * @throws Refused 412 where it would be another change now
   */
  UnitChanges apply(TenantId tenant, Unit.Source source, List<Unit> told, String key, Actor by) {
    return sql.inTransaction(
        tenant,
        () -> {
          // Rows are only added, so there is none to lock: two at once come one after the other.
          jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('units ' || ?, 0))")
              .param(tenant.toString())
              .query((row, n) -> true)
              .list();
          UnitChanges changes = changes(tenant, source, told);
          if (!changes.key().equals(key)) {
            throw new Refused(HttpStatus.PRECONDITION_FAILED, "units.changed-meanwhile", null);
          }
          changes.all().forEach(unit -> insert(tenant, source, unit, by));
          return changes;
        });
  }

  private void insert(TenantId tenant, Unit.Source source, Unit unit, Actor by) {
    jdbc.sql(
            "INSERT INTO organisation_unit (tenant_id, source, code, kind, name, part_of, from_day,"
                + " until_day, by_user, by_role, at) VALUES (?, ?, ?, ?, ?, ?, ?::date, ?::date, ?,"
                + " ?, ?)")
        .params(
            Arrays.asList(
                tenant.value(),
                source.code(),
                unit.code(),
                unit.kind().name(),
                unit.name(),
                unit.partOf(),
                unit.from(),
                unit.until(),
                by.user(),
                by.role().code(),
                clock.now().atOffset(ZoneOffset.UTC)))
        .update();
  }
}
