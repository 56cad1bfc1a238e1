package nl.kindcheck.demoepd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.demoepd.Browser.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FhirEndpointTest extends EpdTest {

  private static final String HONOS = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.28.1";

  private final JsonMapper json = new JsonMapper();

  @ParameterizedTest
  @CsvSource({
    "/Patient/p01, Patient",
    "/Practitioner/c02, Practitioner",
    "/EpisodeOfCare/p02-episode, EpisodeOfCare",
    "/metadata, CapabilityStatement"
  })
  void reads(String path, String type) {
    assertThat(ok(path).path("resourceType").asString()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "Patient?_id=p03, 1",
    "'Patient?_id=p03,p04', 2",
    "Patient, 10",
    "Practitioner, 3",
    "EpisodeOfCare?patient=p02&_count=20, 1",
    "EpisodeOfCare?patient=Patient/p08&status=waitlist, 1",
    "EpisodeOfCare?patient=p08&status=active, 0",
    "RelatedPerson?patient=p02, 3",
    "RelatedPerson?patient=p10&_count=100, 4",
    "Observation?patient=p07&code=http://snomed.info/sct%7C365470003&_count=20, 1",
    "Observation?patient=p10&code=http://snomed.info/sct%7C365470003&_count=20, 0",
    "Encounter?patient=p10&status=in-progress, 1",
    "Encounter?patient=nobody, 0",
    "Observation?patient=p02&code=" + HONOS + "%7C&_sort=-date&_count=5, 1",
    "Observation?patient=p02&code=" + HONOS + "%7CH+V02, 0",
    "Observation?patient=p02&code=urn:oid:1.2.3%7C, 0",
    "Observation?patient=p04&code=http://snomed.info/sct%7C161714006&_sort=-date&_count=1, 1",
    "Patient?_lastUpdated=gt2026-03-09, 10",
    "Patient?_lastUpdated=lt2026-03-09, 0"
  })
  void searches(String search, int total) {
    JsonNode found = ok("/" + search);

    assertThat(found.path("total").asInt()).isEqualTo(total);
    assertThat(found.path("entry").size()).isEqualTo(total);
  }

  @Test
  void theFamilyAroundAPatientCanBeReadWithAddressAndDeath() {
    assertThat(ok("/Patient/p10").path("address").path(0).path("postalCode").asString())
        .isEqualTo("9999 CD");
    JsonNode people = ok("/RelatedPerson?patient=p10");
    assertThat(people.toString()).contains("relatedperson-deceased", "\"Maquettehof 21\"");
    JsonNode picture =
        ok("/Observation?patient=p07&code=http://snomed.info/sct%7C365470003&_count=20")
            .path("entry")
            .path(0)
            .path("resource");
    assertThat(picture.path("component").size()).isEqualTo(3);
    assertThat(picture.toString()).contains("FamilySituation.LivingAtHome", "67822003");
  }

  @Test
  void sortsByDateBothWays() {
    List<String> newest = starts(ok("/Encounter?patient=p02&_sort=-date"));
    List<String> oldest = starts(ok("/Encounter?patient=p02&_sort=date"));

    assertThat(newest).hasSize(3).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(oldest).isSorted().hasSameElementsAs(newest);
  }

  @Test
  void pagesLinkToAllTheOthersAndLoseNothing() {
    List<String> seen = new ArrayList<>();
    int pages = 0;
    String next = "/Patient?_count=3";
    while (next != null) {
      JsonNode page = ok(next);
      page.path("entry").forEach(entry -> seen.add(entry.path("resource").path("id").asString()));
      assertThat(page.path("total").asInt()).isEqualTo(10);
      next = link(page, "next");
      pages++;
    }

    assertThat(pages).isEqualTo(4);
    assertThat(seen).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void aPageAfterTheLastIsEmptyAndLeadsNowhere() {
    JsonNode page = ok("/Patient?_count=3&_offset=99");

    assertThat(page.path("entry").size()).isZero();
    assertThat(link(page, "next")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /Patient/nobody, '', 404",
    "GET, /Flag, '', 404",
    "GET, /Encounter?patient=p02&_sort=status, '', 400",
    "GET, /Encounter?wards=7, '', 400",
    "GET, /Patient?_count=-1, '', 400",
    "GET, /Patient?_lastUpdated=yesterday, '', 400",
    "POST, /Encounter, '{', 400",
    "POST, /Encounter, '{\"resourceType\":\"Patient\"}', 400",
    "POST, /Encounter, '{\"resourceType\":\"Encounter\"}', 422",
    "POST, /Task, '{\"resourceType\":\"Task\",\"status\":\"ready\",\"intent\":\"order\"}', 422",
    "PUT, /Encounter/nothing,"
        + " '{\"resourceType\":\"Encounter\",\"id\":\"nothing\",\"status\":\"planned\",\"class\":{\"code\":\"AMB\"},\"subject\":{\"reference\":\"Patient/p01\"}}',"
        + " 404",
    "POST, /Patient, '{\"resourceType\":\"Patient\"}', 400",
    "DELETE, /Encounter/p02-encounter-1, '', 400"
  })
  void faultsAreOperationOutcomes(String method, String path, String body, int status) {
    Page page = browser.fhir(method, path, body);

    assertThat(page.status()).isEqualTo(status);
    assertThat(page.text()).contains("\"OperationOutcome\"").doesNotContain("java.", "\tat ");
  }

  @Test
  void anEncounterIsCreatedAndUpdatedUnderItsVersion() {
    Page created = browser.fhir("POST", "/Encounter", encounter("planned", ""));
    String id = Browser.find("\"id\":\"([^\"]+)\"", created.text());
    String finished = encounter("finished", "\"id\":\"" + id + "\",");

    assertThat(created.status()).isEqualTo(201);
    assertThat(browser.fhir("PUT", "/Encounter/" + id, finished, "If-Match", "W/\"1\"").status())
        .isEqualTo(200);
    assertThat(ok("/Encounter/" + id).path("status").asString()).isEqualTo("finished");
    assertThat(browser.fhir("PUT", "/Encounter/" + id, finished, "If-Match", "W/\"1\"").status())
        .as("somebody else was first")
        .isEqualTo(412);
  }

  @Test
  void noPatientHasABsn() {
    assertThat(browser.fhir("GET", "/Patient", "").text())
        .contains("Verzonnen")
        .doesNotContain("identifier", "2.16.840.1.113883.2.4.6.3", "fhir.nl/fhir/NamingSystem/bsn");
  }

  private static String encounter(String status, String id) {
    return "{\"resourceType\":\"Encounter\","
        + id
        + "\"status\":\""
        + status
        + "\",\"class\":{\"code\":\"AMB\"},\"subject\":{\"reference\":\"Patient/p07\"}}";
  }

  private static List<String> starts(JsonNode bundle) {
    List<String> starts = new ArrayList<>();
    bundle
        .path("entry")
        .forEach(
            entry -> starts.add(entry.path("resource").path("period").path("start").asString()));
    return starts;
  }

  private static @Nullable String link(JsonNode page, String relation) {
    for (JsonNode link : page.path("link")) {
      if (relation.equals(link.path("relation").asString())) {
        return link.path("url").asString();
      }
    }
    return null;
  }

  private JsonNode ok(String path) {
    Page page = browser.fhir("GET", path, "");
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return json.readTree(page.text());
  }
}
