package nl.kindcheck.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;

/** What is logged: the fact, by whom, for whom, on which ground; never the content. */
class LineTests extends AuditTest {

  @Test
  void aRecordingIsALineInTheTransactionThatRecords() {
    String id = recorded("haven", "au-create");
    assertThat(id).isNotBlank();
    assertThat(lines("au-create"))
        .singleElement()
        .isEqualTo(
            new Seen(
                "create",
                "QuestionnaireResponse",
                "",
                "",
                "a-test-user",
                "system",
                "token",
                "haven",
                "system-scope",
                "done"));
    assertThat(
            count(
                "SELECT count(*) FROM audit_line l, response r WHERE l.patient_ref ="
                    + " 'Patient/au-create' AND r.response_id = ?::uuid AND l.xmin = r.xmin",
                id))
        .isOne();
  }

  @Test
  void aReadingNamesWhatWasRead() {
    String id = recorded("haven", "au-read");
    fhirGet("haven", "QuestionnaireResponse/" + id);
    assertThat(last("au-read").event()).isEqualTo("read");
    assertThat(last("au-read").object()).isEqualTo("QuestionnaireResponse");
    assertThat(last("au-read").reference()).isEqualTo(id);
  }

  @Test
  void aReadingThatFindsNobodyIsALineToo() {
    String nobody = "00000000-0000-4000-8000-00000000a0d1";
    assertThat(fhirGet("haven", "QuestionnaireResponse/" + nobody).status()).isEqualTo(404);
    assertThat(
            count(
                "SELECT count(*) FROM audit_line WHERE object_ref = ? AND event = 'read' AND"
                    + " outcome = 'nothing-found' AND patient_ref IS NULL",
                nobody))
        .isOne();
  }

  @Test
  void aSearchNamesItsParametersAndNotTheirValues() {
    recorded("haven", "au-search");
    fhirGet("haven", "Observation?subject=Patient/au-search&code=wellbeing");
    Seen line = last("au-search");
    assertThat(line.event()).isEqualTo("search");
    assertThat(line.object()).isEqualTo("Observation");
    assertThat(line.parameters()).contains("code").doesNotContain("wellbeing", "au-search");
  }

  @Test
  void aSearchWithoutAPatientIsALineForEachWhoWasShown() {
    recorded("haven", "au-many-1");
    recorded("haven", "au-many-2");
    fhirGet("haven", "QuestionnaireResponse?encounter=Encounter/e-au-many-1");
    assertThat(last("au-many-1").event()).isEqualTo("search");
    assertThat(last("au-many-2").event()).isEqualTo("create");
  }

  @Test
  void anAmendmentIsACorrection() {
    String id = recorded("haven", "au-amend");
    String body = Bodies.twoChildren("au-amend", "e-au-amend", DAY);
    assertThat(amend("haven", id, "W/\"1\"", amended(body, id, "a slip")).status()).isEqualTo(200);
    assertThat(last("au-amend").event()).isEqualTo("correct");
  }

  @Test
  void aPageIsReadByTheClinicianInTheLaunchedRecord() {
    recorded("haven", "au-page");
    Launched session = session("au-page");
    assertThat(open(session, "/app").status()).isEqualTo(200);
    assertThat(last("au-page"))
        .isEqualTo(
            new Seen(
                "read",
                "overview",
                "",
                "",
                Launches.CLINICIAN,
                "clinician",
                World.fhirServer("haven"),
                "haven",
                "launch-context",
                "done"));
    assertThat(lines("au-page")).as("one line a request").hasSize(2);
  }

  @Test
  void aSummaryOnPaperIsPrinted() {
    String id = recorded("haven", "au-print");
    Launched session = session("au-print");
    assertThat(open(session, "/app/kindcheck/summary/" + id + "/pdf").status()).isEqualTo(200);
    assertThat(last("au-print").event()).isEqualTo("print");
    assertThat(last("au-print").reference()).isEqualTo(id);
  }

  @Test
  void aHookIsALineOfTheUserWhoHasTheRecordOpen() {
    hook("haven", Bodies.intake("au-hook", "e-au-hook", DAY));
    assertThat(lines("au-hook"))
        .singleElement()
        .isEqualTo(
            new Seen(
                "hook",
                "encounter-start",
                "",
                "",
                "Practitioner/intaker",
                "system",
                World.fhirServer("haven"),
                "haven",
                "system-scope",
                "card"));
    assertThat(
            count(
                "SELECT count(*) FROM audit_line l, hook_call h, family f WHERE l.patient_ref ="
                    + " 'Patient/au-hook' AND f.patient_ref = l.patient_ref AND h.family_id ="
                    + " f.family_id AND l.xmin = h.xmin"))
        .isOne();
  }

  @Test
  void aHookThatIsRefusedIsARefusal() {
    long before = refusals("encounter-start") + refusals("hook");
    hook("haven", "{\"hook\": \"encounter-start\"}");
    assertThat(refusals("encounter-start") + refusals("hook")).isEqualTo(before + 1);
  }

  private static long refusals(String object) {
    return count("SELECT count(*) FROM audit_line WHERE event = 'refuse' AND object = ?", object);
  }

  @Test
  void whatIsOutsideTheScopeIsARefusalOfAKnownOrganisation() {
    long before = refusals("QuestionnaireResponse");
    var request =
        request("/fhir/QuestionnaireResponse?patient=Patient/au-scope")
            .header("Authorization", "Bearer " + World.bearer("haven", "system/Task.rs"));
    assertThat(send(request).status()).isEqualTo(403);
    assertThat(refusals("QuestionnaireResponse")).isEqualTo(before + 1);
  }

  @Test
  void aWayThatIsClosedIsARefusalOfAKnownOrganisation() {
    long before = refusals("unknown");
    var request =
        request("/nothing-here").header("Authorization", "Bearer " + World.bearer("haven", ALL));
    assertThat(send(request).status()).isEqualTo(404);
    assertThat(refusals("unknown")).isEqualTo(before + 1);
  }

  @Test
  void whatCannotBeRecordedIsARefusalAndNoRecording() {
    String body = Bodies.response("au-bad", "e", DAY, "{\"linkId\": \"not-ours\"}");
    assertThat(fhirPost("haven", RESPONSE, body).status()).isEqualTo(422);
    assertThat(lines("au-bad")).extracting(Seen::event).containsExactly("refuse");
    assertThat(last("au-bad").outcome()).isEqualTo("refused-422");
  }

  @Test
  void anotherPatientsResponseIsARefusalInBothRecords() {
    String id = recorded("haven", "au-theirs");
    Launched session = session("au-mine");
    assertThat(open(session, "/app/kindcheck/summary/" + id).status()).isEqualTo(404);
    assertThat(lines("au-theirs"))
        .extracting(Seen::event)
        .containsExactly("create", "read", "refuse");
    assertThat(last("au-theirs").user()).isEqualTo(Launches.CLINICIAN);
  }

  @Test
  void aFormWithoutItsTokenIsARefusal() {
    Launched session = session("au-csrf");
    var request =
        request("/app/kindcheck/start")
            .header("Cookie", session.cookie())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("a=b"));
    assertThat(send(request).status()).isEqualTo(403);
    assertThat(last("au-csrf").event()).isEqualTo("refuse");
  }

  @Test
  void whoeverIsNobodyLeavesNoLineInAnyonesLog() {
    long before = count("SELECT count(*) FROM audit_line WHERE outcome = 'refused-401'");
    assertThat(send(request("/fhir/Task?patient=Patient/au-nobody")).status()).isEqualTo(401);
    assertThat(open(new Launched("kindcheck-session=x", ""), "/app").status()).isEqualTo(401);
    assertThat(count("SELECT count(*) FROM audit_line WHERE outcome = 'refused-401'"))
        .isEqualTo(before);
  }

  @Test
  void endingASessionIsALine() {
    Launched session = session("au-end");
    assertThat(submit(session, "/app/end").status()).isEqualTo(303);
    assertThat(last("au-end").event()).isEqualTo("logout");
  }

  @Test
  void aDraftIsALineAndItsWordsAreNot() {
    Launched session = session("au-draft");
    Answer kept =
        submit(
            session,
            "/app/kindcheck/draft",
            "_form",
            "start",
            "_key",
            UUID.randomUUID().toString(),
            "_version",
            "0",
            "parent-words",
            "Verzonnen Geheim");
    assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    assertThat(lines("au-draft"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.event()).isEqualTo("create");
              assertThat(line.object()).isEqualTo("draft");
            });
    assertThat(count("SELECT count(*) FROM audit_line l WHERE l::text LIKE '%Geheim%'")).isZero();
  }

  @Test
  void noContentStandsInTheLog() {
    recorded("haven", "au-content");
    fhirGet("haven", "RelatedPerson?patient=Patient/au-content");
    fhirGet("haven", "RelatedPerson?patient=Patient/au-content&name=Noor");
    fhirGet("haven", "Task?Noor=1");
    for (String word : List.of("Noor", "Sam", "2019-03", "goes-well", "Verzonnen")) {
      assertThat(
              text(
                  "SELECT string_agg(l::text, ' ') FROM audit_line l WHERE l::text LIKE ?",
                  "%" + word + "%"))
          .as(word)
          .isNull();
    }
  }

  @Test
  void noOrganisationSeesTheLinesOfAnother() {
    recorded("duin", "au-duin");
    assertThat(
            count(
                "SELECT count(*) FROM audit_line WHERE patient_ref = 'Patient/au-duin' AND"
                    + " tenant_id <> ?",
                World.DUIN))
        .isZero();
    assertThat(last("au-duin").responsible()).isEqualTo("duin");
  }
}
