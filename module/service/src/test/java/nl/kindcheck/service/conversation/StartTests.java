package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.service.PagesTest;
import org.junit.jupiter.api.Test;

class StartTests extends PagesTest {

  static final String PATH = "/app/kindcheck/start";

  @Test
  void aFirstKindcheckOfTwoChildrenIsCompleteAndItsSummaryShieldsTheFeeling() {
    Visit anna = visit();
    anna.open(PATH);

    Answer done =
        anna.follow(
            anna.post(
                PATH,
                TwoChildren.with(
                    "gut-feeling", "twijfel",
                    "parent-words", "Het gaat wel.",
                    "children.0.domain-child.strengths", "Leest graag",
                    "children.0.domain-child.concerns", "Ruzie op school",
                    "children.0.domain-child:by", "third-party",
                    "children.0.own-words", "Ik slaap bij oma")));

    assertThat(done.body()).contains("Deze Kindcheck is volledig.", "De volgende Kindcheck is op");
    Answer summary =
        anna.open(done.body().replaceAll("(?s).*href=\"(/app/kindcheck/summary/[^\"]+)\".*", "$1"));
    assertThat(summary.body())
        .contains("Noor", "Sam", "Het gaat wel.")
        .doesNotContain("wijfel", "Ruzie op school", "Ik slaap bij oma", "??");
    Answer pdf =
        anna.open(
            done.body().replaceAll("(?s).*href=\"(/app/kindcheck/summary/[^\"]+)\".*", "$1")
                + "/pdf");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.body()).startsWith("%PDF");
  }

  @Test
  void whatIsMissingIsNamedWithItsChildAndEverythingTypedStays() {
    Visit anna = visit();
    anna.open(PATH);

    Answer page = anna.post(PATH, TwoChildren.with("children.1.wellbeing", "", "gut-feeling", ""));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains(
            "href=\"#f-children-1-wellbeing\"",
            "Sam: vul in: hoe het met het kind gaat",
            "href=\"#f-gut-feeling\"",
            "value=\"Noor\"",
            "value=\"save-incomplete\"")
        .doesNotContain("??");
    Answer kept =
        anna.follow(
            anna.post(PATH, TwoChildren.with("gut-feeling", "", "_action", "save-incomplete")));
    assertThat(kept.body()).contains("nog niet volledig", "het gevoel van de behandelaar");
  }

  @Test
  void childrenAreAddedAndRemovedWithoutAScriptAndTheDraftComesBack() {
    Visit anna = visit();
    anna.open(PATH);

    Answer two =
        anna.follow(
            anna.post(
                PATH,
                "children.0.here",
                "1",
                "children.0.label",
                "Noor",
                "_action",
                "add-children"));
    assertThat(two.body()).contains("value=\"Noor\"", "id=\"children-1\"", "Concept bewaard");
    assertThat(anna.again().open(PATH).body()).contains("value=\"Noor\"", "id=\"children-1\"");
    Answer one =
        anna.follow(
            anna.post(
                PATH,
                "children.0.here",
                "1",
                "children.0.label",
                "Noor",
                "children.1.here",
                "1",
                "_action",
                "remove-children.0"));
    assertThat(one.body()).doesNotContain("value=\"Noor\"").contains("id=\"children-1\"");
  }

  @Test
  void theDomainsOfAChildComeWhenTheyAreAskedFor() {
    Visit anna = visit();
    anna.open(PATH);
    String question = "name=\"children.0.domain-network.strengths\"";

    Answer closed = anna.follow(anna.post(PATH, "children.0.here", "1", "_action", "add-children"));
    assertThat(closed.body()).contains("show-domains.0").doesNotContain(question);
    Answer shown =
        anna.follow(
            anna.post(
                PATH, "children.0.here", "1", "children.1.here", "1", "_action", "show-domains.0"));
    assertThat(shown.body()).contains(question, "show-domains.1").doesNotContain("show-domains.0");
    Answer part = anna.open(PATH + "/domains?child=0");
    assertThat(part.status()).isEqualTo(200);
    assertThat(part.body()).contains(question, "children.0.shown").doesNotContain("<html", "??");
    assertThat(anna.open(PATH + "/domains?child=x").status()).isEqualTo(400);
  }

  @Test
  void aBsnStaysOnThePageAndAllElseIsKept() {
    Visit anna = visit();
    anna.open(PATH);

    Answer page = anna.post(PATH, TwoChildren.with("parent-words", "Zijn nummer is 111222333."));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("href=\"#f-parent-words\"", "Zijn nummer is 111222333.", "BSN");
    assertThat(anna.again().open(PATH).body())
        .contains("value=\"Noor\"")
        .doesNotContain("111222333");
  }

  @Test
  void whateverIsTypedIsShownAsTyped() {
    Visit anna = visit();
    anna.open(PATH);
    String script = "<script>alert(1)</script>";

    Answer page =
        anna.post(
            PATH,
            TwoChildren.with(
                "parent-words",
                script,
                "children.0.label",
                "\"><b>\u05e0\u05d5\u05e2\u05dd \ud83d\ude00",
                "pregnancy-expected",
                "11-2028",
                "pregnancy",
                "yes"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .doesNotContain(script, "\"><b>")
        .contains(
            "&lt;script&gt;",
            "\u05e0\u05d5\u05e2\u05dd \ud83d\ude00",
            "href=\"#f-pregnancy-expected\"",
            "te ver vooruit");
  }

  @Test
  void aTextThatIsFarTooLongIsNamedAndStays() {
    Visit anna = visit();
    anna.open(PATH);

    Answer page = anna.in("en").post(PATH, TwoChildren.with("parent-words", "a".repeat(100_000)));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains(
            "a".repeat(100_000),
            "href=\"#f-parent-words\"",
            "This text is too long. Use at most 20000 characters.");
  }

  @Test
  void twoWindowsLoseNothingOfEachOther() {
    Visit one = visit();
    one.open(PATH);
    Visit other = one.again();
    other.open(PATH);
    one.post(PATH, "parent-words", "In het eerste venster", "_action", "draft");

    Answer both = other.post(PATH, "parent-words", "In het tweede venster", "_action", "draft");

    assertThat(both.status()).isEqualTo(409);
    assertThat(both.body()).contains("In het eerste venster", "In het tweede venster");
    other.follow(other.post(PATH, "parent-words", "Samen", "_action", "draft"));
    assertThat(one.open(PATH).body()).contains("Samen");
  }

  @Test
  void aCorrectionNeedsAReasonAndTwoAtOnceAreBothShown() {
    Visit anna = visit();
    anna.open(PATH);
    String saved =
        anna.post(PATH, TwoChildren.with()).http().headers().firstValue("Location").orElse("");
    String path = "/app/kindcheck/correct/" + saved.replaceAll(".*/", "");
    anna.open(path);
    assertThat(
            anna.post(path, TwoChildren.with("read-version", "1", "children.1.label", "Samuel"))
                .status())
        .isEqualTo(422);
    Visit bert = anna.by("Practitioner/bert");
    bert.open(path);

    Answer done =
        anna.follow(
            anna.post(
                path,
                TwoChildren.with(
                    "read-version",
                    "1",
                    "children.1.label",
                    "Samuel",
                    "amendment-reason",
                    "Verkeerde naam")));
    Answer late =
        bert.post(
            path,
            TwoChildren.with(
                "read-version", "1", "children.1.label", "Sammie", "amendment-reason", "Roepnaam"));

    assertThat(done.body()).contains("De correctie is opgeslagen");
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.body()).contains("Samuel", "Sammie", "name=\"read-version\" value=\"2\"");
  }

  @Test
  void whatIsNotInTheDraftIsNamedAndStaysOnThePage() {
    Visit anna = visit();
    anna.open(PATH);
    String[] typed = {
      "children.0.here",
      "1",
      "children.0.label",
      "Noor",
      "parent-words",
      "Zijn nummer is 111222333."
    };
    List<String> all = new ArrayList<>(List.of(typed));
    all.addAll(List.of("_form", "start"));
    Answer kept = anna.post("/app/kindcheck/draft", all.toArray(String[]::new));
    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.body())
        .contains("Concept bewaard, maar niet: \u201cWat zegt de ouder in eigen woorden?\u201d")
        .contains("op een BSN lijkt")
        .doesNotContain("111222333");

    anna.open(PATH);
    all.addAll(List.of("_action", "add-children"));
    Answer page = anna.post(PATH, all.toArray(String[]::new));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("Zijn nummer is 111222333.", "id=\"children-1\"", "Concept bewaard, maar niet:")
        .contains("href=\"#f-parent-words\"", "Daarom staat dit niet in het concept.");
  }

  @Test
  void suggestionsFollowWhatIsTypedAndAStepThatIsTakenLeavesTheList() {
    Visit anna = visit();
    anna.open(PATH);
    String explain = "value=\"take-explain-illness\"";
    String[] withError = TwoChildren.with("children.1.birth", "31-2-2019");

    Answer page = anna.post(PATH, withError);
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains(explain)
        .doesNotContain("Nog niet alles is gevraagd of bekend", "take-ask-what-is-unknown");

    Answer taken =
        anna.follow(anna.post(PATH, TwoChildren.with("_action", "take-explain-illness")));
    assertThat(taken.body())
        .contains("name=\"follow-up.0.from\" value=\"explain-illness\"")
        .doesNotContain(explain);
  }

  @Test
  void theParentsSummaryHoldsOnlyWhatWasAgreedWithTheParent() {
    Visit anna = visit();
    anna.open(PATH);
    Answer done =
        anna.follow(
            anna.post(
                PATH,
                TwoChildren.with(
                    "follow-up.0.action", "Vraag later opnieuw naar wat nu niet bekend is.",
                    "follow-up.1.action", "Kijk met de ouder wie uit de omgeving kan bijspringen.",
                    "follow-up.2.action", "Anna belt met oma")));

    Answer summary =
        anna.open(done.body().replaceAll("(?s).*href=\"(/app/kindcheck/summary/[^\"]+)\".*", "$1"));

    assertThat(summary.body())
        .contains("Wij kijken samen wie uit uw omgeving kan bijspringen.", "Anna belt met oma")
        .doesNotContain("Vraag later opnieuw", "Kijk met de ouder");
  }
}
