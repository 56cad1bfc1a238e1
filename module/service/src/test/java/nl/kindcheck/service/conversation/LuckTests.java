package nl.kindcheck.service.conversation;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input and bad luck: nothing typed is lost, and the page says what to do. */
class LuckTests extends BrowserTest {

  private static final String BSN = "111222333";

  /** Every field in which a text can be typed. */
  private static final List<String> TEXTS =
      List.of(
          "children.0.label",
          "children.0.household",
          "children.0.where-now",
          "children.0.carer-when-unable",
          "children.0.trusted-adult",
          "children.0.wellbeing-note",
          "children.0.own-words",
          "children.0.domain-child.strengths",
          "children.0.domain-parent.concerns",
          "carers.0.label",
          "carers.0.household",
          "discussed-reason",
          "parent-words",
          "follow-up.0.action",
          "follow-up.0.owner");

  private static String[] everywhere(String text) {
    Map<String, String> changes = new TreeMap<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      changes.put(TEXTS.get(i), text + " " + i);
    }
    changes.put("discussed", "no");
    changes.put("other-carers", "yes");
    changes.put("carers.0.role", "friend");
    changes.put("gut-feeling", "twijfel");
    List<String> fields = new ArrayList<>();
    changes.forEach((name, value) -> fields.addAll(List.of(name, value)));
    return TwoChildren.with(fields.toArray(String[]::new));
  }

  private String draft(Launched session) {
    return open(session, START).body();
  }

  @Test
  void markupInEveryFieldIsATextAndNothingElse() {
    Launched anna = session(patient());
    String script = "\"><img src=x onerror=alert(1)><script>alert(2)</script>'";

    String id = recorded(sent(anna, START, everywhere(script)));

    assertThat(fhirGet("haven", "QuestionnaireResponse/" + id).json().toString())
        .contains("<script>alert(2)</script>");
    for (String page : List.of("done/", "summary/", "correct/")) {
      String body = open(anna, "/app/kindcheck/" + page + id).body();
      assertThat(body).as(page).doesNotContain("<script>alert", "<img src=x", "??");
    }
    String correction = open(anna, "/app/kindcheck/correct/" + id).body();
    for (int i = 0; i < TEXTS.size(); i++) {
      assertThat(correction).as(TEXTS.get(i)).contains("&lt;/script&gt;&#39; " + i);
    }
    assertThat(open(anna, "/app").body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert", "<img src=x");
    assertThat(open(anna, "/app/kindcheck/summary/" + id + "/pdf").body()).startsWith("%PDF");
  }

  @Test
  void anotherScriptAndEmojiAreKeptAsTyped() {
    Launched anna = session(patient());
    String hebrew = "\u05e0\u05d5\u05e2\u05dd";
    String arabic = "\u0646\u0648\u0631 \u0628\u062e\u064a\u0631";
    String emoji = "\ud83d\udc69\u200d\ud83d\udc67 \ud83d\ude00";
    String id =
        recorded(
            sent(
                anna,
                START,
                TwoChildren.with("children.0.label", hebrew, "parent-words", arabic + emoji)));

    assertThat(open(anna, "/app/kindcheck/summary/" + id).body())
        .contains(hebrew, arabic + emoji, "dir=\"auto\"")
        .doesNotContain("passen niet in deze PDF");
    assertThat(open(anna, "/app/kindcheck/correct/" + id).body()).contains(hebrew, arabic + emoji);
  }

  @Test
  void whatNobodySeesAndNoRecordCanHoldIsLeftOut() {
    Launched anna = session(patient());

    String id =
        recorded(sent(anna, START, TwoChildren.with("parent-words", "Voor\u0000 en \u0007na")));

    assertThat(open(anna, "/app/kindcheck/summary/" + id).body()).contains("Voor en na");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void aRemarkOfHundredThousandCharactersIsNamedAndKeptInTheDraft(String language) {
    Launched anna = session(patient(), language);
    String remark = "Zo\u00eb ".repeat(25_000);

    Answer page = sent(anna, START, TwoChildren.with("parent-words", remark));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains(remark, "href=\"#f-parent-words\"")
        .contains(language.equals("nl") ? "kort hem in" : "shorten it");
    assertThat(draft(anna)).contains(remark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void aBirthExpectedInTwoYearsIsAskedAboutAtItsField(String language) {
    Launched anna = session(patient(), language);

    Answer page =
        sent(anna, START, TwoChildren.with("pregnancy", "yes", "pregnancy-expected", "6-2028"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("href=\"#f-pregnancy-expected\"", "value=\"6-2028\"", "value=\"Noor\"")
        .contains(language.equals("nl") ? "te ver vooruit" : "too far ahead");
    assertThat(draft(anna)).contains("value=\"6-2028\"");
  }

  @Test
  void aChildThatIsYetToBeBornOrVeryOldIsAskedAboutAtItsField() {
    for (String birth : List.of("9-2026", "1920")) {
      Launched anna = session(patient());
      Answer page = sent(anna, START, TwoChildren.with("children.1.birth", birth));
      assertThat(page.status()).as(birth).isEqualTo(422);
      assertThat(page.body()).contains("href=\"#f-children-1-birth\"", "value=\"" + birth + "\"");
    }
  }

  @Test
  void aBsnInAnyFieldStaysOnThePageAndNowhereElse() throws SQLException {
    for (String field : TEXTS) {
      String patient = patient();
      Launched anna = session(patient);
      Map<String, String> own = new TreeMap<>(Map.of(field, "Nummer " + BSN));
      if (field.startsWith("carers")) {
        own.put("other-carers", "yes");
      }
      if (field.startsWith("discussed")) {
        own.put("discussed", "no");
      }
      List<String> fields = new ArrayList<>();
      own.forEach((name, value) -> fields.addAll(List.of(name, value)));

      Answer page = sent(anna, START, TwoChildren.with(fields.toArray(String[]::new)));

      assertThat(page.status()).as(field).isEqualTo(422);
      assertThat(page.body()).as(field).contains("Nummer " + BSN, "een BSN kan zijn");
      assertThat(draft(anna)).as(field).contains("value=\"Sam\"").doesNotContain(BSN);
      assertThat(saved(patient)).isZero();
    }
  }

  @Test
  void aBsnInTheReasonOfACorrectionIsNotStoredEither() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    String path = "/app/kindcheck/correct/" + recorded(sent(anna, START, TwoChildren.with()));

    Answer page =
        sent(
            anna, path, TwoChildren.with("read-version", "1", "amendment-reason", "Nummer " + BSN));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("Nummer " + BSN, "href=\"#f-amendment-reason\"");
    assertThat(open(anna, path).body()).doesNotContain(BSN);
    assertThat(saved(patient)).isEqualTo(1);
  }

  @Test
  void sentTwiceAtOnceItIsRecordedOnce() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    List<String> form = new ArrayList<>(List.of("_key", UUID.randomUUID().toString()));
    form.addAll(List.of("_version", "0"));
    form.addAll(TwoChildren.FIELDS);
    String[] fields = form.toArray(String[]::new);

    List<Answer> answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> submit(anna, START, fields)))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers.stream().map(BrowserTest::recorded).distinct()).hasSize(1);
    assertThat(saved(patient)).isEqualTo(1);
    assertThat(draft(anna)).doesNotContain("Concept bewaard");
  }

  @Test
  void goingBackAfterSavingRecordsNothingTwice() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    sent(anna, START, TwoChildren.with("_action", "draft"));
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, 1000, anna, true);
      page.navigate(address(START));
      page.locator("[name=_action][value=save]").click();
      page.waitForURL("**/done/**");
      page.goBack();
      assertThat(page.inputValue("#f-children-0-label")).isEqualTo("Noor");
      page.locator("[name=_action][value=save]").click();

      assertThat(page.locator("main").innerText()).isNotBlank();
      assertThat(saved(patient)).isEqualTo(1);
    }
  }

  @Test
  void aFormThatWasSavedAndThenChangedIsNotSavedTwiceAndNotLost() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    String key = UUID.randomUUID().toString();
    recorded(submit(anna, START, TwoChildren.with("_key", key, "_version", "0")));
    String[] changed =
        TwoChildren.with("_key", key, "_version", "1", "parent-words", "Later bedacht");

    Answer page = submit(anna, START, changed);

    assertThat(page.status()).isEqualTo(409);
    assertThat(page.body()).contains("al opgeslagen", "corrigeer die", "Later bedacht");
    assertThat(saved(patient)).isEqualTo(1);
    assertThat(draft(anna)).contains("Later bedacht").doesNotContain(key);
  }

  @Test
  void theEpdAndTheIdentityProviderMayBeAway() {
    World.OUTSIDE.resetAll();
    World.OUTSIDE.stubFor(
        any(anyUrl()).willReturn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    Launched anna = session(patient());

    assertThat(draft(anna)).contains("name=\"children.0.label\"");
    String id = recorded(sent(anna, START, TwoChildren.with()));
    assertThat(open(anna, "/app/kindcheck/done/" + id).body()).contains("is volledig");
  }

  @Test
  void aFormThatIsNotOursIsRefusedAndSaysWhatToDo() {
    Launched anna = session(patient());
    Answer page = submit(anna, START, "_key", "not-a-key", "_version", "x");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("Open de pagina opnieuw");
  }
}
