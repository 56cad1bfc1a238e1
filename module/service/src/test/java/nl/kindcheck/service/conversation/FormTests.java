package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole form: what is required, what is not, and what is known already. */
class FormTests extends BrowserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "children.1.label",
        "children.1.birth",
        "children.1.relation",
        "children.1.residence",
        "children.1.wellbeing",
        "children.1.over-adaptation",
        "children.1.illness-explained",
        "pregnancy",
        "partner-children",
        "other-carers",
        "discussed",
        "gut-feeling",
        "outcome"
      })
  void eachRequiredFactThatIsMissingIsNamedAtItsField(String field) {
    Answer page = sent(session(patient()), START, TwoChildren.with(field, ""));

    missing(page, field);
    assertThat(page.body()).contains("value=\"Noor\"", "value=\"save-incomplete\"");
  }

  @ParameterizedTest
  @CsvSource({
    "discussed-reason, discussed, no",
    "outcome-unclear, outcome, unclear",
    "reason, outcome, not-applicable",
    "reason, outcome, postponed",
    "postponed-until, outcome, postponed"
  })
  void whatAnAnswerAsksBesidesIsRequiredWithIt(String field, String question, String answer) {
    Answer page = sent(session(patient()), START, TwoChildren.with(question, answer));

    missing(page, field);
  }

  private static void missing(Answer page, String field) {
    String id = FormError.id(field);
    assertThat(page.status()).as(page.body()).isEqualTo(422);
    assertThat(page.body())
        .contains("href=\"#" + id + "\"", "id=\"" + id + "\"", "id=\"" + id + "-error\"")
        .containsIgnoringCase("vul in:")
        .doesNotContain("??");
  }

  @Test
  void unknownIsAnAnswerToEveryQuestion() {
    List<String> unknown = new ArrayList<>();
    for (String child : List.of("children.0.", "children.1.")) {
      for (String fact :
          List.of("residence", "wellbeing", "over-adaptation", "illness-explained")) {
        unknown.addAll(List.of(child + fact, "unknown"));
      }
      unknown.addAll(List.of(child + "birth", "", child + "birth-unknown", "true"));
    }
    for (String fact : List.of("pregnancy", "partner-children", "other-carers")) {
      unknown.addAll(List.of(fact, "unknown"));
    }

    Launched anna = session(patient());
    String id = recorded(sent(anna, START, TwoChildren.with(unknown.toArray(String[]::new))));

    assertThat(open(anna, "/app/kindcheck/done/" + id).body()).contains("is volledig");
  }

  @Test
  void whatIsLeftOpenIsNotAskedAndIsNotStored() {
    Launched anna = session(patient());
    String id = recorded(sent(anna, START, TwoChildren.with()));

    assertThat(fhirGet("haven", "QuestionnaireResponse/" + id).body())
        .contains("children.residence")
        .doesNotContain("children.custody", "children.contact", "parent-words", "moment");
    assertThat(open(anna, "/app/kindcheck/correct/" + id).body())
        .containsPattern("name=\"children.0.custody\"[^>]*>\\s*<option value=\"\">Niet gevraagd");
  }

  @Test
  void aDeclineNeedsNothingElse() {
    Launched anna = session(patient());
    String id = recorded(sent(anna, START, "outcome", "declined"));
    assertThat(open(anna, "/app/kindcheck/done/" + id).body())
        .contains("vastgelegd als overwogen", "1 september 2026");
  }

  @Test
  void aPostponementLeavesTheDateAndBothAreShownWithTheReason() {
    String patient = patient();
    Launched anna = session(patient);
    recorded(sent(anna, START, TwoChildren.with()));
    String id =
        recorded(
            sent(
                anna,
                START,
                "outcome",
                "postponed",
                "reason",
                "Te moe vandaag",
                "postponed-until",
                "8-6-2026"));
    assertThat(open(anna, "/app/kindcheck/done/" + id).body())
        .contains("uitgesteld tot 8 juni 2026", "De oorspronkelijke datum blijft 1 december 2026");
  }

  @Test
  void whoseWordsItAreIsStoredAndHasADefault() {
    Launched anna = session(patient());
    String id =
        recorded(
            sent(
                anna,
                START,
                TwoChildren.with(
                    "children.0.wellbeing:by", "other-parent", "children.0.wellbeing:as", "fact")));
    String body = fhirGet("haven", "QuestionnaireResponse/" + id).body();
    assertThat(body).containsOnlyOnce("other-parent");
    assertThat(open(anna, "/app/kindcheck/correct/" + id).body())
        .contains("<option value=\"other-parent\" selected=\"selected\">");
  }

  @Test
  void theMomentIsKnownFromTheEpdAndIsNoQuestion() {
    String patient = patient();
    String id = patient.substring("Patient/".length());
    hook("haven", Bodies.intake(id, "e-" + id, "2026-06-01"));
    Launched anna =
        Launches.session(
            DATABASE, "haven", "Practitioner/anna", patient, "Encounter/e-" + id, "nl");

    assertThat(open(anna, START).body())
        .containsPattern("Moment</span>: <strong>Intake</strong>")
        .doesNotContain("name=\"moment\"");
    assertThat(open(session(patient), START).body()).doesNotContain("Dit gaf het EPD door");
  }

  @Test
  void atACrisisWhereEachChildIsStandsOpenAndFirst() {
    String patient = patient();
    String id = patient.substring("Patient/".length());
    assertThat(open(session(patient), START).body())
        .containsPattern("(?s)form.*<details.*name=\"children.0.where-now\"")
        .doesNotContain("Er is een crisis of opname");
    hook("haven", Bodies.intake(id, "e-" + id, "2026-06-01").replace("\"AMB\"", "\"EMER\""));

    String page = open(session(patient), START).body();

    assertThat(page).containsOnlyOnce("Er is een crisis of opname. Vraag daarom eerst");
    int name = page.indexOf("name=\"children.0.label\"");
    int details = page.indexOf("<details", page.indexOf("id=\"children-0\""));
    for (String field : List.of("where-now", "carer-when-unable")) {
      assertThat(page).containsOnlyOnce("name=\"children.0." + field + "\"");
      assertThat(page.indexOf("name=\"children.0." + field + "\""))
          .isLessThan(name)
          .isLessThan(details);
    }
  }

  @Test
  void whatNobodyCanSeeIsNoAnswer() {
    missing(
        sent(session(patient()), START, TwoChildren.with("children.1.label", "\u200b\u200d")),
        "children.1.label");
    missing(
        sent(
            session(patient()),
            START,
            "outcome",
            "postponed",
            "postponed-until",
            "8-6-2026",
            "reason",
            "\u200b\u00a0"),
        "reason");
  }

  @Test
  void aFaultAtAQuestionHasOneMark() {
    Answer page =
        sent(session(patient()), START, TwoChildren.with("children.0.birth", "31-2-2019"));

    assertThat(page.body()).contains("Noor: Geboren in welke maand? Vul een datum in");
  }

  @Test
  void theEmptyFormSaysAllThatIsRequiredAtOnceInTheOrderOfThePage() {
    Answer page = sent(session(patient()), START, "children.0.here", "1");

    assertThat(page.status()).isEqualTo(422);
    Matcher each = Pattern.compile("<li><a href=\"#([^\"]+)\">([^<]*)<").matcher(page.body());
    List<String> fields = new ArrayList<>();
    while (each.find()) {
      fields.add(each.group(1));
      assertThat(each.group(2).startsWith("Kind 1: "))
          .as(each.group(2))
          .isEqualTo(each.group(1).startsWith("f-children-0-"));
    }
    assertThat(fields)
        .containsExactly(
            "f-children-0-label",
            "f-children-0-birth",
            "f-children-0-relation",
            "f-children-0-residence",
            "f-children-0-wellbeing",
            "f-children-0-over-adaptation",
            "f-children-0-illness-explained",
            "f-pregnancy",
            "f-partner-children",
            "f-other-carers",
            "f-discussed",
            "f-gut-feeling",
            "f-outcome");
  }

  @Test
  void aKnownChildThatIsNotInTheFormIsNamedOnce() {
    String patient = patient();
    Launched anna = session(patient);
    recorded(sent(anna, START, TwoChildren.with()));
    List<String> noorAlone = new ArrayList<>();
    for (int i = 0; i < TwoChildren.FIELDS.size(); i += 2) {
      if (!TwoChildren.FIELDS.get(i).startsWith("children.1.")) {
        noorAlone.addAll(TwoChildren.FIELDS.subList(i, i + 2));
      }
    }

    Answer page = sent(anna, START, noorAlone.toArray(String[]::new));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .containsOnlyOnce("Sam is eerder genoemd en staat niet in dit formulier.")
        .contains("value=\"save-incomplete\"");
  }

  @Test
  void aBareTickHasNoSummaryForTheParent() {
    Launched anna = session(patient());
    String tick = recorded(sent(anna, START, "outcome", "goes-well", "_action", "save-incomplete"));
    assertThat(open(anna, "/app/kindcheck/done/" + tick).body())
        .contains("/app/kindcheck/correct/")
        .doesNotContain("/app/kindcheck/summary/");

    String whole = recorded(sent(anna, START, TwoChildren.with()));
    assertThat(open(anna, "/app/kindcheck/done/" + whole).body())
        .contains("/app/kindcheck/summary/");
  }
}
