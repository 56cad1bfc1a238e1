package nl.kindcheck.service.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The family's row is what follows from all that was recorded, whatever the order it came in. */
class ProjectionProperties extends FhirTest {

  private static final TenantId HAVEN = new TenantId(World.HAVEN);
  private static final int STEPS = 25;

  @Autowired private FamilyRecord record;
  @Autowired private TenantSql sql;
  @Autowired private Policies policies;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void theRowIsWhatTheRecordSaysAfterEveryStep(long seed) {
    Random random = new Random(seed);
    String patient = "f-pro-" + seed;
    Map<String, Integer> versions = new LinkedHashMap<>();
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      steps.add(step(random, patient, versions));
      follows(patient, steps.toString());
    }
  }

  private String step(Random random, String patient, Map<String, Integer> versions) {
    int what = random.nextInt(10);
    if (what < 6) {
      String body = hookBody(random, patient);
      Answer answer = hook("haven", body);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      return "hook";
    }
    if (what < 8 || versions.isEmpty()) {
      Answer created = fhirPost("haven", RESPONSE, said(random, patient));
      assertThat(created.status()).as(created.body()).isEqualTo(201);
      versions.put(idIn(created), 1);
      return "record";
    }
    String id = List.copyOf(versions.keySet()).get(random.nextInt(versions.size()));
    int version = versions.getOrDefault(id, 1);
    Answer amended =
        amend("haven", id, "W/\"" + version + "\"", amended(said(random, patient), id, "why"));
    assertThat(amended.status()).as(amended.body()).isEqualTo(200);
    versions.put(id, version + 1);
    return "amend";
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static String hookBody(Random random, String patient) {
    String day = one(random, "2026-05-01", "2026-05-20", "2026-05-31", DAY);
    String body =
        Bodies.intake(patient, patient + one(random, "-a", "-b", "-c"), day)
            .replace("\"AMB\"", one(random, "\"AMB\"", "\"AMB\"", "\"EMER\"", "\"IMP\""))
            .replace(
                "\"in-progress\"", one(random, "\"in-progress\"", "\"cancelled\"", "\"finished\""))
            .replace("Practitioner/intaker", one(random, "Practitioner/one", "Practitioner/two"));
    String manager = one(random, "", "one", "two");
    if (!manager.isEmpty()) {
      body =
          body.replace(
              "\"status\": \"active\",",
              "\"status\": \"active\", \"careManager\": {\"reference\": \"Practitioner/manager-"
                  + manager
                  + "\"},");
    }
    return switch (random.nextInt(6)) {
      case 0 -> body.replace("\"status\": \"active\"", "\"status\": \"finished\"");
      case 1 -> body.replace("\"encounter-start\"", "\"encounter-discharge\"");
      case 2 -> body.replaceAll("\"participant\": \\[\\{\"individual\": \\{[^}]*}}],", "");
      default -> body;
    };
  }

  private static String said(Random random, String patient) {
    String on = one(random, "2026-05-10", "2026-05-30", DAY);
    String whole = Bodies.twoChildren(patient, patient + one(random, "-a", "-b"), on);
    return switch (random.nextInt(5)) {
      case 0 -> Bodies.bareTick(patient, patient + "-a", on);
      case 1 -> whole.replace("\"pluis\"", "\"niet-pluis\"");
      case 2 ->
          Bodies.response(
              patient,
              patient + "-a",
              on,
              Bodies.outcome("declined")
                  + ", {\"linkId\": \"reason\", \"answer\": [{\"valueString\": \"not today\"}]}");
      case 3 ->
          whole.replace(
              "\"item\": [{\"linkId\": \"outcome\"",
              "\"item\": ["
                  + Bodies.coded("household-change", "answer", "yes")
                  + ", {\"linkId\": \"outcome\"");
      default -> whole;
    };
  }

  /** The row, compared with what follows from all that was recorded. */
  private void follows(String patient, String steps) {
    FamilyId id = FamilyId.of(HAVEN, "Patient/" + patient);
    sql.inTransaction(
        HAVEN,
        () -> {
          FamilyHead row = record.lock(HAVEN, id).orElseThrow();
          FamilyHead rebuilt = record.rebuilt(HAVEN, row);
          assertThat(row.state()).as(steps).isEqualTo(rebuilt.state());
          assertThat(row.intaker()).as(steps).isEqualTo(rebuilt.intaker());
          assertThat(row.careManager()).as(steps).isEqualTo(rebuilt.careManager());
          String due =
              String.valueOf(FamilyHeads.due(row.state(), policies.today(HAVEN), clock.now()));
          assertThat(
                  count(
                      "SELECT count(*) FROM family WHERE family_id = ? AND coalesce(next_due::text,"
                          + " 'null') = ?",
                      id.value(),
                      due))
              .as(steps)
              .isOne();
          return true;
        });
  }

  @Test
  void hooksAndRecordingsAtOnceLoseNothing() {
    String patient = "f-pro-at-once";
    List<Callable<Answer>> works = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String encounter = patient + "-" + i;
      works.add(
          () ->
              hook("haven", Bodies.intake(patient, encounter, DAY).replace("\"AMB\"", "\"EMER\"")));
      works.add(
          () -> fhirPost("haven", RESPONSE, Bodies.bareTick(patient, encounter, "2026-05-20")));
    }
    assertThat(atOnce(works)).extracting(Answer::status).containsOnly(200, 201);
    assertThat(rows("response", patient)).isEqualTo(8);
    assertThat(rows("care_seen", patient)).isGreaterThanOrEqualTo(8);
    follows(patient, "at once");
    FamilyHead row = sql.inTransaction(HAVEN, () -> record.known(HAVEN, "Patient/" + patient));
    assertThat(row.state().events()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(row.state().since()).hasSize(8);
  }

  @Test
  void recordingsAndAmendmentsAtOnceKeepTheOrderOfTheRecord() {
    String patient = "f-pro-order";
    String id = recorded("haven", patient);
    List<Callable<Answer>> works = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      works.add(() -> fhirPost("haven", RESPONSE, Bodies.twoChildren(patient, "e", DAY)));
    }
    works.add(
        () ->
            amend(
                "haven", id, "W/\"1\"", amended(Bodies.twoChildren(patient, "e", DAY), id, "why")));
    assertThat(atOnce(works)).extracting(Answer::status).containsOnly(200, 201);
    follows(patient, "in order");
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT recorded_at, lag(recorded_at) OVER (ORDER BY seq) AS"
                    + " before FROM statement s JOIN family f USING (tenant_id, family_id) WHERE"
                    + " f.patient_ref = ?) x WHERE recorded_at < before",
                "Patient/" + patient))
        .isZero();
  }
}
