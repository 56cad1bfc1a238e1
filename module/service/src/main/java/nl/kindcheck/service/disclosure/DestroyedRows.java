package nl.kindcheck.service.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.service.tenancy.Organisations.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the register of destruction: that something was destroyed, and nothing of whom. */
class DestroyedRows {

  private final JdbcClient jdbc;

  DestroyedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How a family or a child stands in it. */
  String hash(UUID id) {
    byte[] hash = jdbc.sql("SELECT destruction_hash(?)").param(id).query(byte[].class).single();
    return HexFormat.of().formatHex(hash);
  }

  /** By which it is recognised whether a line was made with the key that is here. */
  String key() {
    byte[] print =
        jdbc.sql("SELECT sha256(secret) FROM destruction_key").query(byte[].class).single();
    return HexFormat.of().formatHex(print, 0, 8);
  }

  List<RegisterFile.Entry> all(Organisation organisation) {
    String key = key();
    return jdbc.sql("SELECT * FROM destroyed WHERE tenant_id = ? ORDER BY destroyed_at, hash")
        .param(organisation.id())
        .query((row, n) -> entry(organisation, key, row))
        .list();
  }

  void add(Organisation organisation, RegisterFile.Entry e) {
    jdbc.sql(
            """
            INSERT INTO destroyed (tenant_id, hash, what, asker, recipients, granted_by, granted_at, destroyed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """)
        .params(
            organisation.id(),
            e.hashBytes(),
            e.what(),
            e.asker(),
            e.recipients(),
            e.grantedBy(),
            e.grantedAt().atOffset(ZoneOffset.UTC),
            e.destroyedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static RegisterFile.Entry entry(Organisation organisation, String key, ResultSet row)
      throws SQLException {
    return new RegisterFile.Entry(
        organisation.code(),
        key,
        HexFormat.of().formatHex(row.getBytes("hash")),
        row.getString("what"),
        row.getString("asker"),
        row.getInt("recipients"),
        row.getString("granted_by"),
        instant(row, "granted_at"),
        instant(row, "destroyed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
