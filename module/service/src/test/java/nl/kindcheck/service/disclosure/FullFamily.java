package nl.kindcheck.service.disclosure;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A row of a family in each table that no call of the test fills: each with a word by which it is
 * found again. Nobody real.
 */
final class FullFamily {

  private FullFamily() {}

  /** By table; the parameters are the organisation, the family, the patient and the word. */
  static final Map<String, String> ROWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "card_feedback",
                  "WITH o AS (SELECT ?::uuid t, ?::uuid f, ?::text p, ?::text w) INSERT INTO"
                      + " card_feedback (tenant_id, card_id, outcome, outcome_at, suggestions,"
                      + " user_comment, at) SELECT o.t, h.card_id, 'overridden', now(), '{}', o.w,"
                      + " now() FROM o JOIN hook_call h ON h.family_id = o.f AND h.card_id IS NOT"
                      + " NULL LIMIT 1"),
              row(
                  "consent_event",
                  "consent_id, status, recipient_kind, recipient, what, ground, until_day, author,"
                      + " at",
                  "gen_random_uuid(), 'active', 'school', o.w, 'summary', 'other', now(), 'P',"
                      + " now()"),
              row("due_announced", "due, kind, at", "now(), 'due', now()"),
              row(
                  "handed_out",
                  "handed_id, what, recipient, author, at",
                  "md5(o.f::text)::uuid, 'letter', o.w, 'P', now()"),
              row(
                  "meldcode_event",
                  "meldcode_id, submission, part, event, author, at",
                  "gen_random_uuid(), gen_random_uuid(), 0, jsonb_build_object('reason', o.w), 'P',"
                      + " now()"),
              row(
                  "next_agreed",
                  "agreed_id, on_day, reason, author, agreed_at",
                  "gen_random_uuid(), now(), o.w, 'P', now()"),
              row(
                  "parent_goal",
                  "goal_id, version, words, owner, look_back_on, status, author, at",
                  "gen_random_uuid(), 1, o.w, 'P', now(), 'active', 'P', now()"),
              row(
                  "referral_read",
                  "version, answer, read_by, author, at",
                  "1, 'mentioned', o.w, 'P', now()"),
              row(
                  "task_event",
                  "task_id, code, status, owner, owner_is_role, owner_rule, due, question,"
                      + " asked_by, at",
                  "gen_random_uuid(), 'consult', 'requested', 'P', false, 'r', now(), o.w, 'P',"
                      + " now()"),
              byPatient(
                  "draft",
                  "user_ref, form, form_key, version, typed, saved_at",
                  "'P', 'start', gen_random_uuid(), 1, o.w, now()"),
              byPatient(
                  "emergency_access",
                  "access_id, account, name, user_ref, kind, reason, that_day, usual, began_at,"
                      + " until_at",
                  "md5(o.f::text || 'e')::uuid, 'u', 'N', 'P', 'other', o.w || ' in nood', 1, 3,"
                      + " now(), now() + interval '1 hour'"),
              byPatient(
                  "launch_session",
                  "session_hash, user_ref, epd, locale, began_at, seen_at",
                  "convert_to(o.w, 'UTF8'), 'P', 'https://epd.example', 'nl', now(), now()")));

  private static Map.Entry<String, String> row(String table, String columns, String values) {
    return Map.entry(
        table,
        "WITH o AS (SELECT ?::uuid t, ?::uuid f, ?::text p, ?::text w) INSERT INTO %s (tenant_id,"
                .formatted(table)
            + " family_id, %s) SELECT o.t, o.f, %s FROM o".formatted(columns, values));
  }

  private static Map.Entry<String, String> byPatient(String table, String columns, String values) {
    return Map.entry(
        table,
        "WITH o AS (SELECT ?::uuid t, ?::uuid f, ?::text p, ?::text w) INSERT INTO %s (tenant_id,"
                .formatted(table)
            + " patient_ref, %s) SELECT o.t, o.p, %s FROM o".formatted(columns, values));
  }

  /** Fills them, and what the libraries keep. */
  static void fill(UUID tenant, UUID family, String patient, String word) {
    ROWS.values().forEach(sql -> DisclosureTest.asSuperuser(sql, tenant, family, patient, word));
    DisclosureTest.asSuperuser(
        "INSERT INTO emergency_review (tenant_id, access_id, outcome, remark, account, name, at)"
            + " SELECT ?::uuid, md5(?::text || 'e')::uuid, 'justified', ?, 'u', 'N', now()",
        tenant,
        family,
        word);
    DisclosureTest.asSuperuser(
        "INSERT INTO event_publication (id, listener_id, event_type, serialized_event,"
            + " publication_date) VALUES (gen_random_uuid(), 'l', 't', ?, now())",
        "{\"tenant\":\"" + tenant + "\",\"family\":\"" + family + "\"}");
    DisclosureTest.asSuperuser(
        "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
            + " VALUES ('delivery', ?, now() + interval '1 year', false, 1)",
        family.toString());
  }
}
