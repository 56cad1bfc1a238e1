package nl.kindcheck.service.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.PagesTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The Kindcheck that comes back, and the goals, on the page and over FHIR. */
class PlanTests extends PagesTest {

  private static final TenantId HAVEN = new TenantId(World.HAVEN);

  @Autowired private ParentGoals goals;

  private String id(Visit visit) {
    return visit.patient().replace("Patient/", "");
  }

  private JsonNode plan(Visit visit, String parameter) {
    Answer found = fhirGet("haven", "CarePlan?" + parameter + "=" + visit.patient());
    assertThat(found.status()).as(found.body()).isEqualTo(200);
    assertThat(ids(found)).hasSize(1);
    return found.json().path("entry").path(0).path("resource");
  }

  private static JsonNode detail(JsonNode plan) {
    return plan.path("activity").path(0).path("detail");
  }

  /** A goal that became what the test needs. */
  private ParentGoal goal(Visit visit, ParentGoal.Status status, String reason) {
    String by = "Practitioner/anna";
    UUID id =
        goals.add(
            HAVEN, visit.patient(), by, UUID.randomUUID(), said(ParentGoal.Status.ACTIVE, ""));
    goals.change(HAVEN, visit.patient(), by, id, 1, said(status, reason));
    return goals.byId(HAVEN, id).orElseThrow();
  }

  private ParentGoals.Said said(ParentGoal.Status status, String reason) {
    return new ParentGoals.Said(
        "Ik wil samen eten.", "Anna", clock.today().plusDays(30), status, reason);
  }

  @Test
  void theKindcheckComesBackAfterTheIntervalThatTheRuleGives() {
    Visit visit = visit().during("Encounter/e1");
    recorded("haven", id(visit));
    JsonNode plan = plan(visit, "subject");
    assertThat(plan.path("id").asString())
        .isEqualTo(FamilyId.of(HAVEN, visit.patient()).toString());
    assertThat(plan.path("subject").path("reference").asString()).isEqualTo(visit.patient());
    assertThat(plan.has("text")).isFalse();
    JsonNode detail = detail(plan);
    assertThat(detail.path("code").path("coding").path(0).path("code").asString())
        .isEqualTo("kindcheck");
    JsonNode timing = detail.path("scheduledTiming");
    assertThat(timing.path("event").path(0).asString()).isEqualTo("2026-12-01");
    assertThat(timing.path("repeat").path("period").asInt()).isEqualTo(6);
    assertThat(timing.path("repeat").path("periodUnit").asString()).isEqualTo("mo");
    assertThat(detail.path("description").asString())
        .contains("De laatste volledige Kindcheck was op 1 juni 2026");
    assertThat(detail.path("performer").size()).isEqualTo(1);
    assertThat(plan(visit, "patient")).isEqualTo(plan);
  }

  @Test
  void itSaysTheSameDateAsTheStatusOfTheKindcheck() {
    Visit visit = visit().during("Encounter/e1");
    hook("haven", Bodies.intake(id(visit), "e-" + id(visit), DAY));
    Answer status = fhirGet("haven", visit.patient() + "/$kindcheck-status");
    JsonNode detail = detail(plan(visit, "subject"));
    String due = detail.path("scheduledTiming").path("event").path(0).asString();
    assertThat(status.body()).contains("\"valueDate\":\"" + due + "\"");
    assertThat(detail.path("scheduledTiming").has("repeat")).isFalse();
    assertThat(detail.path("status").asString()).isEqualTo("not-started");
    assertThat(detail.path("performer").path(0).path("reference").asString())
        .isEqualTo("Practitioner/intaker");
  }

  @Test
  void itIsReadByTheFamilysIdAndInEnglishToo() {
    Visit visit = visit().during("Encounter/e1");
    recorded("haven", id(visit));
    String path = "CarePlan/" + FamilyId.of(HAVEN, visit.patient());
    assertThat(fhirGet("haven", path).json()).isEqualTo(plan(visit, "subject"));
    Answer english =
        send(
            request("/fhir/" + path)
                .header("Authorization", "Bearer " + World.bearer("haven", ALL))
                .header("Accept-Language", "en"));
    assertThat(detail(english.json()).path("description").asString())
        .contains("The last complete Kindcheck was on 1 June 2026");
  }

  @Test
  void itIsNeverStoredAndMovesWithTheRecord() {
    Visit visit = visit().during("Encounter/e1");
    recorded("haven", id(visit));
    assertThat(detail(plan(visit, "subject")).path("status").asString()).isEqualTo("scheduled");
    clock.moveTo(java.time.LocalDate.of(2027, 1, 5));
    assertThat(detail(plan(visit, "subject")).path("status").asString()).isEqualTo("not-started");
    assertThat(
            count(
                "SELECT count(*) FROM pg_tables WHERE tablename LIKE '%care_plan%' OR tablename"
                    + " LIKE 'careplan%'"))
        .isZero();
  }

  @Test
  void ofAStrangerThereIsNoneAndAnotherOrganisationSeesNone() {
    Visit visit = visit().during("Encounter/e1");
    assertThat(ids(fhirGet("haven", "CarePlan?subject=" + visit.patient()))).isEmpty();
    recorded("haven", id(visit));
    ParentGoal goal = goal(visit, ParentGoal.Status.ACTIVE, "");
    assertThat(ids(fhirGet("duin", "CarePlan?subject=" + visit.patient()))).isEmpty();
    assertThat(ids(fhirGet("duin", "Goal?subject=" + visit.patient()))).isEmpty();
    refused(fhirGet("duin", "CarePlan/" + FamilyId.of(HAVEN, visit.patient())), 404);
    refused(fhirGet("duin", "Goal/" + goal.id()), 404);
  }

  @Test
  void badQuestionsAreRefused() {
    refused(fhirGet("haven", "CarePlan"), 400);
    refused(fhirGet("haven", "Goal"), 400);
    refused(fhirGet("haven", "CarePlan?subject=Group/1"), 400);
    refused(fhirGet("haven", "CarePlan/nonsense"), 404);
    refused(fhirGet("haven", "Goal/11111111-1111-4111-8111-111111111111"), 404);
    for (String path : new String[] {"CarePlan?subject=Patient/x", "Goal?subject=Patient/x"}) {
      refused(
          send(
              request("/fhir/" + path)
                  .header("Authorization", "Bearer " + World.bearer("haven", "system/Task.rs"))),
          403);
    }
  }

  @Test
  void theOpenGoalsStandInThePlanAndEachGoalIsFoundBySubject() {
    Visit visit = visit().during("Encounter/e1");
    ParentGoal open = goal(visit, ParentGoal.Status.ACTIVE, "");
    ParentGoal stopped = goal(visit, ParentGoal.Status.STOPPED, "Past niet meer.");
    assertThat(plan(visit, "subject").path("goal").toString())
        .contains("Goal/" + open.id())
        .doesNotContain(stopped.id().toString());
    Answer found = fhirGet("haven", "Goal?subject=" + visit.patient());
    assertThat(ids(found)).containsExactlyInAnyOrder(open.id().toString(), stopped.id().toString());
    JsonNode goal = fhirGet("haven", "Goal/" + stopped.id()).json();
    assertThat(goal.path("lifecycleStatus").asString()).isEqualTo("cancelled");
    assertThat(goal.path("statusReason").asString()).isEqualTo("Past niet meer.");
    assertThat(goal.path("description").path("text").asString()).isEqualTo("Ik wil samen eten.");
    assertThat(goal.path("expressedBy").path("reference").asString()).isEqualTo(visit.patient());
    assertThat(goal.path("target").path(0).has("measure")).isFalse();
  }

  @Test
  void aPostponedOneKeepsItsDateAndWaits() {
    Visit visit = visit().during("Encounter/e1");
    String postponed =
        Bodies.response(
            id(visit),
            "e-" + id(visit),
            DAY,
            Bodies.outcome("postponed")
                + ", {\"linkId\": \"reason\", \"answer\": [{\"valueString\": \"Eerst rust.\"}]},"
                + " {\"linkId\": \"postponed-until\", \"answer\": [{\"valueDate\":"
                + " \"2026-06-20\"}]}");
    assertThat(fhirPost("haven", RESPONSE, postponed).status()).isEqualTo(201);
    JsonNode plan = plan(visit, "subject");
    assertThat(plan.path("status").asString()).isEqualTo("active");
    assertThat(detail(plan).path("status").asString()).isEqualTo("on-hold");
    assertThat(detail(plan).path("scheduledTiming").path("event").path(0).asString())
        .isEqualTo(DAY);
    assertThat(words(visit.open("/app/care"))).contains("Hij is uitgesteld tot 20 juni 2026.");
  }

  @Test
  void afterThePatientDiedThereIsNoneAnyMore() {
    Visit visit = visit().during("Encounter/e1");
    recorded("haven", id(visit));
    String died =
        Bodies.view(id(visit))
            .replace(
                "{\"resourceType\": \"Patient\",",
                "{\"resourceType\": \"Patient\", \"deceasedDateTime\": \"2026-05-30\",");
    assertThat(hook("haven", died).status()).isEqualTo(200);
    JsonNode plan = plan(visit, "subject");
    assertThat(plan.path("status").asString()).isEqualTo("revoked");
    assertThat(detail(plan).path("status").asString()).isEqualTo("stopped");
    assertThat(detail(plan).has("scheduledTiming")).isFalse();
    assertThat(detail(plan).path("description").asString()).isNotBlank();
    assertThat(words(visit.open("/app/care"))).contains("Er komt geen Kindcheck meer.");
  }

  @Test
  void theSuggestionOfAGoalLeadsToTheGoals() {
    Visit visit = visit().during("Encounter/e1");
    String start = "/app/kindcheck/start";
    Answer form = visit.open(start);
    assertThat(form.body()).doesNotContain("href=\"/app/care/goals\"");
    Answer kept =
        visit.post(
            start,
            "_key",
            hidden(form, "_key"),
            "_version",
            hidden(form, "_version"),
            "outcome",
            "concerns",
            "_action",
            "draft");
    assertThat(visit.follow(kept).body()).contains("href=\"/app/care/goals\"");
  }

  private static String hidden(Answer page, String name) {
    Matcher field =
        Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page.body());
    assertThat(field.find()).as(name).isTrue();
    return field.group(1);
  }

  @Test
  void thePageSaysWhatIsPlannedWhyAndByWhom() {
    Visit visit = visit().during("Encounter/e1");
    recorded("haven", id(visit));
    goal(visit, ParentGoal.Status.ACTIVE, "");
    assertThat(words(visit.open("/app/care")))
        .contains(
            "1 december 2026",
            "6 maanden na een volledige Kindcheck",
            "De laatste volledige Kindcheck was op 1 juni 2026",
            "Door wie",
            "Ik wil samen eten.",
            "Nog niet vastgelegd of de verwijzing",
            "Er is nog niets afgesproken.");
    assertThat(visit.open("/app").body()).contains("href=\"/app/care\"");
  }

  @Test
  void thePageIsThereBeforeAnybodyAskedAndInEnglish() {
    Visit visit = visit().in("en").during("Encounter/e1");
    assertThat(words(visit.open("/app/care")))
        .contains("A Kindcheck. It is due.", "There is no open goal now.");
  }
}
