package nl.kindcheck.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.PolicyJson;
import org.junit.jupiter.api.BeforeEach;

/** What the Duin recorded before the Haven tries to reach it, and the ids under which it lies. */
abstract class DuinTest extends AttackTest {

  /**
   * How many there are at least: the table of attacks counts these, so that it is always the same.
   */
  static final int FEWEST_IDS = 40;

  /** What the Duin's people said, and nobody else. */
  static final String SECRET = "Zwaluwtje van het Duin";

  static final String PATIENT = "atk-duin";
  static final String NOBODYS = "atk-none";
  static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Tables that hold nothing of a family, or nothing with an id that anybody could ask for. */
  static final Set<String> WITHOUT_IDS =
      Set.of(
          "page_key",
          "policy_version",
          "audit_seal",
          "audit_removed",
          "launch_begun",
          "token_seen");

  static final String OF_THE_DUIN =
      "SELECT row_to_json(t)::text FROM %s t WHERE tenant_id = '" + World.DUIN + "'";

  /** The ids of the Duin by the table in which they stand. */
  static Map<String, Set<String>> ids = new TreeMap<>();

  static String fingerprint = "";

  @BeforeEach
  void theDuinRecorded() throws SQLException {
    if (!ids.isEmpty()) {
      return;
    }
    String body = Bodies.twoChildren(PATIENT, "e-" + PATIENT, DAY).replace("Noor", SECRET);
    Answer created = fhirPost("duin", RESPONSE, body);
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    String response = created.json().path("id").asString();
    assertThat(amend("duin", response, "W/\"1\"", amended(body, response, "A reason")).status())
        .isEqualTo(200);
    Answer shown = hook("duin", Bodies.intake("atk-duin-2", "e-atk-duin-2", DAY));
    String card = shown.json().path("cards").path(0).path("uuid").asString();
    assertThat(feedback("duin", card).status()).isEqualTo(200);
    assertThat(
            fhirPost("duin", RESPONSE, Bodies.bareTick("atk-duin-2", "e-atk-duin-2", DAY)).status())
        .isEqualTo(201);
    Launched session = Launches.session(DATABASE, "duin", "Patient/" + PATIENT, "Encounter/e1");
    saved(
        submit(
            session,
            "/app/care/goals/new",
            "words",
            SECRET,
            "owner",
            "Anna",
            "day",
            "2030-06-01",
            "status",
            "active",
            "reason",
            ""));
    saved(
        submit(
            session,
            "/app/care/consent",
            "kind",
            "school",
            "recipient",
            SECRET,
            "what",
            "children-exist",
            "ground",
            "patient-consents",
            "until",
            "2026-09-01"));
    saved(
        submit(
            session,
            "/app/kindcheck/start",
            "_key",
            UUID.randomUUID().toString(),
            "_version",
            "0",
            "parent-words",
            SECRET,
            "_action",
            "draft"));
    saved(
        submit(
            session,
            "/app/guide/consult",
            "key",
            UUID.randomUUID().toString(),
            "question",
            SECRET));
    meldcode(session);
    theOfficeWorked();
    ids = idsOfTheDuin();
    fingerprint = ofTheDuin();
  }

  /** What comes of the work of an office: each of these has tests of its own, here are its ids. */
  private static void theOfficeWorked() throws SQLException {
    String duin = "'" + World.DUIN + "'::uuid";
    String family = "(SELECT family_id FROM family WHERE tenant_id = " + duin + " LIMIT 1)";
    List<String> rows =
        List.of(
            "policy_draft (tenant_id, version, revision, document, note, by_user, by_role, at)"
                + " SELECT %s, gen_random_uuid(), 1, '"
                + PolicyJson.of(Policy.standard())
                + "', 'atk-duin', 'u', 'administrator', now()",
            "organisation_unit (tenant_id, source, code, kind, name, from_day, by_user, by_role,"
                + " at) SELECT %s, 'csv', gen_random_uuid(), 'team', 'atk-duin', now(), 'u', 'r',"
                + " now()",
            "destruction_event (tenant_id, request_id, family_id, patient_ref, asker, step, author,"
                + " at) SELECT %s, gen_random_uuid(), "
                + family
                + ", 'Patient/"
                + PATIENT
                + "', 'patient', 'asked', 'u', now()",
            "handed_out (tenant_id, handed_id, family_id, what, recipient, author, at)"
                + " SELECT %s, gen_random_uuid(), "
                + family
                + ", 'patient-export', 'R', 'u', now()",
            "emergency_access (tenant_id, access_id, patient_ref, account, name, user_ref, kind,"
                + " reason, that_day, usual, began_at, until_at) SELECT %s, gen_random_uuid(),"
                + " 'Patient/"
                + PATIENT
                + "', 'u', 'N', 'P', 'other', 'verzonnen nood', 1, 3, now(), now() + interval '1"
                + " hour'");
    try (Connection connection = DATABASE.asSuperuser();
        Statement statement = connection.createStatement()) {
      for (String row : rows) {
        statement.execute("INSERT INTO " + row.formatted(duin));
      }
    }
  }

  private static void saved(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isIn(200, 204, 303);
  }

  Answer feedback(String organisation, String card) {
    String path = "/cds-services/kindcheck/feedback";
    return send(
        request(path)
            .header("Authorization", "Bearer " + World.hookToken(organisation, path))
            .header("Content-Type", "application/json")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    "{\"feedback\": [{\"card\": \"%s\", \"outcome\": \"overridden\", \"outcomeTimestamp\": \"2026-06-01T09:05:00Z\"}]}"
                        .formatted(card))));
  }

  /** A record of the Meldcode, as its own page opens it. */
  private void meldcode(Launched session) {
    String page = open(session, "/app/meldcode/new").body();
    List<String> sent = new ArrayList<>();
    for (String[] field :
        List.of(
            new String[] {"key", "name=\"key\"[^>]*value=\"([^\"]*)\""},
            new String[] {"version", "name=\"version\"[^>]*value=\"([^\"]*)\""})) {
      Matcher found = Pattern.compile(field[1]).matcher(page);
      if (found.find()) {
        sent.add(field[0]);
        sent.add(found.group(1));
      }
    }
    Matcher child = Pattern.compile("name=\"child\"[^>]*value=\"([^\"]*)\"").matcher(page);
    assertThat(child.find()).as(page).isTrue();
    sent.addAll(List.of("child", child.group(1), "reason", SECRET));
    saved(submit(session, "/app/meldcode/new", sent.toArray(String[]::new)));
  }

  /** Every id in every row that speaks of one of the Duin's families. */
  private static Map<String, Set<String>> idsOfTheDuin() throws SQLException {
    Map<String, Set<String>> all = new TreeMap<>();
    for (String table : tables()) {
      for (String row : rowsOfTheDuin(table)) {
        Matcher id = ID.matcher(row);
        while (id.find()) {
          all.computeIfAbsent(table, t -> new TreeSet<>()).add(id.group());
        }
      }
    }
    all.values().forEach(of -> of.remove(World.DUIN.toString()));
    Set<String> known = new TreeSet<>();
    all.values().forEach(known::addAll);
    // Rows that name neither a family nor a patient, but a card, a response or a goal of one.
    for (String table : tables()) {
      if (!all.containsKey(table)) {
        for (String row : asked(OF_THE_DUIN.formatted(table))) {
          known.stream()
              .filter(row::contains)
              .forEach(id -> all.computeIfAbsent(table, t -> new TreeSet<>()).add(id));
        }
      }
    }
    return all;
  }

  static List<String> tables() throws SQLException {
    return asked(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname ="
            + " 'tenant_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER"
            + " BY 1");
  }

  private static List<String> rowsOfTheDuin(String table) throws SQLException {
    return asked(
        "SELECT row_to_json(t)::text FROM "
            + table
            + " t WHERE tenant_id = '"
            + World.DUIN
            + "' AND (row_to_json(t)::text LIKE '%atk-duin%' OR EXISTS (SELECT 1 FROM family f"
            + " WHERE f.tenant_id = t.tenant_id AND f.patient_ref LIKE 'Patient/atk-duin%' AND"
            + " row_to_json(t)::text LIKE '%' || f.family_id || '%')) ORDER BY 1");
  }

  private static List<String> asked(String sql) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  /**
   * All that the Duin recorded. Its own looks leave lines and wake sessions, and a timer may make
   * tasks.
   */
  static String ofTheDuin() throws SQLException {
    StringBuilder all = new StringBuilder();
    for (String table : tables()) {
      if (!table.matches("audit_.*|.*_session|due_announced|task_event")) {
        all.append(table).append(rowsOfTheDuin(table));
      }
    }
    return all.toString();
  }

  static Set<String> allIds() {
    Set<String> all = new TreeSet<>();
    ids.values().forEach(all::addAll);
    return all;
  }

  /** What is the same in every answer to the same question. */
  static String same(Answer answer, String asked) {
    String body =
        answer
            .body()
            .replace(asked, "ASKED")
            .replaceAll("value=\"[A-Za-z0-9_=-]{30,}\"", "value")
            .replaceAll("content=\"[A-Za-z0-9_=-]{30,}\"", "content")
            .replaceAll("\"id\":\"[0-9a-f-]{36}\"", "id")
            .replaceAll("\"lastUpdated\":\"[^\"]*\"", "lastUpdated");
    return answer.status() + " " + body;
  }

  private Answer ask(Matrix.Row row, Somebody who, String id) {
    String path = path(row, id);
    if (!sendsSomething(row)) {
      return get(who, path);
    }
    if (isPage(row)) {
      return form(
          who,
          path,
          fields("_csrf", who.csrf(), "key", id, "_key", id, "version", "1", "_version", "1"));
    }
    if (path.contains("$")) {
      return json(who, row.method(), path, "{\"resourceType\": \"Parameters\"}");
    }
    String body = amended(Bodies.bareTick(PATIENT, "e-" + PATIENT, DAY), id, "A reason");
    return json(who, row.method(), path, body);
  }

  /** Where an id of the Duin is answered in another way than one of nothing. */
  List<String> differing(Matrix.Row row, List<Somebody> all) {
    List<String> differing = new ArrayList<>();
    for (Somebody who : all) {
      String nothing = same(ask(row, who, NOTHING), NOTHING);
      for (String id : allIds()) {
        String answer = same(ask(row, who, id), id);
        if (!answer.equals(nothing)) {
          differing.add(line(row) + " " + id + ": " + answer + "\n instead of " + nothing);
        }
      }
    }
    return differing;
  }

  static String kind(Matrix.Row row) {
    if (!isPage(row)) {
      return sendsSomething(row) ? "FHIR interaction that writes" : "FHIR interaction that reads";
    }
    return sendsSomething(row) ? "form" : "page";
  }
}
