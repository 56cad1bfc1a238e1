package nl.kindcheck.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.tenancy.Matrix;
import org.junit.jupiter.api.Test;

/** Bodies that are made to cost much, or to say more than their sender may. */
class BodyAttackTests extends AttackTest {

  /** The EPD alone is asked. */
  private static final Set<String> READS_NO_BODY = Set.of("POST /units/epd/preview");

  private static final String MARK = "mass-assigned";
  private static final String MARKED_ID = "abadcafe-0000-4000-8000-abadcafe0000";

  private static final String ENTITIES =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
          + " \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d"
          + " \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
          + "<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"&d;&e;\"/></Patient>";

  private static Map<String, String> bombs() {
    Map<String, String> bombs = new LinkedHashMap<>();
    bombs.put(
        "arrays nested 100,000 deep", "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    bombs.put("objects nested 100,000 deep", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
    bombs.put("a number of 500,000 digits", "{\"resourceType\": " + "9".repeat(500_000) + "}");
    bombs.put("a number with a huge exponent", "{\"resourceType\": 1e999999999}");
    bombs.put(
        "a number with a huge negative exponent",
        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"x\", \"valueDecimal\":"
            + " 1e-999999999}]}");
    bombs.put("the same name twice", "{\"resourceType\": \"Basic\", \"resourceType\": \"Basic\"}");
    bombs.put("a name of 1,000,000 signs", "{\"" + "n".repeat(1_000_000) + "\": 1}");
    bombs.put("entities of XML that grow and one that names a file", ENTITIES);
    return bombs;
  }

  /** The token of a call is good for one of them: each has its own. */
  private Answer sent(Matrix.Row row, String type, String body) {
    boolean hook = row.who().contains(Matrix.HOOK);
    Somebody who =
        hook
            ? new Somebody("Authorization", "Bearer " + World.hookToken("haven", pattern(row)), "")
            : whoMay(row, "haven", "atk-bomb");
    var request =
        request(path(row, NOTHING))
            .header("Content-Type", type)
            .header("If-Match", "W/\"1\"")
            .header(who.header(), who.value());
    return send(request.method(row.method(), BodyPublishers.ofString(body)));
  }

  @Test
  void nothingThatIsMadeToCostMuchIsTakenIn() {
    List<String> wrong = new ArrayList<>();
    bombs()
        .forEach(
            (what, body) -> {
              int tried = 0;
              boolean xml = body.startsWith("<");
              for (Matrix.Row row : rows()) {
                if (!sendsSomething(row) || isPage(row) || READS_NO_BODY.contains(line(row))) {
                  continue;
                }
                List<String> types =
                    xml
                        ? List.of(
                            "application/fhir+xml",
                            "application/xml",
                            "text/xml",
                            "application/json")
                        : List.of(
                            row.who().contains(Matrix.HOOK)
                                ? "application/json"
                                : "application/fhir+json");
                for (String type : types) {
                  Answer answer = sent(row, type, body);
                  if (answer.status() < 400 || !wrongWith(answer).isEmpty()) {
                    wrong.add(
                        line(row)
                            + " "
                            + type
                            + " "
                            + what
                            + ": "
                            + answer.status()
                            + " "
                            + wrongWith(answer));
                  }
                  tried++;
                }
              }
              Attacks.tried("XML and JSON bombs", what, tried, "refused with 4xx");
            });
    assertThat(wrong).isEmpty();
  }

  /** A dozen signs that FHIR's own parser writes out in full. */
  @Test
  void aNumberThatGrowsInsideAResponseIsRefused() {
    int tried = 0;
    for (String value :
        List.of(
            "\"valueDecimal\": 1e999999999",
            "\"valueDecimal\": 1e-999999999",
            "\"valueDecimal\": -1.5E-00000100",
            "\"valueInteger\": 1e999999999",
            "\"valueDecimal\": " + "9".repeat(900),
            "\"valueQuantity\": {\"value\": 1e999999999}")) {
      String body =
          Bodies.bareTick("atk-number", "e", DAY)
              .replace(
                  "\"item\": [",
                  "\"item\": [{\"linkId\": \"outcome\", \"answer\": [{%s}]}, ".formatted(value));
      Answer answer = fhirPost("haven", RESPONSE, body);
      assertThat(answer.status()).as(value + " " + answer.body()).isBetween(400, 499);
      assertThat(wrongWith(answer)).isEmpty();
      tried++;
    }
    nothingIsStored("atk-number");
    Attacks.tried(
        "XML and JSON bombs", "numbers in the answers of a response", tried, "refused with 4xx");
  }

  /** Everywhere in the database, seen by a superuser. */
  private static List<String> whereItStands(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DATABASE.asSuperuser();
        Statement sql = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                  + " 'public'::regnamespace")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows =
            sql.executeQuery(
                "SELECT count(*) FROM "
                    + table
                    + " t WHERE row_to_json(t)::text LIKE '%"
                    + text
                    + "%'")) {
          rows.next();
          if (rows.getLong(1) > 0) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }

  private static final String[] MORE = {
    "tenant",
    World.DUIN.toString(),
    "tenantId",
    World.DUIN.toString(),
    "tenant_id",
    MARKED_ID,
    "organisation",
    MARK,
    "role",
    MARK,
    "roles",
    MARK,
    "user",
    MARK,
    "userRef",
    MARK,
    "user_ref",
    MARK,
    "author",
    MARK,
    "performer",
    MARK,
    "patient",
    "Patient/" + MARK,
    "patientRef",
    "Patient/" + MARK,
    "patient_ref",
    "Patient/" + MARK,
    "familyId",
    MARKED_ID,
    "family_id",
    MARKED_ID,
    "id",
    MARKED_ID,
    "recordedAt",
    MARK,
    "at",
    MARK,
    "standing",
    MARK,
    "shielded",
    MARK,
    "class.name",
    MARK,
    "said.author",
    MARK,
    "launch.user",
    MARK,
    "encounter",
    "Encounter/" + MARK
  };

  private static String[] with(String... own) {
    String[] all = new String[own.length + MORE.length];
    System.arraycopy(own, 0, all, 0, own.length);
    System.arraycopy(MORE, 0, all, own.length, MORE.length);
    return all;
  }

  @Test
  void aFormSaysNothingOfWhoWroteItOrWhereItBelongs() throws SQLException {
    int tried = 0;
    for (Matrix.Row row : rows()) {
      if (!isPage(row) || !row.method().equals("POST")) {
        continue;
      }
      Somebody reader = whoMay(row, "haven", "atk-mass");
      List<String> own = new ArrayList<>();
      for (String name : fieldsOn(get(reader, path(row, NOTHING)))) {
        own.add(name);
        own.add("1");
      }
      Somebody who = whoMay(row, "haven", "atk-mass");
      String token = fields("_csrf", who.csrf()) + "&";
      Answer answer =
          form(who, path(row, NOTHING), token + fields(with(own.toArray(String[]::new))));
      assertThat(wrongWith(answer)).as(line(row)).isEmpty();
      tried += MORE.length / 2;
    }
    for (String[] good : GOOD) {
      Launched session = Launches.session(DATABASE, "haven", "Patient/atk-mass", "Encounter/e1");
      String[] own = java.util.Arrays.copyOfRange(good, 1, good.length);
      Answer answer = submit(session, good[0], with(own));
      assertThat(answer.status()).as(good[0] + answer.body()).isEqualTo(303);
      tried += MORE.length / 2;
    }
    assertThat(whereItStands(MARK)).isEmpty();
    assertThat(whereItStands(MARKED_ID)).isEmpty();
    assertThat(
            count(
                "SELECT count(*) FROM family WHERE tenant_id = ? AND patient_ref ="
                    + " 'Patient/atk-mass'",
                World.DUIN))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM parent_goal g JOIN family f USING (tenant_id, family_id)"
                    + " WHERE f.patient_ref = 'Patient/atk-mass' AND g.author = ?",
                Launches.CLINICIAN))
        .isOne();
    Attacks.tried(
        "mass assignment",
        "22 fields in each form that it does not have: organisation, role, author, patient, family",
        tried,
        "passed over; in no table afterwards");
  }

  /** Forms that are taken, so that what comes with them could be kept. */
  private static final List<String[]> GOOD =
      List.of(
          new String[] {
            "/app/care/goals/new",
            "words",
            "Samen ontbijten.",
            "owner",
            "Anna",
            "day",
            "2030-06-01",
            "status",
            "active",
            "reason",
            ""
          },
          new String[] {
            "/app/care/consent",
            "kind",
            "school",
            "recipient",
            "Basisschool",
            "what",
            "children-exist",
            "ground",
            "patient-consents",
            "until",
            "2026-09-01"
          },
          new String[] {
            "/app/kindcheck/no-children", "_key", UUID.randomUUID().toString(), "_answer", "none"
          },
          new String[] {
            "/app/guide/consult", "key", UUID.randomUUID().toString(), "question", "Een vraag"
          },
          new String[] {"/app/language", "language", "en", "back", "/app"});

  @Test
  void aBodySaysNothingOfItEither() throws SQLException {
    String extra =
        "\"tenant\": \"%s\", \"role\": \"%s\", \"familyId\": \"%s\", \"recordedAt\": \"%s\", "
            .formatted(MARK, MARK, MARKED_ID, MARK);
    Answer response =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.bareTick("atk-mass-2", "e", DAY).replaceFirst("\\{", "{" + extra));
    assertThat(response.status()).as(response.body()).isEqualTo(400);
    Answer called =
        hook(
            "haven",
            Bodies.intake("atk-mass-3", "atk-mass-3-e", DAY).replaceFirst("\\{", "{" + extra));
    assertThat(called.status()).as(called.body()).isEqualTo(200);
    String meta =
        "\"id\": \"%s\", \"meta\": {\"versionId\": \"77\", \"lastUpdated\": \"2001-01-01T00:00:00Z\"}, "
            .formatted(MARKED_ID);
    Answer versioned =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.bareTick("atk-mass-4", "e", DAY).replaceFirst("\\{", "{" + meta));
    assertThat(versioned.status()).as(versioned.body()).isIn(201, 400, 422);
    if (versioned.status() == 201) {
      assertThat(versioned.http().headers().firstValue("Location").orElseThrow())
          .endsWith("/_history/1")
          .doesNotContain(MARKED_ID);
    }
    assertThat(whereItStands(MARK)).isEmpty();
    Attacks.tried(
        "mass assignment",
        "in a response and in a hook: organisation, role, family; in a response its id, version and"
            + " time",
        3,
        "an element that FHIR does not know is refused; in a hook it is passed over; id and version"
            + " are ours");
  }
}
