package nl.kindcheck.service.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what is being typed, one draft for each form of a patient and a clinician. A window that
 * read an older version never overwrites a newer one. What may be a BSN is not kept.
 */
@Component
class Drafts {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final SecurityClock clock;

  Drafts(TenantSql sql, JdbcClient jdbc, SecurityClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What became of a draft that was sent.
   *
   * @param kept the draft as it is kept now
   * @param conflict whether another window kept something else meanwhile; then that is what is kept
   */
  record Kept(Draft kept, boolean conflict) {}

  Optional<Draft> find(LaunchContext launch, String form) {
    return sql.inTransaction(launch.tenant(), () -> read(launch, form));
  }

  /**
   * The drafts of one form of a patient.
   *
   * @param own null where this clinician has none
   * @param others who else is at work with it
   */
  record Found(@Nullable Draft own, List<String> others) {}

  /** What they are, once the trip was made. */
  static OneTrip.Part<Found> all(OneTrip trip, LaunchContext launch, String form) {
    return trip.read(
        "SELECT * FROM draft WHERE tenant_id = ? AND patient_ref = ? AND form = ? ORDER BY"
            + " user_ref",
        rows -> found(rows, launch.user()),
        launch.tenant().value(),
        launch.patient(),
        form);
  }

  private static Found found(ResultSet rows, String user) throws SQLException {
    Map<String, Draft> byUser = new LinkedHashMap<>();
    while (rows.next()) {
      byUser.put(rows.getString("user_ref"), draft(rows));
    }
    Draft own = byUser.remove(user);
    return new Found(own, List.copyOf(byUser.keySet()));
  }

  /** Keeps a draft, unless another window kept a newer one with other words in it. */
  Kept keep(LaunchContext launch, Draft sent) {
    Typed typed = sent.typed().without(name -> holdsBsn(sent.typed(), name));
    return sql.inTransaction(
        launch.tenant(),
        () -> {
          touched(launch);
          boolean written =
              sent.version() == 0 ? insert(launch, sent, typed) : update(launch, sent, typed);
          Draft now = read(launch, sent.form()).orElse(null);
          if (now == null) {
            insert(launch, sent, typed);
            now = read(launch, sent.form()).orElseThrow();
            written = true;
          }
          return new Kept(now, !written && !now.typed().equals(typed));
        });
  }

  /** The fields that are left out of the draft of what was typed, because they may hold a BSN. */
  static List<String> leftOut(Typed typed) {
    return typed.fields().keySet().stream().filter(name -> holdsBsn(typed, name)).toList();
  }

  private static boolean holdsBsn(Typed typed, String name) {
    return !name.endsWith(".id") && typed.values(name).stream().anyMatch(Bsn::hiddenIn);
  }

  private boolean insert(LaunchContext launch, Draft draft, Typed typed) {
    return jdbc.sql(
                """
                INSERT INTO draft (tenant_id, patient_ref, user_ref, form, form_key, version, typed, saved_at)
                VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT DO NOTHING\
                """)
            .params(
                launch.tenant().value(),
                launch.patient(),
                launch.user(),
                draft.form(),
                draft.key(),
                JSON.writeValueAsString(typed.fields()),
                now())
            .update()
        == 1;
  }

  private boolean update(LaunchContext launch, Draft draft, Typed typed) {
    return jdbc.sql(
                """
                UPDATE draft SET version = version + 1, form_key = ?, typed = ?, saved_at = ?
                WHERE tenant_id = ? AND patient_ref = ? AND user_ref = ? AND form = ? AND version = ?\
                """)
            .params(
                draft.key(),
                JSON.writeValueAsString(typed.fields()),
                now(),
                launch.tenant().value(),
                launch.patient(),
                launch.user(),
                draft.form(),
                draft.version())
            .update()
        == 1;
  }

  private OffsetDateTime now() {
    return clock.now().atOffset(ZoneOffset.UTC);
  }

  private static void touched(LaunchContext launch) {
    Touched.patients(List.of(launch.patient()));
  }

  private Optional<Draft> read(LaunchContext launch, String form) {
    touched(launch);
    return jdbc.sql(
            "SELECT * FROM draft WHERE tenant_id = ? AND patient_ref = ? AND user_ref = ? AND form"
                + " = ?")
        .params(launch.tenant().value(), launch.patient(), launch.user(), form)
        .query((row, n) -> draft(row))
        .optional();
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        row.getString("form"),
        row.getObject("form_key", UUID.class),
        row.getInt("version"),
        new Typed(JSON.readValue(row.getString("typed"), FIELDS)),
        row.getObject("saved_at", OffsetDateTime.class).toInstant());
  }

  /** Takes a draft away: it was recorded, or its writer does not want it. */
  void remove(LaunchContext launch, String form) {
    sql.inTransaction(
        launch.tenant(),
        () -> {
          touched(launch);
          return jdbc.sql(
                  "DELETE FROM draft WHERE tenant_id = ? AND patient_ref = ? AND user_ref = ? AND"
                      + " form = ?")
              .params(launch.tenant().value(), launch.patient(), launch.user(), form)
              .update();
        });
  }

  /** Takes away what nobody touched since a moment. */
  int removeBefore(TenantId tenant, Instant moment) {
    return sql.inTransaction(
        tenant,
        () -> {
          int removed =
              jdbc.sql("DELETE FROM draft WHERE tenant_id = ? AND saved_at < ?")
                  .params(tenant.value(), moment.atOffset(ZoneOffset.UTC))
                  .update();
          Touched.everybody(removed > 0);
          return removed;
        });
  }
}
