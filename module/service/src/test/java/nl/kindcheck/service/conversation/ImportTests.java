package nl.kindcheck.service.conversation;

import static nl.kindcheck.service.conversation.EpdChildren.child;
import static nl.kindcheck.service.conversation.EpdChildren.livesAt;
import static nl.kindcheck.service.conversation.EpdChildren.situation;
import static nl.kindcheck.service.conversation.EpdChildren.usual;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Children of the EPD: who is shown, who is chosen, and what becomes of them. */
class ImportTests extends ImportTest {

  private static final String DECEASED =
      "\"extension\": [{\"url\": \"http://epd.example/relatedperson-deceased\", \"valueBoolean\":"
          + " true}]";

  private String child(String given, String birth, String... more) {
    return EpdChildren.child(patient, given, birth, more);
  }

  @Test
  void thoseUnder18AndAliveAreChosenAndTheOthersStandApartAndMarked() {
    usual(
        patient,
        child("Noor", "2019-03-04"),
        child("Tijn", "2004-02-01"),
        child("Lot", "2015-05-05", DECEASED),
        child("Sam", ""),
        child("Fenna", "2012-07-01", "\"active\": false"));

    String page = see(session(), IMPORT);

    assertThat(page).contains("Geboren in maart 2019", "Geboortemaand niet bekend", "Eigen kind");
    assertThat(isChosen(page, "Noor")).isTrue();
    assertThat(isChosen(page, "Sam")).isTrue();
    for (String other : List.of("Tijn", "Lot", "Fenna")) {
      assertThat(isChosen(page, other)).as(other).isFalse();
      assertThat(canBeChosen(page, other)).as(other).isTrue();
    }
    String apart = page.substring(page.indexOf("Andere kinderen in het EPD"));
    assertThat(apart)
        .contains("Tijn", "18 jaar of ouder", "Lot", "Overleden, volgens het EPD")
        .doesNotContain("Noor", "Fenna");
    assertThat(page).contains("Staat in het EPD als beëindigd");
  }

  @Test
  void withoutTheFilterAdultsStandInTheListMarkedAndNotChosen() {
    usual(patient, child("Noor", "2019-03-04"), child("Tijn", "2004-02-01"));
    Launched session = session();
    String noor = key(see(session, IMPORT), "Noor");

    String page = seen(post(session, IMPORT, "_action", "filter", "child", noor));

    assertThat(page).contains("18 jaar of ouder").doesNotContain("Andere kinderen in het EPD");
    assertThat(isChosen(page, "Noor")).isTrue();
    assertThat(isChosen(page, "Tijn")).isFalse();
  }

  @Test
  void theSameAddressIsAFilterAndOneThatIsNotKnownStandsApart() {
    usual(
        patient,
        child("Noor", "2019-03-04", livesAt("Verzonnenlaan 1", "1234AB")),
        child("Tijn", "2014-02-01", livesAt("Elders 2", "4321ZZ")),
        child("Sam", "2016-01"));

    Launched session = session();
    String before = see(session, IMPORT);
    assertThat(isChosen(before, "Sam")).isTrue();

    String page =
        seen(
            post(
                session,
                IMPORT,
                "child",
                key(before, "Noor"),
                "child",
                key(before, "Sam"),
                "_action",
                "filter",
                "minor",
                "true",
                "alive",
                "true",
                "address",
                "true"));

    String apart = page.substring(page.indexOf("Andere kinderen in het EPD"));
    assertThat(apart)
        .contains("Tijn", "op een ander adres", "Sam", "Waar het kind woont is niet bekend")
        .doesNotContain("Noor");
    assertThat(page).contains("Woont volgens het EPD bij de patiënt").doesNotContain("4321");
    assertThat(isChosen(page, "Noor")).isTrue();
    assertThat(isChosen(page, "Sam")).as("comes along unseen").isFalse();
  }

  @Test
  void whoIsChosenComesIntoTheDraftMarkedAndNothingIsRecorded() {
    usual(
        patient,
        child("Noor", "2019-03-04", livesAt("Verzonnenlaan 1", "1234AB")),
        child("Sam", ""),
        child("Lot", "2015-05-05", DECEASED));
    Launched session = session();
    String page = see(session, IMPORT);

    Answer sent =
        post(
            session,
            IMPORT,
            "_action",
            "take",
            "child",
            key(page, "Noor"),
            "child",
            key(page, "Lot"));

    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.http().headers().firstValue("Location")).hasValue(START + "#f-children");
    String form = see(session, START);
    assertThat(form).contains("Uit het EPD op 1 juni 2026, nog niet nagevraagd", "Concept bewaard");
    assertThat(field(form, "children.0.label")).isEqualTo("Noor");
    assertThat(field(form, "children.0.birth")).isEqualTo("3-2019");
    assertThat(field(form, "children.1.label")).isEqualTo("Lot");
    assertThat(form)
        .contains("value=\"own\" selected", "value=\"with-patient\" selected")
        .doesNotContain("value=\"Sam\"", "id=\"children-2\"");
    assertThat(form).containsPattern("name=\"children.1.died\" checked");
    assertThat(fhirGet("haven", "RelatedPerson?patient=Patient/" + patient).body())
        .doesNotContain("\"entry\"");
    assertThat(fhirGet("haven", "QuestionnaireResponse?subject=Patient/" + patient).body())
        .doesNotContain("\"entry\"");
  }

  @Test
  void sentTwiceItStandsOnce() {
    usual(patient, child("Noor", "2019-03-04"));
    Launched session = session();
    String noor = key(see(session, IMPORT), "Noor");
    post(session, IMPORT, "_action", "take", "child", noor);

    assertThat(post(session, IMPORT, "_action", "take", "child", noor).status()).isEqualTo(303);

    assertThat(see(session, START))
        .contains("id=\"children-0\"")
        .doesNotContain("id=\"children-1\"");
    String again = see(session, IMPORT);
    assertThat(again).contains("Staat al in het formulier");
    assertThat(canBeChosen(again, "Noor")).isFalse();
  }

  @Test
  void whatWasTypedStaysAndIsKeptOnTheWayThere() {
    usual(patient, child("Noor", "2019-03-04"));
    Launched session = session();
    String form = see(session, START);
    assertThat(form).contains("value=\"import\"");

    Answer there =
        post(
            session,
            START,
            "_key",
            field(form, "_key"),
            "_version",
            field(form, "_version"),
            "children.0.here",
            "1",
            "children.0.label",
            "Zelf getypt",
            "parent-words",
            "Dat bespreken we",
            "_action",
            "import");

    assertThat(there.http().headers().firstValue("Location")).hasValue(IMPORT);
    post(session, IMPORT, "_action", "take", "child", key(see(session, IMPORT), "Noor"));
    String back = see(session, START);
    assertThat(field(back, "children.0.label")).isEqualTo("Zelf getypt");
    assertThat(field(back, "children.1.label")).isEqualTo("Noor");
    assertThat(back).contains("Dat bespreken we");
  }

  @Test
  void aChildThatIsKnownIsRecognisedAndNotTakenOverTwice() {
    recorded("children.0.label", "Noor", "children.0.birth", "3-2019");
    usual(patient, child("noor", "2019-03-28"), child("Sam", "2021-01-01"));

    String page = see(session(), IMPORT);

    assertThat(page).contains("Al bekend");
    assertThat(canBeChosen(page, "noor")).isFalse();
    assertThat(isChosen(page, "Sam")).isTrue();
  }

  @Test
  void inTheRecordItStaysMarkedAndHowItGoesIsTheParentsWord() {
    usual(patient, child("Noor", "2019-03-04"));
    Launched session = session();
    post(session, IMPORT, "_action", "take", "child", key(see(session, IMPORT), "Noor"));

    save(session, "children.0.wellbeing", "goes-well");

    assertThat(said("child-named")).isEqualTo("third-party");
    assertThat(said("birth")).isEqualTo("third-party");
    assertThat(said("wellbeing")).isEqualTo("parent");
  }

  @Test
  void withNothingAskedTheOverviewShowsItAsNotAskedAbout() {
    usual(patient, child("Noor", "2019-03-04"));
    Launched session = session();
    post(session, IMPORT, "_action", "take", "child", key(see(session, IMPORT), "Noor"));

    save(session);

    assertThat(see(session, "/app")).contains("Noor", "Nog niet nagevraagd");
  }

  @Test
  void whoAskedAboutItTakesTheMarkAway() {
    usual(patient, child("Noor", "2019-03-04"));
    Launched session = session();
    post(session, IMPORT, "_action", "take", "child", key(see(session, IMPORT), "Noor"));

    save(session, "children.0.verified", "true");

    assertThat(said("child-named")).isEqualTo("parent");
    assertThat(see(session, "/app")).contains("Noor").doesNotContain("Nog niet nagevraagd");
  }

  @Test
  void theMarkSurvivesACorrection() {
    usual(patient, child("Noor", "2019-03-04"));
    Launched session = session();
    post(session, IMPORT, "_action", "take", "child", key(see(session, IMPORT), "Noor"));
    String id = save(session).replaceAll(".*/", "");

    String correction = see(session, "/app/kindcheck/correct/" + id);

    assertThat(field(correction, "children.0.unverified")).isEqualTo("true");
    assertThat(correction)
        .contains("Uit het EPD, nog niet nagevraagd")
        .doesNotContain("value=\"import\"");
  }

  @Test
  void theNationalPictureOfTheFamilyGivesChildrenWithoutAName() {
    usual(patient);
    EpdChildren.situations(patient, situation(patient, "2025-05-01", "2019-03-04", "2001-07-01"));
    Launched session = session();
    String page = see(session, IMPORT);

    assertThat(page)
        .contains("Kind 1, zonder naam in het EPD", "Vastgelegd op 1 mei 2025", "18 jaar of ouder");
    post(session, IMPORT, "_action", "take", "child", key(page, "Kind 1, zonder naam in het EPD"));
    String form = see(session, START);
    assertThat(field(form, "children.0.birth")).isEqualTo("3-2019");
    assertThat(field(form, "children.0.label")).isEmpty();
    assertThat(field(form, "children.0.picture-date")).isEqualTo("2025-05-01");
    assertThat(form).contains("value=\"with-patient\" selected");
  }

  @Test
  void onePersonWithoutAnIdCanBeTakenOverToo() {
    String nobody = child("Noor", "2019-03-04").replace("\"id\": \"r-Noor\", ", "");
    usual(patient, nobody);
    Launched session = session();
    post(session, IMPORT, "_action", "take", "child", key(see(session, IMPORT), "Noor"));
    assertThat(field(see(session, START), "children.0.label")).isEqualTo("Noor");
  }

  @Test
  void whoElseIsAroundIsShownToAskAboutAndTakenOverByNobody() {
    usual(
        patient,
        child("Hanna", "1985-01-01").replace("NCHILD", "SPS"),
        child("Riet", "").replace("NCHILD", "MTH"),
        child("Gerda", "").replace("NCHILD", "GUARD"));
    Launched session = session();

    assertThat(see(session, IMPORT))
        .contains(
            "Hanna",
            "partner",
            "Riet",
            "ouder van de patiënt",
            "Of zij voor de kinderen zorgen staat er niet bij.",
            "vinden wij geen kinderen")
        .doesNotContain("Gerda", "name=\"child\"");
    assertThat(see(session, "/app")).contains("href=\"" + IMPORT + "#around\"");
  }

  @Test
  void aNameIsShownAsItIs() {
    usual(patient, child("<script>alert(1)</script>", "2019-03-04"));
    assertThat(see(session(), IMPORT)).contains("&lt;script&gt;").doesNotContain("<script>alert");
  }

  @Test
  void aChoiceOfNobodyAndOneThatIsNoLongerThereAreNamed() {
    usual(patient, child("Noor", "2019-03-04"));
    Launched session = session();
    see(session, IMPORT);

    Answer none = post(session, IMPORT, "_action", "take", "minor", "true", "alive", "true");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("Kies een of meer kinderen.");
    Answer gone = post(session, IMPORT, "_action", "take", "child", "made up");
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.body()).contains("intussen iets veranderd");
    assertThat(see(session, START)).doesNotContain("Uit het EPD op");
  }

  @Test
  void thePageIsThereInEnglish() {
    usual(patient, child("Noor", "2019-03-04"), child("Tijn", "2004-02-01"));
    assertThat(see(inEnglish(session()), IMPORT))
        .contains("Children from the EPD", "Born in March 2019", "18 or over", "Own child")
        .doesNotContain("Kies de kinderen");
  }

  @Test
  void theWayToItStandsOnlyWhereTheSessionMayRead() {
    usual(patient);
    assertThat(see(session(), "/app")).contains("href=\"" + IMPORT + "\"");
    for (String scopes : List.of("launch openid", "patient/Patient.rs")) {
      Launched without = session(scopes);
      assertThat(see(without, "/app")).doesNotContain(IMPORT);
      assertThat(see(without, START)).doesNotContain("value=\"import\"");
    }
  }

  /** Saves the form as it stands, with these fields, and gives where that leads. */
  private String save(Launched session, String... more) {
    String form = see(session, START);
    List<String> fields = new ArrayList<>();
    for (String name :
        List.of(
            "_key",
            "_version",
            "children.0.here",
            "children.0.label",
            "children.0.birth",
            "children.0.unverified",
            "children.0.undated",
            "children.0.taken-on",
            "children.0.source")) {
      fields.addAll(List.of(name, field(form, name)));
    }
    fields.addAll(List.of("outcome", "goes-well", "_action", "save-incomplete"));
    fields.addAll(List.of(more));
    Answer answer = post(session, START, fields.toArray(String[]::new));
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    return answer.http().headers().firstValue("Location").orElseThrow();
  }

  private void recorded(String... fields) {
    Launched session = session();
    String form = see(session, START);
    List<String> all =
        new ArrayList<>(
            List.of(
                "_key",
                field(form, "_key"),
                "_version",
                field(form, "_version"),
                "outcome",
                "goes-well",
                "_action",
                "save-incomplete"));
    all.addAll(List.of(fields));
    assertThat(post(session, START, all.toArray(String[]::new)).status()).isEqualTo(303);
  }

  /** From whose perspective a topic stands in the record. */
  private String said(String topic) {
    JsonNode found =
        fhirGet("haven", "Observation?subject=Patient/" + patient + "&code=" + topic).json();
    assertThat(found.path("entry").size()).as(found.toString()).isEqualTo(1);
    for (JsonNode extension : found.path("entry").path(0).path("resource").path("extension")) {
      if (extension.path("url").asString("").endsWith("/perspective")) {
        return extension.path("valueCode").asString("");
      }
    }
    return "";
  }
}
