package nl.kindcheck.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record opens from the office by a care relation that the EPD confirms, and by none other. */
class CareRelationOpensTests extends ReachTest {

  @ParameterizedTest
  @ValueSource(strings = {"ca-opens-1", "Patient/ca-opens-2", " ca-opens-3 "})
  void theSamePagesOpenAsALaunchOpens(String typed) {
    String patient = typed.strip().replace("Patient/", "");
    told("haven", patient);

    Launched session = session(ask(clinician("u-anna", INTAKER), typed));

    Answer page = open(session, "/app");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("patiënt " + patient + " in het EPD")
        .contains("Hier geopend omdat u deze patiënt zag in Encounter/e-" + patient)
        .contains("op 1 juni 2026", "Dit dossier sluiten")
        .doesNotContain("kc-emergency\"");
    assertThat(open(session, "/app/meldcode").status()).isEqualTo(200);
  }

  @Test
  void theRecordIsThatOfThePatientAlone() {
    String theirs = recorded("haven", "ca-theirs");
    told("haven", "ca-mine");
    Launched session = session(ask(clinician("u-anna", INTAKER), "ca-mine"));

    assertThat(open(session, "/app/kindcheck/summary/" + theirs).status()).isEqualTo(404);
  }

  @Test
  void theLogSaysOnWhichGroundAndWhatItRestedOn() {
    told("haven", "ca-log");
    Launched session = session(ask(clinician("u-anna", INTAKER), "ca-log"));
    open(session, "/app");

    assertThat(lines("ca-log"))
        .extracting(Line::event, Line::object, Line::reference, Line::ground, Line::source)
        .endsWith(
            org.assertj.core.groups.Tuple.tuple("read", "care-relation", null, "role", "office"),
            org.assertj.core.groups.Tuple.tuple(
                "launch", "session", "e-ca-log", "care-relation", "office"),
            org.assertj.core.groups.Tuple.tuple(
                "read", "overview", null, "care-relation", "office"));
    assertThat(lines("ca-log"))
        .filteredOn(l -> l.ground().equals("care-relation"))
        .allMatch(l -> l.user().equals("u-anna") && l.role().equals("clinician"));
  }

  @Test
  void aFullReferenceToThisEpdCountsAndOneToAnotherDoesNot() {
    told("haven", "ca-full");
    String here = World.fhirServer("haven") + "/" + INTAKER;
    String elsewhere = World.fhirServer("duin") + "/" + INTAKER;

    assertThat(ask(clinician("u-full", here), "ca-full").status()).isEqualTo(303);
    assertThat(ask(clinician("u-full", elsewhere), "ca-full").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "ca-no-1, none, Bij uw account staat niet wie u in het EPD bent",
        "ca-no-2, Patient/intaker, Bij uw account staat niet wie u in het EPD bent",
        "ca-no-3, intaker, Bij uw account staat niet wie u in het EPD bent",
        "ca-no-4, Practitioner/other, niet weten dat u een patiënt met dit nummer behandelt",
        "ca-no-5, PractitionerRole/intaker, niet weten dat u een patiënt met dit nummer behandelt"
      })
  void whoeverHasNoRelationIsRefusedInWordsAndInTheLog(
      String patient, @org.jspecify.annotations.Nullable String fhirUser, String words) {
    told("haven", patient);

    Answer answer = ask(clinician("u-no", fhirUser), patient);

    assertThat(answer.status()).isEqualTo(403);
    nothingOpens(answer);
    assertThat(answer.body()).contains(words, "Noodtoegang", "name=\"reason\"");
    Line last = lines(patient).get(lines(patient).size() - 1);
    assertThat(last.event()).isEqualTo("refuse");
    assertThat(last.outcome()).isEqualTo("refused-403");
    assertThat(last.user()).isEqualTo("u-no");
  }

  @Test
  void theAnswerDoesNotTellWhetherThereIsSuchAPatient() {
    recorded("haven", "ca-there");

    String there = ask(clinician("u-x", "Practitioner/x"), "ca-there").body();
    String not = ask(clinician("u-x", "Practitioner/x"), "ca-away1").body();

    assertThat(masked(there, "ca-there")).isEqualTo(masked(not, "ca-away1"));
  }

  private static String masked(String body, String patient) {
    return body.replace(patient, "P").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  @ParameterizedTest
  @CsvSource({"90, 303", "91, 403"})
  void aContactCountsForThePeriodOfThePolicy(int days, int status) {
    String patient = "ca-period-" + days;
    told("haven", patient);
    Launched who = clinician("u-period", INTAKER);
    clock.moveTo(LocalDate.parse(DAY).plusDays(days));

    Answer answer = ask(who, patient);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.body()).contains("meer dan 90 dagen geleden");
    }
  }

  @Test
  void itIsLookedUpAnewAtEveryOpening() {
    told("haven", "ca-anew");
    Launched who = clinician("u-anew", INTAKER);
    assertThat(ask(who, "ca-anew").status()).isEqualTo(303);

    // The EPD corrects who saw the patient.
    String corrected =
        Bodies.intake("ca-anew", "e-ca-anew", DAY).replace(INTAKER, "Practitioner/somebody-else");
    assertThat(hook("haven", corrected).status()).isEqualTo(200);

    assertThat(ask(who, "ca-anew").status()).isEqualTo(403);
  }

  private void managedBy(String manager, String patient) {
    String body =
        Bodies.intake(patient, "e-" + patient, DAY)
            .replace(
                "\"status\": \"active\",",
                "\"status\": \"active\", \"careManager\": {\"reference\": \"%s\"},"
                    .formatted(manager));
    assertThat(hook("haven", body).status()).isEqualTo(200);
  }

  @Test
  void whoeverManagesTheCareHasARelationUntilAPeriodAfterItEnded() {
    managedBy("Practitioner/manager", "ca-manager");
    Launched manager = clinician("u-manager", "Practitioner/manager");
    Launched session = session(ask(manager, "ca-manager"));
    assertThat(open(session, "/app").body())
        .contains("omdat u regiebehandelaar van deze patiënt bent", "1 juni 2026");

    clock.moveTo(LocalDate.parse("2026-07-01"));
    managedBy("Practitioner/next", "ca-manager");

    clock.moveTo(LocalDate.parse("2026-07-01").plusDays(90));
    assertThat(ask(manager, "ca-manager").status()).isEqualTo(303);
    clock.moveTo(LocalDate.parse("2026-07-01").plusDays(91));
    Answer ended = ask(manager, "ca-manager");
    assertThat(ended.status()).isEqualTo(403);
    assertThat(ended.body()).contains("regiebehandelaar van deze patiënt tot 1 juli 2026");
  }

  @Test
  void aPatientOfAnotherOrganisationIsNotReached() {
    told("duin", "ca-tenant");

    assertThat(ask(clinician("u-tenant", INTAKER), "ca-tenant").status()).isEqualTo(403);
    Launched there = Offices.session(DATABASE, "duin", Role.CLINICIAN, "u-tenant", INTAKER);
    assertThat(ask(there, "ca-tenant").status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Anja Verzonnen",
        "Patient/",
        "Practitioner/1",
        "1' OR '1'='1",
        "../x",
        "Patient/1/2",
        "<b>1</b>",
        "11111111111111111111111111111111111111111111111111111111111111111"
      })
  void whatIsNoReferenceOfAPatientIsRefused(String typed) {
    Answer answer = ask(clinician("u-typed", INTAKER), typed);

    assertThat(answer.status()).isEqualTo(422);
    nothingOpens(answer);
    assertThat(answer.body()).contains("Vul het nummer van de patiënt in").doesNotContain("<b>1");
  }

  @Test
  void aPatientInTheAddressIsNotRead() {
    told("haven", "ca-query");
    Launched who = clinician("u-query", INTAKER);
    Answer answer = open(who, OPEN + "?patient=ca-query");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("value=\"ca-query\"");
    nothingOpens(answer);
  }

  @Test
  void aFormWithoutItsTokenOpensNothing() {
    told("haven", "ca-csrf");
    Answer answer =
        send(
            request(OPEN)
                .header("Cookie", clinician("u-csrf", INTAKER).cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("patient=ca-csrf")));
    assertThat(answer.status()).isEqualTo(403);
    nothingOpens(answer);
  }

  @Test
  void leavingTheOfficeClosesTheRecordThatWasOpenedThere() {
    told("haven", "ca-leave");
    Launched who = clinician("u-leave", INTAKER);
    Launched session = session(ask(who, "ca-leave"));
    Launched both = new Launched(who.cookie() + "; " + session.cookie(), who.csrf());

    assertThat(submit(both, "/office/logout").status()).isEqualTo(303);

    assertThat(open(session, "/app").status()).isEqualTo(401);
  }

  @Test
  void aTokenOfAClinicianReachesThePatientItNamesAndNoOtherWhateverTheRelation() {
    String id = recorded("haven", "ca-token");
    told("haven", "ca-token");
    var claims =
        World.bearerClaims("haven", "clinician", "user/*.rs patient/*.rs")
            .claim("fhirUser", INTAKER);

    assertThat(bearer(World.bearer(claims), id)).isEqualTo(403);
    assertThat(bearer(World.bearer(claims.claim("patient", "another")), id)).isEqualTo(404);
    assertThat(bearer(World.bearer(claims.claim("patient", "ca-token")), id)).isEqualTo(200);
  }

  private int bearer(String token, String response) {
    return send(request("/fhir/QuestionnaireResponse/" + response)
            .header("Authorization", "Bearer " + token))
        .status();
  }
}
