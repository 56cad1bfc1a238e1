package nl.kindcheck.service.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the statements. Appended in one round trip; never changed. */
final class Statements {

  /** All of a family, in the order in which they were recorded. */
  static final String OF =
      "SELECT * FROM statement WHERE tenant_id = ? AND family_id = ? ORDER BY seq";

  private Statements() {}

  /** One row, as it is handed to the database. */
  private record Row(
      UUID statement_id,
      String topic,
      @Nullable UUID child_id,
      String claim,
      String perspective,
      String nature,
      String author,
      String observed_at,
      LocalDate observed_day,
      Instant recorded_at,
      UUID response_id,
      int response_version,
      String link_id,
      @Nullable UUID corrects,
      @Nullable String correction_reason) {}

  static void append(
      JdbcClient jdbc, TenantId tenant, FamilyId family, List<Statement> statements) {
    if (statements.isEmpty()) {
      return;
    }
    List<Row> rows = statements.stream().map(Statements::row).toList();
    jdbc.sql(
            """
            INSERT INTO statement (tenant_id, family_id, statement_id, topic, child_id, claim, perspective, nature, author,
              observed_at, observed_day, recorded_at, response_id, response_version, link_id, corrects, correction_reason)
            SELECT ?, ?, x.statement_id, x.topic, x.child_id, x.claim::jsonb, x.perspective, x.nature, x.author,
              x.observed_at, x.observed_day, x.recorded_at, x.response_id, x.response_version, x.link_id, x.corrects,
              x.correction_reason
            FROM ROWS FROM (jsonb_to_recordset(?::jsonb) AS (statement_id uuid, topic text, child_id uuid, claim text,
              perspective text, nature text, author text, observed_at text, observed_day date, recorded_at timestamptz,
              response_id uuid, response_version int, link_id text, corrects uuid, correction_reason text))
              WITH ORDINALITY AS x ORDER BY x.ordinality\
            """)
        .params(tenant.value(), family.value(), RecordJson.MAPPER.writeValueAsString(rows))
        .update();
  }

  private static Row row(Statement s) {
    Statement.Correction correction = s.corrects();
    return new Row(
        s.id().value(),
        s.claim().topic().code(),
        s.claim() instanceof Claim.AboutChild about ? about.child().value() : null,
        RecordJson.MAPPER.writerFor(Claim.class).writeValueAsString(s.claim()),
        s.perspective().code(),
        s.nature().code(),
        s.author(),
        s.observedAt().toString(),
        s.observedAt().firstDay(),
        s.recordedAt(),
        s.origin().response().value(),
        s.origin().version(),
        s.origin().linkId(),
        correction == null ? null : correction.statement().value(),
        correction == null ? null : correction.reason());
  }

  static List<Statement> of(JdbcClient jdbc, TenantId tenant, FamilyId family) {
    return jdbc.sql(OF)
        .params(tenant.value(), family.value())
        .query((row, n) -> statement(row))
        .list();
  }

  static List<Statement> inForce(List<Statement> all) {
    Set<StatementId> corrected = new HashSet<>();
    for (Statement s : all) {
      if (s.corrects() != null) {
        corrected.add(s.corrects().statement());
      }
    }
    return all.stream()
        .filter(s -> !corrected.contains(s.id()) && !(s.claim() instanceof Claim.Retracted))
        .toList();
  }

  static Statement statement(ResultSet row) throws SQLException {
    UUID corrects = row.getObject("corrects", UUID.class);
    return new Statement(
        new StatementId(row.getObject("statement_id", UUID.class)),
        RecordJson.MAPPER.readValue(row.getString("claim"), Claim.class),
        coded(Perspective.class, row.getString("perspective")),
        coded(Nature.class, row.getString("nature")),
        row.getString("author"),
        PartialDate.parse(row.getString("observed_at")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Statement.Origin(
            new ResponseId(row.getObject("response_id", UUID.class)),
            row.getInt("response_version"),
            row.getString("link_id")),
        corrects == null
            ? null
            : new Statement.Correction(
                new StatementId(corrects), row.getString("correction_reason")));
  }

  private static <E extends Enum<E> & Coded> E coded(Class<E> type, String code) {
    return Coded.find(type, code)
        .orElseThrow(() -> new IllegalStateException("A stored code that is not known"));
  }
}
