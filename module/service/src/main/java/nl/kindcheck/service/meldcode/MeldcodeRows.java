package nl.kindcheck.service.meldcode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.meldcode.MeldcodeEntry;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.core.meldcode.MeldcodeId;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.Touched;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the records. Every method runs in a transaction in which the tenant is set. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MeldcodeRows {

  private static final String OF =
      "SELECT * FROM meldcode_event WHERE tenant_id = ? AND family_id = ? ORDER BY seq";

  private final JdbcClient jdbc;

  MeldcodeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(MeldcodeId id, MeldcodeEntry entry) {}

  /** The records of a family, the one that was opened last first. */
  List<MeldcodeRecord> of(TenantId tenant, FamilyId family) {
    Touched.family(family.value(), null);
    return records(
        jdbc.sql(OF).params(tenant.value(), family.value()).query((row, n) -> row(row)).list());
  }

  /** The same as part of a trip. */
  static OneTrip.Part<List<MeldcodeRecord>> of(OneTrip trip, TenantId tenant, FamilyId family) {
    return trip.read(
        OF, rows -> records(OneTrip.each(rows, MeldcodeRows::row)), tenant.value(), family.value());
  }

  private static List<MeldcodeRecord> records(List<Row> rows) {
    Map<MeldcodeId, List<MeldcodeEntry>> byRecord = new LinkedHashMap<>();
    rows.forEach(r -> byRecord.computeIfAbsent(r.id(), id -> new ArrayList<>()).add(r.entry()));
    List<MeldcodeRecord> records = new ArrayList<>();
    byRecord.forEach((id, entries) -> records.add(0, MeldcodeRecord.of(id, entries)));
    return records;
  }

  /** A record of this family; empty where the family has none with this id. */
  Optional<MeldcodeRecord> find(TenantId tenant, FamilyId family, MeldcodeId id) {
    Touched.family(family.value(), null);
    List<MeldcodeEntry> entries =
        jdbc.sql(
                """
                SELECT * FROM meldcode_event WHERE tenant_id = ? AND meldcode_id = ? AND family_id = ? ORDER BY seq\
                """)
            .params(tenant.value(), id.value(), family.value())
            .query((row, n) -> row(row).entry())
            .list();
    return entries.isEmpty() ? Optional.empty() : Optional.of(MeldcodeRecord.of(id, entries));
  }

  /** Lets those who write in one record come one after the other, so that its order is one. */
  void lock(MeldcodeId id) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(id.toString())
        .query((row, n) -> n)
        .single();
  }

  /**
   * Appends events; those of a sending that is there already are not appended again.
   *
   * @return how many were new
   */
  int append(
      TenantId tenant,
      FamilyId family,
      MeldcodeId id,
      UUID submission,
      String author,
      Instant at,
      List<MeldcodeEvent> events) {
    int appended = 0;
    for (int part = 0; part < events.size(); part++) {
      appended +=
          jdbc.sql(
                  """
                  INSERT INTO meldcode_event (tenant_id, meldcode_id, family_id, submission, part, event, author, at)
                  VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?) ON CONFLICT DO NOTHING\
                  """)
              .params(
                  tenant.value(),
                  id.value(),
                  family.value(),
                  submission,
                  part,
                  EventJson.write(events.get(part)),
                  author,
                  at.atOffset(ZoneOffset.UTC))
              .update();
    }
    return appended;
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new MeldcodeId(row.getObject("meldcode_id", UUID.class)),
        new MeldcodeEntry(
            row.getString("author"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            EventJson.read(row.getString("event"))));
  }
}
