package nl.kindcheck.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Access in an emergency: a reason, a time limit, a mark in the log and on every page. */
class EmergencyTests extends ReachTest {

  private static Instant until(String patient) {
    return query(
            "SELECT until_at FROM emergency_access WHERE patient_ref = ?",
            row -> row.getObject(1, java.time.OffsetDateTime.class).toInstant(),
            "Patient/" + patient)
        .get(0);
  }

  @Test
  void itOpensTheSamePagesAndSaysSoOnEachOfThem() {
    String id = recorded("haven", "em-pages");
    Launched session = session(inEmergency(clinician("u-em", null), "em-pages"));

    String clock =
        DateTimeFormatter.ofPattern("HH:mm")
            .withZone(ZoneId.of("Europe/Amsterdam"))
            .format(until("em-pages"));
    for (String path :
        List.of(
            "/app",
            "/app/meldcode",
            "/app/care",
            "/app/guide",
            "/app/kindcheck/start",
            "/app/kindcheck/summary/" + id)) {
      Answer page = open(session, path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.body())
          .as(path)
          .contains("Noodtoegang tot " + clock + ".", "Wordt gelogd en gemeld.")
          .contains("Nu beëindigen");
    }
  }

  @Test
  void itLastsAnHour() {
    inEmergency(clinician("u-em", null), "em-hour");
    assertThat(until("em-hour"))
        .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(1, ChronoUnit.MINUTES));
  }

  @Test
  void itIsNeverLongerThanEightHoursWhateverIsWritten() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                asSuperuser(
                    "INSERT INTO emergency_access VALUES (?, gen_random_uuid(), 'Patient/x', 'u',"
                        + " 'n', 'r', 'other', 'a reason that is long', 1, 3, now(), now() +"
                        + " interval '8 hours 1 second')",
                    World.HAVEN))
        .hasMessageContaining("check");
  }

  @Test
  void itEndsByItselfAlsoInTheMiddleOfTheWork() {
    Launched session = session(inEmergency(clinician("u-em", null), "em-over"));
    assertThat(open(session, "/app").status()).isEqualTo(200);

    assertThat(
            asSuperuser(
                "UPDATE launch_session SET ends_at = ends_at - interval '61 minutes' WHERE"
                    + " patient_ref = 'Patient/em-over'"))
        .isOne();

    assertThat(open(session, "/app").status()).isEqualTo(401);
    assertThat(open(session, "/app").status()).isEqualTo(401);
  }

  @Test
  void aFormThatComesAfterItsEndIsNotKept() {
    Launched cookie = session(inEmergency(clinician("u-em", INTAKER), "em-late"));
    asSuperuser(
        "UPDATE launch_session SET ends_at = ends_at - interval '61 minutes' WHERE patient_ref ="
            + " 'Patient/em-late'");
    Launched session = new Launched(cookie.cookie(), Launches.csrf(cookie.cookie()));

    Answer answer =
        submit(session, "/app/kindcheck/start", "_key", World.HAVEN.toString(), "label", "Noor");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(count("SELECT count(*) FROM draft WHERE patient_ref = 'Patient/em-late'")).isZero();
  }

  @Test
  void whoeverIsInItCanEndIt() {
    Launched cookie = session(inEmergency(clinician("u-em", null), "em-end"));
    Launched session = new Launched(cookie.cookie(), Launches.csrf(cookie.cookie()));

    assertThat(submit(session, "/app/end").status()).isEqualTo(303);

    assertThat(open(session, "/app").status()).isEqualTo(401);
    assertThat(
            count(
                "SELECT count(*) FROM emergency_end WHERE access_id = ?::uuid",
                emergency("em-end")))
        .isOne();
  }

  @Test
  void everyLineCarriesTheGroundAndTheIdAndNeverTheReason() {
    Launched session = session(inEmergency(clinician("u-line", INTAKER), "em-line"));
    open(session, "/app");
    String id = emergency("em-line");

    List<Line> lines = lines("em-line");
    assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.ground()).isEqualTo("emergency");
              assertThat(line.source()).isEqualTo("emergency/" + id);
              assertThat(line.user()).isEqualTo("u-line");
            });
    assertThat(lines.get(0).event() + lines.get(1).event()).contains("emergency", "launch");
    assertThat(lines)
        .filteredOn(l -> l.event().equals("emergency"))
        .singleElement()
        .satisfies(l -> assertThat(l.reference()).isEqualTo(id));
    assertThat(count("SELECT count(*) FROM audit_line l WHERE l::text LIKE '%vanaf de brug%'"))
        .isZero();
  }

  @Test
  void inTheLogAsFhirItIsMarkedAsBreakingTheGlassForGood() {
    session(inEmergency(clinician("u-fhir", null), "em-fhir"));
    Answer found =
        send(
            request("/fhir/AuditEvent?patient=Patient/em-fhir")
                .header(
                    "Authorization", "Bearer " + World.bearer("haven", "system/AuditEvent.rs")));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.body()).contains("BTG", "emergency/" + emergency("em-fhir"));
  }

  static List<List<String>> badReasons() {
    return List.of(
        List.of("life-danger", "", "minstens drie woorden"),
        List.of("life-danger", "   \u200b  ", "minstens drie woorden"),
        List.of("life-danger", "nood", "minstens drie woorden"),
        List.of("life-danger", "a b c d e f g h", "minstens drie woorden"),
        List.of("life-danger", "... --- ... 123 456", "minstens drie woorden"),
        List.of("life-danger", "het is nodig " + "x".repeat(1_000), "niet meer dan 1000"),
        List.of("life-danger", "kind met nummer 123456782 is weg", "Er lijkt een BSN in te staan"),
        List.of("life-danger", "kind is weg 123 - 456 - 782", "Er lijkt een BSN in te staan"),
        List.of("", REASON, "Kies wat voor nood het is"),
        List.of("curiosity", REASON, "Kies wat voor nood het is"));
  }

  @ParameterizedTest
  @MethodSource("badReasons")
  void withoutAReasonThatSaysSomethingNothingOpens(List<String> bad) {
    Answer answer = inEmergency(clinician("u-bad", null), "em-bad", bad.get(0), bad.get(1));

    assertThat(answer.status()).isEqualTo(422);
    nothingOpens(answer);
    assertThat(answer.body()).contains(bad.get(2));
    assertThat(accesses("em-bad")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"Anja Verzonnen", "../x", "Practitioner/1"})
  void whatIsNoPatientIsRefused(String typed) {
    Answer answer = inEmergency(clinician("u-bad", null), typed);
    assertThat(answer.status()).isEqualTo(422);
    nothingOpens(answer);
  }

  /** A Kindcheck is signed by somebody whom the EPD knows. */
  @Test
  void whoeverIsNobodyInTheEpdSignsWithTheirAccountAndRecordsNoKindcheck() {
    String cookie = session(inEmergency(clinician("u-nobody @ x", null), "em-sign")).cookie();
    Launched session = new Launched(cookie, Launches.csrf(cookie));
    assertThat(
            query(
                "SELECT user_ref FROM launch_session WHERE patient_ref = 'Patient/em-sign'",
                row -> row.getString(1)))
        .containsExactly("urn:kindcheck:account:u-nobody+%40+x");

    assertThat(noChildren(session).status()).isEqualTo(422);
    nothingIsStored("em-sign");
  }

  @Test
  void whoeverIsKnownInTheEpdRecordsAKindcheckInTheirOwnName() {
    String cookie = session(inEmergency(clinician("u-known", INTAKER), "em-known")).cookie();

    Answer saved = noChildren(new Launched(cookie, Launches.csrf(cookie)));

    assertThat(saved.status()).as(saved.body()).isEqualTo(303);
    assertThat(
            query(
                "SELECT r.author FROM response r JOIN family f USING (tenant_id, family_id) WHERE"
                    + " f.patient_ref = 'Patient/em-known'",
                row -> row.getString(1)))
        .containsExactly(INTAKER);
  }

  private Answer noChildren(Launched session) {
    String key = java.util.UUID.randomUUID().toString();
    return submit(session, "/app/kindcheck/no-children", "_key", key, "_answer", "none");
  }

  @Test
  void aChangedKeyOpensNothing() {
    Launched session = session(inEmergency(clinician("u-em", null), "em-tamper"));
    String key = session.cookie();
    char last = key.charAt(key.length() - 1);
    String changed = key.substring(0, key.length() - 1) + (last == 'A' ? 'B' : 'A');
    String elsewhere = key.replace(World.HAVEN.toString(), World.DUIN.toString());

    assertThat(open(new Launched(changed, ""), "/app").status()).isEqualTo(401);
    assertThat(open(new Launched(elsewhere, ""), "/app").status()).isEqualTo(401);
  }

  @Test
  void itReachesNobodyOfAnotherOrganisation() {
    String theirs = recorded("duin", "em-tenant");
    Launched session = session(inEmergency(clinician("u-em", null), "em-tenant"));

    assertThat(open(session, "/app").body()).doesNotContain("Noor");
    assertThat(open(session, "/app/kindcheck/summary/" + theirs).status()).isEqualTo(404);
  }

  @Test
  void anotherRecordEndsIt() {
    Launched who = clinician("u-two", null);
    Launched first = session(inEmergency(who, "em-first"));
    Launched both = new Launched(who.cookie() + "; " + first.cookie(), who.csrf());

    assertThat(inEmergency(both, "em-second").status()).isEqualTo(303);

    assertThat(open(first, "/app").status()).isEqualTo(401);
    assertThat(
            count(
                "SELECT count(*) FROM emergency_end WHERE access_id = ?::uuid",
                emergency("em-first")))
        .isOne();
  }

  @Test
  void nobodyIsRefusedBecauseTheyNeededItOften() {
    for (int i = 1; i <= 5; i++) {
      assertThat(inEmergency(clinician("u-often", null), "em-often-" + i).status()).isEqualTo(303);
    }
    assertThat(
            query(
                "SELECT that_day FROM emergency_access WHERE account = 'u-often' ORDER BY began_at",
                row -> row.getInt(1)))
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void theServiceCanNeitherChangeNorRemoveIt() {
    for (String table :
        List.of("emergency_access", "emergency_notice", "emergency_review", "emergency_end")) {
      assertThat(
              count(
                  "SELECT count(*) FROM information_schema.role_table_grants WHERE grantee ="
                      + " 'kindcheck_app' AND table_name = ? AND privilege_type IN ('UPDATE',"
                      + " 'DELETE', 'TRUNCATE')",
                  table))
          .as(table)
          .isZero();
    }
  }
}
