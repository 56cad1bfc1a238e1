package nl.kindcheck.service.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches and their pages. */
class SearchTests extends FhirTest {

  private List<String> found(String search) {
    Answer answer = fhirGet("haven", search);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("type").asString()).isEqualTo("searchset");
    return ids(answer);
  }

  /** Follows the links from the first page to the last. */
  private List<List<String>> pages(String search) {
    List<List<String>> pages = new ArrayList<>();
    Answer page = fhirGet("haven", search);
    pages.add(ids(page));
    String next = link(page, "next");
    while (!next.isEmpty() && pages.size() < 100) {
      page = follow("haven", next);
      assertThat(page.status()).as(page.body()).isEqualTo(200);
      pages.add(ids(page));
      next = link(page, "next");
    }
    return pages;
  }

  @Test
  void responsesAreFoundByTheirPatientAndEncounter() {
    String id = recorded("haven", "f-se-1");
    for (String search :
        List.of(
            "subject=Patient/f-se-1",
            "subject=f-se-1",
            "subject:Patient=f-se-1",
            "patient=f-se-1",
            "encounter=Encounter/e-f-se-1",
            "encounter=e-f-se-1",
            "subject=Patient/f-se-1&encounter=Encounter/e-f-se-1")) {
      assertThat(found(RESPONSE + "?" + search)).as(search).containsExactly(id);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subject=Patient/f-se-nobody",
        "encounter=Encounter/f-se-none",
        "subject=Patient/f-se-2&encounter=Encounter/f-se-none",
        "subject=Patient/F-SE-2",
        "subject=Patient/f-se-2%25"
      })
  void whatFitsNothingFindsNothing(String search) {
    recorded("haven", "f-se-2");
    assertThat(found(RESPONSE + "?" + search)).isEmpty();
  }

  @Test
  void aSearchFindsTheVersionInForceOnly() {
    String id = recorded("haven", "f-se-3");
    String body = amended(Bodies.twoChildren("f-se-3", "e-f-se-3", DAY), id, "why");
    amend("haven", id, "W/\"1\"", body);
    assertThat(found(RESPONSE + "?subject=f-se-3")).containsExactly(id);
    assertThat(fhirGet("haven", RESPONSE + "?subject=f-se-3").body())
        .contains("\"versionId\":\"2\"");
  }

  @Test
  void pagesCoverAllWithoutDuplicatesNewestFirst() {
    List<String> recorded = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      recorded.add(0, idIn(fhirPost("haven", RESPONSE, Bodies.bareTick("f-se-4", "e" + i, DAY))));
    }
    List<List<String>> pages = pages(RESPONSE + "?subject=f-se-4&_count=5");
    assertThat(pages).extracting(List::size).containsExactly(5, 5, 5, 5, 3);
    assertThat(pages.stream().flatMap(List::stream).toList()).containsExactlyElementsOf(recorded);
  }

  @Test
  void aFullLastPageHasNoNextOne() {
    for (int i = 0; i < 4; i++) {
      fhirPost("haven", RESPONSE, Bodies.bareTick("f-se-5", "e" + i, DAY));
    }
    assertThat(pages(RESPONSE + "?subject=f-se-5&_count=2"))
        .extracting(List::size)
        .containsExactly(2, 2);
  }

  @Test
  void whatIsRecordedMeanwhileShowsNothingTwice() {
    for (int i = 0; i < 4; i++) {
      fhirPost("haven", RESPONSE, Bodies.bareTick("f-se-6", "e" + i, DAY));
    }
    Answer first = fhirGet("haven", RESPONSE + "?subject=f-se-6&_count=2");
    fhirPost("haven", RESPONSE, Bodies.bareTick("f-se-6", "meanwhile", DAY));
    List<String> second = ids(follow("haven", link(first, "next")));
    assertThat(second).hasSize(2).doesNotContainAnyElementsOf(ids(first));
  }

  @Test
  void statementsAndTheirProvenanceArePagedToo() {
    recorded("haven", "f-se-7");
    for (String search :
        List.of("Observation?subject=f-se-7&_count=4", "Provenance?patient=f-se-7&_count=4")) {
      List<String> all = pages(search).stream().flatMap(List::stream).toList();
      assertThat(all).as(search).hasSize((int) rows("statement", "f-se-7"));
      assertThat(new HashSet<>(all)).hasSameSizeAs(all);
    }
  }

  @ParameterizedTest
  @CsvSource({"_count=0, 1", "_count=-5, 1", "_count=100000, 3", "'', 3"})
  void noPageIsWithoutEnd(String count, int size) {
    for (int i = 0; i < 3; i++) {
      fhirPost("haven", RESPONSE, identified(Bodies.bareTick("f-se-8", "e", DAY), "f-se-8-" + i));
    }
    Answer answer = fhirGet("haven", RESPONSE + "?subject=f-se-8&" + count);
    assertThat(answer.status()).as(answer.body()).isIn(200, 400);
    if (answer.status() == 200) {
      assertThat(ids(answer)).hasSizeLessThanOrEqualTo(size);
    }
  }

  @Test
  void aTamperedLinkIsGone() {
    recorded("haven", "f-se-9");
    String next = link(fhirGet("haven", "Observation?subject=f-se-9&_count=2"), "next");
    String page = next.replaceAll(".*_pageId=([^&]+).*", "$1");
    assertThat(page).contains(".");
    String body = page.substring(0, page.indexOf('.'));
    String signature = page.substring(page.indexOf('.'));
    String other = link(fhirGet("haven", "Observation?subject=f-se-9&_count=3"), "next");
    String otherBody = other.replaceAll(".*_pageId=([^&.]+)\\..*", "$1");
    for (String wrong :
        List.of(
            otherBody + signature,
            body + ".",
            body,
            signature,
            body + signature.substring(0, signature.length() - 2),
            "%21%21.%21",
            "e30.e30")) {
      refused(follow("haven", next.replace(page, wrong)), 410);
    }
    refused(follow("haven", next.replace("_getpages=page", "_getpages=other")), 410);
    refused(follow("haven", World.PUBLIC_URL + "/fhir?_getpages=page"), 410);
    assertThat(follow("haven", next).status()).isEqualTo(200);
  }

  @Test
  void aPageNeedsItsScopeToo() {
    recorded("haven", "f-se-10");
    String next = link(fhirGet("haven", "Observation?subject=f-se-10&_count=2"), "next");
    refused(
        send(
            request(next.substring(World.PUBLIC_URL.length()))
                .header("Authorization", "Bearer " + World.bearer("haven", "system/Task.rs"))),
        403);
    refused(send(request(next.substring(World.PUBLIC_URL.length()))), 401);
  }

  @Test
  void aLinkIsOfOurOwnAddressWhateverTheCallerCallsUs() {
    recorded("haven", "f-se-11");
    Answer page =
        send(
            request("/fhir/Observation?subject=f-se-11&_count=2")
                .header("Authorization", "Bearer " + World.bearer("haven", ALL))
                .header("X-Forwarded-Host", "evil.example"));
    assertThat(page.body())
        .doesNotContain("evil.example")
        .contains(World.PUBLIC_URL + "/fhir?_getpages=");
  }

  @Test
  void statementsAreFoundByChildAndTopic() {
    recorded("haven", "f-se-12");
    List<String> children = found("RelatedPerson?patient=f-se-12");
    assertThat(children).hasSize(2);
    String all = "Observation?subject=f-se-12&_count=200";
    List<String> ofOne = found(all + "&focus=RelatedPerson/" + children.get(0));
    List<String> ofOther = found(all + "&focus=" + children.get(1));
    assertThat(ofOne).hasSizeGreaterThan(4).doesNotContainAnyElementsOf(ofOther);
    assertThat(found(all + "&code=birth")).hasSize(2);
    assertThat(found(all + "&code=https://kindcheck.example/fhir/CodeSystem/topic%7Cbirth"))
        .hasSize(2);
    assertThat(found(all + "&code=birth&focus=" + children.get(0))).hasSize(1);
    assertThat(found(all + "&code=died")).isEmpty();
    assertThat(found(all + "&focus=" + found(RESPONSE + "?subject=f-se-12").get(0))).isEmpty();
    assertThat(fhirGet("haven", all + "&code=birth").body())
        .contains("RelatedPerson/" + children.get(0))
        .contains("Patient/f-se-12");
  }

  @ParameterizedTest
  @CsvSource({
    "date=2026-05-31, true",
    "date=2026-06-01, false",
    "date=2026-05-30, false",
    "date=2026-05, true",
    "date=2026-06, false",
    "date=2026, true",
    "date=2025, false",
    "date=ge2026-05-31, true",
    "date=ge2026-06-01, false",
    "date=gt2026-05-30, true",
    "date=gt2026-05-31, false",
    "date=gt2026-05, false",
    "date=gt2026-04, true",
    "date=le2026-05-31, true",
    "date=le2026-05-30, false",
    "date=le2026-05, true",
    "date=lt2026-05-31, false",
    "date=lt2026-06-01, true",
    "date=lt2026-06, true",
    "date=lt2026-05, false",
    "date=ge2026-05-01&date=le2026-05-31, true",
    "date=ge2026-04&date=le2026-04, false",
    "date=ge2026-05-31T23:59:00%2B02:00, true",
    "date=le2026-05-31T00:00:00%2B02:00, true"
  })
  void statementsAreFoundByTheirDay(String date, boolean found) {
    fhirPost(
        "haven", RESPONSE, identified(Bodies.twoChildren("f-se-13", "e", "2026-05-31"), "f-se-13"));
    assertThat(found("Observation?subject=f-se-13&" + date).isEmpty()).isEqualTo(!found);
  }

  @Test
  void tasksAreFoundByPatientStatusAndOwner() {
    hook("haven", Bodies.intake("f-se-14", "f-se-e14", DAY));
    fhirPost("haven", RESPONSE, Bodies.bareTick("f-se-14", "f-se-e14", DAY));
    List<String> tasks = found("Task?patient=f-se-14");
    assertThat(tasks).hasSize(1);
    assertThat(found("Task?patient=f-se-14&status=requested&owner=Practitioner/intaker"))
        .isEqualTo(tasks);
    assertThat(found("Task?patient=f-se-14&status=completed")).isEmpty();
    assertThat(found("Task?patient=f-se-14&owner=Practitioner/other")).isEmpty();
    Answer task = fhirGet("haven", "Task/" + tasks.get(0));
    assertThat(task.json().path("status").asString()).isEqualTo("requested");
    assertThat(task.json().path("for").path("reference").asString()).isEqualTo("Patient/f-se-14");
    assertThat(task.json().path("owner").path("reference").asString())
        .isEqualTo("Practitioner/intaker");
    assertThat(task.json().path("restriction").path("period").path("end").asString())
        .startsWith(DAY);
    fhirPost("haven", RESPONSE, Bodies.twoChildren("f-se-14", "f-se-e14", DAY));
    assertThat(found("Task?patient=f-se-14&status=completed")).isEqualTo(tasks);
  }

  @Test
  void aFlagEndsByItselfAndIsNotThereWithoutAConcern() {
    recorded("haven", "f-se-15");
    assertThat(found("Flag?patient=f-se-15")).isEmpty();
    String worried = Bodies.twoChildren("f-se-16", "e", DAY).replace("\"pluis\"", "\"niet-pluis\"");
    fhirPost("haven", RESPONSE, worried);
    List<String> flags = found("Flag?patient=f-se-16");
    assertThat(flags).hasSize(1);
    Answer flag = fhirGet("haven", "Flag/" + flags.get(0));
    assertThat(flag.json().path("status").asString()).isEqualTo("active");
    assertThat(flag.json().path("period").path("end").asString()).isGreaterThan(DAY);
    assertThat(flag.body()).contains("concern-for-child").doesNotContain("397940009");
    clock.moveTo(java.time.LocalDate.of(2030, 1, 1));
    assertThat(fhirGet("haven", "Flag/" + flags.get(0)).json().path("status").asString())
        .isEqualTo("inactive");
  }

  @Test
  void everyStatementSaysWhereItComesFrom() {
    String id = recorded("haven", "f-se-17");
    String statement = found("Observation?subject=f-se-17&code=wellbeing").get(0);
    List<String> provenance = found("Provenance?patient=f-se-17&target=Observation/" + statement);
    assertThat(provenance).hasSize(1);
    assertThat(fhirGet("haven", "Provenance/" + provenance.get(0)).body())
        .contains("Observation/" + statement)
        .contains("QuestionnaireResponse/" + id)
        .contains("Practitioner/intaker");
    assertThat(fhirGet("haven", "Observation/" + statement).body())
        .contains("StructureDefinition/perspective")
        .contains("StructureDefinition/nature");
  }
}
