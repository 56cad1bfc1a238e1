package nl.kindcheck.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.service.World;
import nl.kindcheck.service.platform.DomainClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The log as FHIR: for whoever was granted it by name, and each reading of it is a line. */
class AuditEventTests extends AuditTest {

  private static final String BY_NAME = "system/AuditEvent.rs";

  private Answer log(String organisation, String scope, String path) {
    return send(
        request("/fhir/" + path)
            .header("Authorization", "Bearer " + World.bearer(organisation, scope)));
  }

  private static List<String> subtypes(Answer bundle) {
    List<String> codes = new ArrayList<>();
    for (JsonNode entry : bundle.json().path("entry")) {
      codes.add(entry.path("resource").path("subtype").path(0).path("code").asString());
    }
    return codes;
  }

  @Test
  void aPatientsLinesAreGivenTheNewestFirst() {
    String id = recorded("haven", "au-ae-1");
    fhirGet("haven", "QuestionnaireResponse/" + id);
    Answer found = log("haven", BY_NAME, "AuditEvent?patient=Patient/au-ae-1");
    assertThat(found.status()).as(found.body()).isEqualTo(200);
    assertThat(subtypes(found)).containsExactly("read", "create");
  }

  @Test
  void aLineIsMappedAsTheDocumentationSays() {
    String id = recorded("haven", "au-ae-2");
    open(session("au-ae-2"), "/app/kindcheck/summary/" + id + "/pdf");
    JsonNode event =
        log("haven", BY_NAME, "AuditEvent?patient=Patient/au-ae-2")
            .json()
            .path("entry")
            .path(0)
            .path("resource");
    assertThat(event.path("type").path("code").asString()).isEqualTo("110110");
    assertThat(event.path("subtype").path(0).path("code").asString()).isEqualTo("print");
    assertThat(event.path("action").asString()).isEqualTo("R");
    assertThat(event.path("outcome").asString()).isEqualTo("0");
    assertThat(event.path("purposeOfEvent").toString()).contains("launch-context");
    JsonNode user = event.path("agent").path(0);
    assertThat(user.path("requestor").asBoolean()).isTrue();
    assertThat(user.toString()).contains("Practitioner/c-test", "clinician", "127.0.0.1");
    assertThat(event.path("agent").path(1).toString()).contains("haven", "CST");
    assertThat(event.path("source").path("site").asString()).isEqualTo(World.fhirServer("haven"));
    assertThat(event.path("entity").path(0).path("what").path("reference").asString())
        .isEqualTo("Patient/au-ae-2");
    assertThat(event.path("entity").path(1).toString()).contains("summary", id);
    assertThat(event.path("meta").path("tag").path(0).path("code").asString())
        .isIn("sealed", "not-sealed-yet");
  }

  @Test
  void oneLineIsReadByItsId() {
    recorded("haven", "au-ae-3");
    String id = ids(log("haven", BY_NAME, "AuditEvent?patient=Patient/au-ae-3")).get(0);
    Answer one = log("haven", BY_NAME, "AuditEvent/" + id);
    assertThat(one.status()).isEqualTo(200);
    assertThat(one.json().path("id").asString()).isEqualTo(id);
    assertThat(log("duin", BY_NAME, "AuditEvent/" + id).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "x", "99999999999999999999", "00000000-0000-4000-8000-000000000000"})
  void whatIsNoIdOfALineIsNotFound(String id) {
    refused(log("haven", BY_NAME, "AuditEvent/" + id), 404);
  }

  @Test
  void aSearchByDateGivesThatDay() {
    recorded("haven", "au-ae-4");
    LocalDate today = LocalDate.now(DomainClock.ZONE);
    String of = "AuditEvent?patient=Patient/au-ae-4&date=";
    assertThat(ids(log("haven", BY_NAME, of + today))).hasSize(1);
    assertThat(ids(log("haven", BY_NAME, of + "ge" + today.plusDays(2)))).isEmpty();
    assertThat(ids(log("haven", BY_NAME, of + "lt" + today.minusDays(1)))).isEmpty();
  }

  @Test
  void readingTheLogIsALine() {
    recorded("haven", "au-ae-5");
    log("haven", BY_NAME, "AuditEvent?patient=Patient/au-ae-5");
    Seen line = last("au-ae-5");
    assertThat(line.event()).isEqualTo("read-log");
    assertThat(line.object()).isEqualTo("AuditEvent");
    assertThat(line.parameters()).isEqualTo("patient");
  }

  @Test
  void whatIsLoggedMeanwhileShiftsNoPage() {
    String id = recorded("haven", "au-ae-6");
    fhirGet("haven", "QuestionnaireResponse/" + id);
    Answer first = log("haven", BY_NAME, "AuditEvent?patient=Patient/au-ae-6&_count=1");
    assertThat(subtypes(first)).containsExactly("read");
    String next = link(first, "next").substring(World.PUBLIC_URL.length());
    Answer second =
        send(request(next).header("Authorization", "Bearer " + World.bearer("haven", BY_NAME)));
    assertThat(subtypes(second)).containsExactly("create");
    assertThat(
            send(request(next).header("Authorization", "Bearer " + World.bearer("haven", ALL)))
                .status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {ALL, "system/*.rs", "user/*.read", "system/Task.rs", "system/AuditEvent.c"})
  void aScopeThatDoesNotNameItOpensNothing(String scope) {
    refused(log("haven", scope, "AuditEvent?patient=Patient/au-ae-7"), 403);
    refused(log("haven", scope, "AuditEvent/1"), 403);
  }

  @Test
  void nobodyWritesTheLogFromOutside() {
    var create =
        request("/fhir/AuditEvent")
            .header("Authorization", "Bearer " + World.bearer("haven", "system/AuditEvent.cruds"))
            .header("Content-Type", "application/fhir+json")
            .POST(BodyPublishers.ofString("{\"resourceType\": \"AuditEvent\"}"));
    assertThat(send(create).status()).isGreaterThanOrEqualTo(400).isLessThan(500);
  }

  @Test
  void anotherOrganisationSeesNothingOfIt() {
    recorded("haven", "au-ae-8");
    assertThat(ids(log("duin", BY_NAME, "AuditEvent?patient=Patient/au-ae-8"))).isEmpty();
  }
}
