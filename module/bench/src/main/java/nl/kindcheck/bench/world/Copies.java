package nl.kindcheck.bench.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.tenancy.TenantId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Many families out of a few that were recorded through the service itself: each row copied with
 * ids of its own, so that the copies are what the service would have written.
 */
final class Copies {

  /** Rows of these make a family; columns that the database numbers itself are left out. */
  private static final List<String> TABLES =
      List.of("family", "care_seen", "response", "statement", "task_event");

  private static final Pattern IDS =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|seed-(?:not-due|due|never-asked)");

  private static final TenantId TENANT = new TenantId(Outside.TENANT);

  private final Connection connection;
  private final CopyManager copy;

  Copies(Connection connection) throws SQLException {
    this.connection = connection;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** Makes the families 0 to {@code count}, of each kind in turn. */
  void make(int count) throws SQLException, IOException {
    for (String table : TABLES) {
      String columns = columns(table);
      Map<Kind, Template> templates = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        templates.put(kind, template(table, columns, kind));
      }
      String into = "COPY " + table + " (" + columns + ") FROM STDIN";
      try (OutputStream out =
          new PGCopyOutputStream(connection.unwrap(PGConnection.class), into, 1 << 20)) {
        for (int family = 0; family < count; family++) {
          Template template = templates.get(Kind.of(family));
          if (template != null) {
            out.write(template.rows(family).getBytes(UTF_8));
          }
        }
      }
    }
  }

  private String columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement sql = connection.createStatement();
        var rows =
            sql.executeQuery(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'"
                    + " AND is_identity = 'NO' AND table_name = '"
                    + table
                    + "' ORDER BY ordinal_position")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return String.join(", ", columns);
  }

  private Template template(String table, String columns, Kind kind)
      throws SQLException, IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    copy.copyOut(
        "COPY (SELECT %s FROM %s WHERE family_id = '%s') TO STDOUT"
            .formatted(columns, table, FamilyId.of(TENANT, "Patient/" + kind.seed)),
        rows);
    return new Template(rows.toString(UTF_8), kind);
  }

  /** The rows of one family in one table, cut at the ids in them. */
  private static final class Template {

    private final Kind kind;
    private final List<String> between = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    Template(String rows, Kind kind) {
      this.kind = kind;
      Matcher id = IDS.matcher(rows);
      int from = 0;
      while (id.find()) {
        between.add(rows.substring(from, id.start()));
        ids.add(id.group());
        from = id.end();
      }
      between.add(rows.substring(from));
    }

    String rows(int family) {
      Map<String, String> known = new HashMap<>();
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < ids.size(); i++) {
        rows.append(between.get(i));
        rows.append(known.computeIfAbsent(ids.get(i), id -> copyOf(id, family)));
      }
      return rows.append(between.get(ids.size())).toString();
    }

    private String copyOf(String id, int family) {
      String patient = "p" + family;
      if (id.equals(kind.seed)) {
        return patient;
      }
      if (id.equals(TENANT.toString())) {
        return id;
      }
      if (id.equals(FamilyId.of(TENANT, "Patient/" + kind.seed).toString())) {
        return FamilyId.of(TENANT, "Patient/" + patient).toString();
      }
      return UUID.nameUUIDFromBytes((id + patient).getBytes(UTF_8)).toString();
    }
  }
}
