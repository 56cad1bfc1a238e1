package nl.kindcheck.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;

/**
 * The Haven tries to reach what the Duin recorded, with everything that the Haven has: a system and
 * every role with every scope, a session of a launch, a session of the office. The ids are those
 * that stand in the Duin's tables, whatever tables there are; the routes are those of the matrix,
 * whatever routes there are.
 */
class TenantsFromOutsideTests extends DuinTest {

  /** Everybody of the Haven whom a route might let through. */
  private static List<Somebody> haven(Matrix.Row row) {
    if (pattern(row).startsWith("/app")) {
      // Of a patient of their own, and of one who has the same number there.
      return List.of(session("haven", "atk-haven"), session("haven", PATIENT));
    }
    if (pattern(row).startsWith("/office")) {
      return row.roles().stream().sorted().map(role -> office("haven", role)).toList();
    }
    return row.roles().stream().sorted().map(role -> token("haven", role, PATIENT)).toList();
  }

  @Test
  void everyTableThatHoldsIdsOfTheDuinGaveSome() throws SQLException {
    Set<String> without = new TreeSet<>(tables());
    without.removeAll(ids.keySet());
    without.removeAll(WITHOUT_IDS);
    // Written by what this test does not do.
    without.removeIf(
        table ->
            table.matches(
                "due_announced|referral_read|next_agreed|meldcode_reading|office_session"
                    // These have the ids of what they hang on, or of nothing any more.
                    + "|emergency_(end|notice|review)|destroyed|destruction_key"
                    + "|policy_(start|followed)"));
    assertThat(without).as("tables of which no id is tried").isEmpty();
    assertThat(allIds()).hasSizeGreaterThanOrEqualTo(FEWEST_IDS);
  }

  @Test
  void noIdOfTheDuinAnswersAnythingElseThanAnIdOfNothing() throws SQLException {
    List<String> wrong = new ArrayList<>();
    Set<String> reached = new TreeSet<>();
    for (Matrix.Row row : rows()) {
      if (!hasPlace(row)) {
        continue;
      }
      List<Somebody> all = haven(row);
      wrong.addAll(differing(row, all));
      int tried = all.size() * FEWEST_IDS;
      if (row.method().equals("GET")) {
        reachedByTheDuin(row, reached);
      }
      if (tried > 0) {
        kinds.merge(kind(row), tried, Integer::sum);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(ofTheDuin()).isEqualTo(fingerprint);
    // So that the walk is no walk past closed doors: the Duin itself opens them with the same ids.
    assertThat(reached)
        .contains(
            "GET /fhir/QuestionnaireResponse/{id}",
            "GET /fhir/QuestionnaireResponse/{id}/_history/{version}",
            "GET /fhir/RelatedPerson/{id}",
            "GET /fhir/Observation/{id}",
            "GET /fhir/Provenance/{id}",
            "GET /fhir/Task/{id}",
            "GET /fhir/Goal/{id}",
            "GET /app/timeline/{child}",
            "GET /app/meldcode/{id}",
            "GET /app/meldcode/{id}/history",
            "GET /app/care/goals/{id}",
            "GET /app/kindcheck/correct/{id}",
            "GET /app/kindcheck/done/{id}",
            "GET /app/kindcheck/summary/{id}",
            "GET /app/kindcheck/summary/{id}/pdf");
    kinds.forEach(
        (kind, tried) ->
            Attacks.tried(
                "another organisation",
                "every id in its tables, at least " + FEWEST_IDS + ", at every " + kind,
                tried,
                "the same answer as for an id that does not exist; nothing of it changed"));
  }

  private final Map<String, Integer> kinds = new TreeMap<>();

  private void reachedByTheDuin(Matrix.Row row, Set<String> reached) {
    Somebody who =
        pattern(row).startsWith("/app")
            ? of(Launches.session(DATABASE, "duin", "Patient/" + PATIENT, "Encounter/e1"))
            : whoMay(row, "duin", PATIENT);
    for (String id : allIds()) {
      if (get(who, path(row, id)).status() == 200) {
        reached.add(line(row));
        return;
      }
    }
  }

  @Test
  void noSearchFindsAnythingOfTheDuin() {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (Matrix.Row row : rows()) {
      if (!row.method().equals("GET") || hasPlace(row) || !pattern(row).startsWith("/fhir/")) {
        continue;
      }
      for (Role role : row.roles()) {
        Somebody who = token("haven", role, PATIENT);
        Somebody ofNobody = token("haven", role, NOBODYS);
        String all = everyPage(who, pattern(row) + "?_count=200");
        assertThat(all).as(line(row)).doesNotContain(SECRET, "\"value\":\"duin\"");
        if (pattern(row).endsWith("/AuditEvent")) {
          // The Haven's own log says what the Haven asked for: that it asked, and under which id.
          tried++;
          continue;
        }
        allIds().stream()
            .filter(all::contains)
            .forEach(id -> wrong.add(line(row) + " shows " + id));
        tried++;
        for (String name :
            List.of("patient", "subject", "encounter", "_id", "owner", "based-on", "code", "url")) {
          for (String value : valuesOf(name)) {
            Answer answer = get(who, pattern(row) + "?" + name + "=" + encoded(value));
            String nothing = value.replace(PATIENT, NOBODYS).replaceAll(ID.pattern(), NOTHING);
            Answer other = get(ofNobody, pattern(row) + "?" + name + "=" + encoded(nothing));
            if (!search(answer, value).equals(search(other, nothing))) {
              wrong.add(
                  line(row)
                      + " "
                      + name
                      + "="
                      + value
                      + ": "
                      + answer.body()
                      + " instead of "
                      + other.body());
            }
            tried++;
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    Attacks.tried(
        "another organisation",
        "every FHIR search: of everything, and by its patients, encounters and ids",
        tried,
        "finds what a search for nobody finds");
  }

  private static String search(Answer answer, String asked) {
    return same(answer, asked)
        .replace(encoded(asked), "ASKED")
        .replaceAll("_getpages=[^\"&]*|_pageId=[^\"&]*", "page");
  }

  private static List<String> valuesOf(String name) {
    return switch (name) {
      case "patient", "subject" -> List.of("Patient/" + PATIENT, PATIENT);
      case "encounter" -> List.of("Encounter/e-" + PATIENT);
      case "owner" -> List.of("Practitioner/intaker-of-" + PATIENT);
      default -> allIds().stream().limit(1).toList();
    };
  }

  /** A search with all its pages. */
  private String everyPage(Somebody who, String path) {
    StringBuilder all = new StringBuilder();
    Answer page = get(who, path);
    for (int i = 0; i < 50; i++) {
      all.append(page.body());
      String next = page.status() == 200 ? link(page, "next") : "";
      if (next.isEmpty()) {
        return all.toString();
      }
      page = get(who, next.substring(World.PUBLIC_URL.length()));
    }
    return all.toString();
  }

  @Test
  void noOperationAndNoPageSaysAnythingOfTheDuin() {
    int tried = 0;
    for (Role role : List.of(Role.SYSTEM, Role.CLINICIAN)) {
      Somebody who = token("haven", role, PATIENT);
      for (String path :
          List.of(
              "/fhir/Patient/" + PATIENT + "/$kindcheck-status",
              "/fhir/Patient/" + NOBODYS + "/$kindcheck-status")) {
        assertThat(get(who, path).body()).doesNotContain("\"last\"", SECRET);
        tried++;
      }
    }
    Somebody system = token("haven", Role.SYSTEM, PATIENT);
    for (String body :
        List.of(
            "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"subject\","
                + " \"valueReference\": {\"reference\": \"Patient/"
                + PATIENT
                + "\"}}]}",
            "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"encounter\","
                + " \"resource\":"
                + Bodies.encounter(PATIENT, "e-" + PATIENT, DAY, "AMB", "in-progress")
                + "}]}")) {
      String operation =
          body.contains("subject\", \"value")
              ? "Questionnaire/$populate"
              : "Encounter/$kindcheck-gate";
      Answer answer = json(system, "POST", "/fhir/" + operation, body);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).doesNotContain(SECRET, "gate.considered");
      tried++;
    }
    for (Matrix.Row row : rows()) {
      if (!isPage(row)
          || hasPlace(row)
          || !row.method().equals("GET")
          || row.roles().isEmpty() && !row.who().contains(Matrix.SESSION)) {
        continue;
      }
      for (Somebody who : haven(row)) {
        String body = get(who, pattern(row)).body();
        assertThat(body).as(line(row)).doesNotContain(SECRET);
        assertThat(allIds().stream().filter(body::contains)).as(line(row)).isEmpty();
        tried++;
      }
    }
    Attacks.tried(
        "another organisation",
        "every operation and page, also for a patient with the same number here",
        tried,
        "nothing that it recorded");
  }

  @Test
  void itsCardsPagesOfSearchesAndTokensAreNothingHere() throws SQLException {
    int tried = FEWEST_IDS;
    for (String card : allIds()) {
      Answer answer = feedback("haven", card);
      Answer nothing = feedback("haven", NOTHING);
      assertThat(same(answer, card)).isEqualTo(same(nothing, NOTHING));
    }
    String next =
        link(fhirGet("duin", "Observation?subject=Patient/" + PATIENT + "&_count=2"), "next")
            .substring(World.PUBLIC_URL.length());
    assertThat(get(token("duin", Role.SYSTEM, PATIENT), next).status()).isEqualTo(200);
    for (Role role : List.of(Role.SYSTEM, Role.CLINICIAN)) {
      assertThat(get(token("haven", role, PATIENT), next).status()).isEqualTo(410);
      tried++;
    }
    assertThat(ofTheDuin()).isEqualTo(fingerprint);
    Attacks.tried(
        "another organisation",
        "feedback on its cards, and the signed address of the next page of its search",
        tried,
        "422 as for no card; 410");
  }

  @Test
  void aKeyOfASessionIsNothingElsewhere() {
    int tried = 0;
    for (String organisation : List.of("haven", "duin")) {
      String other = organisation.equals("haven") ? World.DUIN.toString() : World.HAVEN.toString();
      String own = organisation.equals("haven") ? World.HAVEN.toString() : World.DUIN.toString();
      String launched = Launches.session(DATABASE, organisation, "Patient/atk-key", null).cookie();
      String office = office(organisation, Role.ADMINISTRATOR).value();
      for (String cookie :
          List.of(
              launched.replace(own, other),
              launched.replace("kindcheck-session", "kindcheck-office"),
              office.replace(own, other),
              office.replace("kindcheck-office", "kindcheck-session"))) {
        Somebody who = new Somebody("Cookie", cookie, "");
        assertThat(get(who, "/app").status()).isEqualTo(401);
        assertThat(get(who, "/office").status()).isIn(401, 503);
        tried += 2;
      }
    }
    Attacks.tried(
        "another organisation",
        "the key of a session under the other organisation's id, or as a key of the other kind of"
            + " session",
        tried,
        "opens nothing");
  }
}
