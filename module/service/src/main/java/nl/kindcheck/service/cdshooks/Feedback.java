package nl.kindcheck.service.cdshooks;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What became of a card. All entries of a call are stored or none; the same one twice is stored
 * once; accepting a card closes nothing by itself.
 */
@Component
class Feedback {

  private static final int LONGEST_COMMENT = 2_000;

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final DomainClock clock;

  Feedback(TenantSql sql, JdbcClient jdbc, DomainClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Entry(
      UUID card,
      String outcome,
      OffsetDateTime at,
      List<UUID> suggestions,
      @Nullable String reasonCode,
      @Nullable String reasonSystem,
      @Nullable String comment) {}

  /**
   * Stores the feedback of one call.
   *
   * @throws Refused 400 for a body that is no feedback, 422 for an entry that cannot be stored
   */
  void store(TenantId tenant, byte[] body) {
    JsonNode entries = StrictJson.object(body).path("feedback");
    if (!entries.isArray()) {
      throw new Refused(
          HttpStatus.BAD_REQUEST, "hook.missing", "feedback", Map.of("field", "feedback"));
    }
    List<Refused.Fault> faults = new ArrayList<>();
    List<Entry> read = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = new EntryReader(entries.get(i), "feedback[" + i + "]", faults).read();
      if (entry != null) {
        read.add(entry);
      }
    }
    if (!faults.isEmpty()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
    sql.inTransaction(
        tenant,
        () -> {
          for (int i = 0; i < read.size(); i++) {
            insert(tenant, read.get(i), i);
          }
          return true;
        });
  }

  private void insert(TenantId tenant, Entry entry, int index) {
    boolean known =
        jdbc.sql("SELECT count(*) FROM card WHERE tenant_id = ? AND card_id = ?")
                .params(tenant.value(), entry.card())
                .query(Integer.class)
                .single()
            == 1;
    if (!known) {
      String field = "feedback[" + index + "].card";
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "feedback.unknown-card", field);
    }
    jdbc.sql(
            """
            INSERT INTO card_feedback (tenant_id, card_id, outcome, outcome_at, suggestions, reason_code, reason_system,
              user_comment, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """)
        .params(
            Arrays.asList(
                tenant.value(),
                entry.card(),
                entry.outcome(),
                entry.at(),
                entry.suggestions().toArray(UUID[]::new),
                entry.reasonCode(),
                entry.reasonSystem(),
                entry.comment(),
                clock.now().atOffset(ZoneOffset.UTC)))
        .update();
  }

  /** Reads one entry, collecting its faults. */
  private record EntryReader(JsonNode entry, String path, List<Refused.Fault> faults) {

    @Nullable Entry read() {
      int before = faults.size();
      UUID card = uuid(entry.path("card"), path + ".card");
      String outcome = text(entry.path("outcome"));
      if (outcome == null || !(outcome.equals("accepted") || outcome.equals("overridden"))) {
        fault("feedback.outcome", path + ".outcome");
      }
      OffsetDateTime at = time(entry.path("outcomeTimestamp"), path + ".outcomeTimestamp");
      List<UUID> suggestions = new ArrayList<>();
      for (JsonNode accepted : entry.path("acceptedSuggestions")) {
        UUID id = uuid(accepted.path("id"), path + ".acceptedSuggestions.id");
        if (id != null) {
          suggestions.add(id);
        }
      }
      JsonNode override = entry.path("overrideReason");
      String comment = text(override.path("userComment"));
      if (comment != null && (comment.length() > LONGEST_COMMENT || Bsn.hiddenIn(comment))) {
        fault(
            comment.length() > LONGEST_COMMENT ? "feedback.too-long" : "response.bsn",
            path + ".overrideReason.userComment");
      }
      if (faults.size() > before || card == null || outcome == null || at == null) {
        return null;
      }
      return new Entry(
          card,
          outcome,
          at,
          suggestions,
          text(override.path("reason").path("code")),
          text(override.path("reason").path("system")),
          comment);
    }

    private @Nullable UUID uuid(JsonNode node, String field) {
      try {
        return UUID.fromString(String.valueOf(text(node)));
      } catch (IllegalArgumentException e) {
        fault("hook.not-a-uuid", field);
        return null;
      }
    }

    private @Nullable OffsetDateTime time(JsonNode node, String field) {
      try {
        return OffsetDateTime.parse(String.valueOf(text(node)));
      } catch (DateTimeException e) {
        fault("feedback.time", field);
        return null;
      }
    }

    private static @Nullable String text(JsonNode node) {
      return node.isString() ? node.stringValue() : null;
    }

    private void fault(String code, String field) {
      faults.add(new Refused.Fault(code, field, Map.of("field", field)));
    }
  }
}
