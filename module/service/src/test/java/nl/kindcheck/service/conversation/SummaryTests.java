package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.launch.Launches.Launched;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parent reads, on the screen and on paper: plain words, and nothing that is shielded. */
class SummaryTests extends BrowserTest {

  private static final String HEBREW_NAME = "\u05e0\u05d5\u05e2\u05dd";
  private static final String HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05d5\u05dc\u05dd";
  private static final String ARABIC = "\u0645\u0631\u062d\u0628\u0627";

  private String summary(Launched session, String... fields) {
    String id = recorded(sent(session, START, fields));
    return open(session, "/app/kindcheck/summary/" + id).body();
  }

  private static String words(String page) {
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"))
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void theParentReadsWhatWasSaidAndAgreed() {
    String page =
        words(
            summary(
                session(patient()),
                TwoChildren.with(
                    "parent-words", "Het gaat wel.",
                    "children.0.domain-child.strengths", "Leest graag",
                    "children.0.domain-parent.concerns", "Moe in de ochtend",
                    "follow-up.0.action", "Bellen met school",
                    "follow-up.0.owner", "Anna",
                    "follow-up.0.date", "14-7-2026")));

    assertThat(page)
        .contains("Gesprek op 1 juni 2026", "Noor", "Sam", "Het gaat goed", "Leest graag")
        .contains("Hierover vertelde u zorgen Moe in de ochtend", "Het gaat wel.")
        .contains("Bellen met school ( Anna ), uiterlijk 14 juli 2026")
        .contains("Op 1 december 2026 vragen wij opnieuw")
        .doesNotContain("??", "Kindcheck is volledig", "goes-well");
  }

  @Test
  void whatIsShieldedIsNotInIt() {
    String page =
        words(
            summary(
                session(patient()),
                TwoChildren.with(
                    "gut-feeling", "niet-pluis",
                    "outcome", "safety-concern",
                    "discussed", "no",
                    "discussed-reason", "Uit angst voor boosheid",
                    "children.0.own-words", "Ik slaap bij oma",
                    "children.0.wellbeing", "concerns",
                    "children.0.wellbeing:by", "third-party",
                    "children.0.wellbeing-note", "Volgens de buurvrouw",
                    "children.0.domain-child.concerns", "Blauwe plek",
                    "children.0.domain-child:by", "home-visit",
                    "children.1.domain-family.strengths", "Volgens de school",
                    "children.1.domain-family:by", "third-party",
                    "follow-up.0.action", "Overleg met Veilig Thuis")));

    assertThat(page)
        .contains("Noor", "Sam")
        .doesNotContain(
            "pluis",
            "veiligheid",
            "Veilig Thuis",
            "angst",
            "oma",
            "buurvrouw",
            "Blauwe plek",
            "school",
            "Er zijn zorgen");
  }

  @Test
  void noChildrenAndADeclineReadAsWhatTheyAre() {
    Launched anna = session(patient());
    assertThat(
            words(
                summary(
                    anna, "outcome", "no-children", "pregnancy", "no", "partner-children", "no")))
        .contains("geen kinderen in uw leven");
    assertThat(words(summary(session(patient()), "outcome", "declined")))
        .contains("U wilde er nu niet over praten. Dat mag.");
  }

  @Test
  void itIsThereInEnglish() {
    assertThat(words(summary(session(patient(), "en"), TwoChildren.with())))
        .contains("Our talk about your children", "Talk on 1 June 2026", "It goes well")
        .doesNotContain("Gesprek", "??");
  }

  @Test
  void thePdfSaysTheSameAndShieldsTheSame() throws IOException {
    Launched anna = session(patient());
    String id =
        recorded(
            sent(
                anna,
                START,
                TwoChildren.with(
                    "gut-feeling", "twijfel",
                    "parent-words", "Zo\u00eb & <ik> \u20ac 5",
                    "children.0.own-words", "Ik slaap bij oma")));

    Pdf pdf = pdf(anna, id);

    assertThat(pdf.type()).isEqualTo("application/pdf");
    assertThat(pdf.text())
        .contains("Ons gesprek over uw kinderen", "Noor", "Sam", "Zo\u00eb & <ik> \u20ac 5")
        .doesNotContain("wijfel", "oma", "passen niet in deze PDF", "#");
  }

  @Test
  void thePdfReadsHebrewAndArabicFromTheRight() throws IOException {
    Launched anna = session(patient());
    String id =
        recorded(
            sent(
                anna,
                START,
                TwoChildren.with(
                    "children.0.label",
                    HEBREW_NAME,
                    "children.1.label",
                    "I\u015f\u0131l",
                    "children.0.domain-child.strengths",
                    "Zegt " + ARABIC + " tegen oma",
                    "parent-words",
                    HEBREW)));

    Pdf pdf = pdf(anna, id);

    assertThat(pdf.text())
        .contains(HEBREW_NAME, "I\u015f\u0131l", HEBREW, ARABIC)
        .doesNotContain("passen niet in deze PDF", "#");
    assertThat(pdf.beginsAtTheRight(HEBREW)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83e\udd8a", "\u4f60\u597d", "\ud83d\udc68\u200d\ud83d\udc67"})
  void thePdfMarksAndSaysWhatItCannotShow(String typed) throws IOException {
    Launched anna = session(patient());
    String id = recorded(sent(anna, START, TwoChildren.with("parent-words", "Zo " + typed)));

    assertThat(pdf(anna, id).text()).contains("Sam", "Zo #", "passen niet in deze PDF");
  }

  private Pdf pdf(Launched session, String id) throws IOException {
    return Pdf.of(address("/app/kindcheck/summary/" + id + "/pdf"), session);
  }

  /**
   * A PDF as it was sent, and the text in it.
   *
   * @param right where the right side of each line is, in points from the left
   */
  private record Pdf(String type, String text, Map<String, Float> right) {
    static Pdf of(String address, Launched session) throws IOException {
      var connection = java.net.URI.create(address).toURL().openConnection();
      connection.setRequestProperty("Cookie", session.cookie());
      try (var in = connection.getInputStream();
          var document = Loader.loadPDF(in.readAllBytes())) {
        Map<String, Float> right = new HashMap<>();
        PDFTextStripper lines =
            new PDFTextStripper() {
              @Override
              protected void writeString(String text, List<TextPosition> at) throws IOException {
                at.forEach(p -> right.merge(text, p.getXDirAdj() + p.getWidthDirAdj(), Math::max));
                super.writeString(text, at);
              }
            };
        return new Pdf(connection.getContentType(), lines.getText(document), right);
      }
    }

    /** Whether a line stands against the right side of an A4 page. */
    boolean beginsAtTheRight(String line) {
      return right.getOrDefault(line, 0f) > 480;
    }
  }
}
