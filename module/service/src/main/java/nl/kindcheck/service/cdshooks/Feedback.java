package nl.kindcheck.service.cdshooks;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ValueRange;
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
  private static final ValueRange YEARS = ValueRange.of(2000, 9999);

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final DomainClock clock;

  Feedback(TenantSql sql, JdbcClient jdbc, DomainClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One entry that was read. */
  record Entry(
      UUID card,
      String outcome,
      OffsetDateTime at,
      List<UUID> suggestions,
      @Nullable String reasonCode,
      @Nullable String reasonSystem,
      @Nullable String comment) {}

  /**
   * Reads the feedback of one call.
   *
   * @throws Refused 400 for a body that is no feedback, 422 for an entry that cannot be stored
   */
  List<Entry> read(TenantId tenant, byte[] body) {
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
            mustBeOurs(tenant, read.get(i), i);
          }
          return true;
        });
    return read;
  }

  /** Stores all of it or nothing. */
  void store(TenantId tenant, List<Entry> entries) {
    sql.inTransaction(
        tenant,
        () -> {
          entries.forEach(entry -> insert(tenant, entry));
          return true;
        });
  }

  /** A card that said that the status could not be determined goes by the id of its call. */
  private void mustBeOurs(TenantId tenant, Entry entry, int index) {
    boolean known =
        jdbc.sql(
                """
                SELECT EXISTS (SELECT 1 FROM hook_call WHERE tenant_id = ? AND card_id = ?)
                  OR EXISTS (SELECT 1 FROM hook_call WHERE tenant_id = ? AND call_id = ?)\
                """)
            .params(tenant.value(), entry.card(), tenant.value(), entry.card())
            .query(Boolean.class)
            .single();
    if (!known) {
      String field = "feedback[" + index + "].card";
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "feedback.unknown-card", field);
    }
  }

  private void insert(TenantId tenant, Entry entry) {
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
      List<UUID> suggestions = suggestions(entry.path("acceptedSuggestions"));
      JsonNode override = object(entry, "overrideReason", path);
      JsonNode reason = object(override, "reason", path + ".overrideReason");
      String comment = typed(override, "userComment", path + ".overrideReason");
      String code = typed(reason, "code", path + ".overrideReason.reason");
      String system = typed(reason, "system", path + ".overrideReason.reason");
      if (faults.size() > before || card == null || outcome == null || at == null) {
        return null;
      }
      return new Entry(card, outcome, at, suggestions, code, system, comment);
    }

    private List<UUID> suggestions(JsonNode accepted) {
      String field = path + ".acceptedSuggestions";
      List<UUID> suggestions = new ArrayList<>();
      if (!isAbsent(accepted) && !accepted.isArray()) {
        fault("hook.wrong-type", field);
        return suggestions;
      }
      for (int i = 0; i < accepted.size(); i++) {
        UUID id = uuid(accepted.path(i).path("id"), field + "[" + i + "].id");
        if (id != null) {
          suggestions.add(id);
        }
      }
      return suggestions;
    }

    private JsonNode object(JsonNode in, String name, String at) {
      JsonNode node = in.path(name);
      if (!isAbsent(node) && !node.isObject()) {
        fault("hook.wrong-type", at + "." + name);
      }
      return node;
    }

    /** What somebody typed; null where nobody did. */
    private @Nullable String typed(JsonNode in, String name, String at) {
      JsonNode node = in.path(name);
      String text = text(node);
      String field = at + "." + name;
      if (text == null) {
        if (!isAbsent(node)) {
          fault("hook.wrong-type", field);
        }
      } else if (text.length() > LONGEST_COMMENT) {
        fault("feedback.too-long", field);
      } else if (text.indexOf('\0') >= 0) {
        fault("hook.wrong-type", field);
      } else if (Bsn.hiddenIn(text)) {
        fault("response.bsn", field);
      }
      return text;
    }

    private static boolean isAbsent(JsonNode node) {
      return node.isMissingNode() || node.isNull();
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
        OffsetDateTime time = OffsetDateTime.parse(String.valueOf(text(node)));
        if (YEARS.isValidIntValue(time.withOffsetSameInstant(ZoneOffset.UTC).getYear())) {
          return time;
        }
      } catch (DateTimeException e) {
        // worded below, as a year that no database keeps
      }
      fault("feedback.time", field);
      return null;
    }

    private static @Nullable String text(JsonNode node) {
      return node.isString() ? node.stringValue() : null;
    }

    private void fault(String code, String field) {
      faults.add(new Refused.Fault(code, field, Map.of("field", field)));
    }
  }
}
