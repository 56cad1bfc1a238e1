package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in every state: nothing in anybody's way, on a telephone and on a desk. */
class LooksTests extends BrowserTest {

  @ParameterizedTest
  @CsvSource({"375,nl", "1440,nl", "320,en"})
  void theForm(int width, String language) {
    String at = "-" + width;
    Launched anna = session(patient(), language);
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, width, anna, true);
      page.navigate(address(START));
      look(page, "form-empty" + at);

      page.fill("#f-children-0-label", "Noor");
      page.fill("#f-parent-words", "Het gaat wel. " + "Lang".repeat(60));
      page.check("#f-pregnancy");
      page.check("#f-other-carers");
      page.check("[name=outcome][value=postponed]");
      page.locator("[name=_action][value=add-follow-up]").click();
      look(page, "form-draft" + at);

      page.locator("[name=_action][value=save]").click();
      look(page, "form-errors" + at);
      assertThat(page.title()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({"375", "1440"})
  void aFilledFormAndWhatFollows(int width) {
    String at = "-" + width;
    Launched anna = session(patient());
    String id =
        recorded(
            sent(
                anna,
                START,
                TwoChildren.with(
                    "children.0.domain-child.strengths", "Leest graag",
                    "children.0.domain-network.concerns", "Weinig mensen om het gezin heen",
                    "parent-words", "Het gaat wel.",
                    "follow-up.0.action", "Boekje over de ziekte meegeven",
                    "follow-up.0.owner", "Anna",
                    "follow-up.0.date", "14-7-2026")));
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, width, anna, true);
      page.navigate(address("/app/kindcheck/done/" + id));
      look(page, "done" + at);
      page.navigate(address("/app/kindcheck/summary/" + id));
      look(page, "summary" + at);
      page.navigate(address("/app/kindcheck/correct/" + id));
      look(page, "correct" + at);
      page.navigate(address("/app/kindcheck/unchanged"));
      look(page, "unchanged" + at);
      page.locator("main button[type=submit]").click();
      look(page, "unchanged-errors" + at);
      page.navigate(address("/app/kindcheck/no-children"));
      look(page, "no-children-named" + at);
      page.navigate(address("/app"));
      look(page, "overview" + at);
    }
  }

  @ParameterizedTest
  @CsvSource({"375", "1440"})
  void whatTwoPeopleOrTwoWindowsSayOtherwise(int width) {
    String patient = patient();
    Launched anna = session(patient);
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, width, anna, true);
      page.navigate(address(START));
      sent(anna, START, TwoChildren.with("_action", "draft"));
      page.fill("#f-children-0-label", "Nora");
      page.locator("button[value=draft]:not([tabindex])").click();
      look(page, "conflict-" + width);
      assertThat(page.locator("#elsewhere").innerText())
          .contains("Noor: Hoe gaat het met het kind?", "Het gaat goed")
          .doesNotContain("children", "goes-well");
    }
  }

  @ParameterizedTest
  @CsvSource({"375", "1440"})
  void aCorrectionOfWhatSomebodyElseCorrected(int width) {
    String patient = patient();
    Launched anna = session(patient);
    String id = recorded(sent(anna, START, TwoChildren.with()));
    String path = "/app/kindcheck/correct/" + id;
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, width, anna, true);
      page.navigate(address(path));
      recorded(
          sent(
              session(patient),
              path,
              TwoChildren.with(
                  "read-version", "1",
                  "children.1.relation", "step",
                  "amendment-reason", "Verkeerd begrepen")));
      page.fill("#f-amendment-reason", "Roepnaam");
      page.fill("#f-children-1-label", "Sammie");
      page.locator("[name=_action][value=save]").click();
      look(page, "corrected-meanwhile-" + width);
      assertThat(page.locator("#elsewhere").innerText())
          .contains("Sam: Welke relatie heeft het kind met de pati\u00ebnt?", "Stiefkind")
          .doesNotContain("children", "step");
    }
  }

  @ParameterizedTest
  @CsvSource({"375", "1440"})
  void theShortWaysTheGuideAndConsent(int width) {
    String at = "-" + width;
    Launched anna = session(patient());
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, width, anna, true);
      page.navigate(address("/app/kindcheck/no-children"));
      look(page, "no-children" + at);
      page.navigate(address("/app/kindcheck/unchanged"));
      look(page, "unchanged-not-offered" + at);
      page.navigate(address("/app/guide"));
      page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
      look(page, "guide" + at);
      page.navigate(address("/app/guide/afraid"));
      look(page, "guide-topic" + at);
      page.navigate(address("/app/guide/consult"));
      look(page, "consult" + at);
      page.locator("main button[type=submit]").click();
      look(page, "consult-errors" + at);
      page.fill("#question", "Hoe leg ik dit uit?\nAan een kind van vier.");
      page.locator("main button[type=submit]").click();
      look(page, "consult-sent" + at);
      page.navigate(address("/app/care/consent"));
      look(page, "consent" + at);
      page.locator("form[action='/app/care/consent'] button[type=submit]").click();
      look(page, "consent-errors" + at);
    }
  }

  @Test
  void onPaperTheSummaryIsOnlyWhatTheParentReads() {
    Launched anna = session(patient());
    String id = recorded(sent(anna, START, TwoChildren.with()));
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, 1000, anna, true);
      page.navigate(address("/app/kindcheck/summary/" + id));
      assertThat(page.getByRole(AriaRole.NAVIGATION).count()).isPositive();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      Chromium.picture(page, "conversation/summary-print");

      for (Locator pressed : page.locator("a, button, nav, header").all()) {
        assertThat(pressed.isVisible()).as(pressed.innerText()).isFalse();
      }
      assertThat(page.locator("main").innerText()).contains("Ons gesprek over uw kinderen", "Noor");
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whatBelongsToAnAnswerShowsWithItAndNeedsNoScript(boolean scripts) {
    Launched anna = session(patient());
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, 1000, anna, scripts);
      page.navigate(address(START));
      shows(
          page,
          "#f-pregnancy-expected",
          "[name=pregnancy][value=yes]",
          "[name=pregnancy][value=no]");
      shows(
          page, "#f-discussed-reason", "[name=discussed][value=no]", "[name=discussed][value=yes]");
      shows(
          page,
          "#f-outcome-unclear",
          "[name=outcome][value=unclear]",
          "[name=outcome][value=concerns]");
      shows(
          page,
          "#f-postponed-until",
          "[name=outcome][value=postponed]",
          "[name=outcome][value=declined]");
      for (String outcome : new String[] {"declined", "postponed", "not-applicable"}) {
        String of = "[name=outcome][value=" + outcome + "]";
        shows(page, "#f-reason", of, "[name=outcome][value=goes-well]");
      }
    }
  }

  private static void shows(Page page, String field, String answer, String otherwise) {
    page.check(otherwise);
    assertThat(page.locator(field).isVisible()).as(field + " by " + otherwise).isFalse();
    page.check(answer);
    assertThat(page.locator(field).isVisible()).as(field + " by " + answer).isTrue();
    page.check(otherwise);
    assertThat(page.locator(field).isVisible()).as(field + " by " + otherwise).isFalse();
  }

  @Test
  void whatWasTypedBelowAnAnswerThatIsNotChosenStaysInView() {
    Launched anna = session(patient());
    Answer page =
        sent(anna, START, TwoChildren.with("reason", "Te moe", "pregnancy-expected", "11-2026"));
    assertThat(page.status()).isEqualTo(422);
    sent(anna, START, TwoChildren.with("reason", "Te moe", "_action", "draft"));
    try (Chromium browser = new Chromium()) {
      Page again = window(browser, 1000, anna, true);
      again.navigate(address(START));
      assertThat(again.locator("#f-reason").isVisible()).isTrue();
      assertThat(again.inputValue("#f-reason")).isEqualTo("Te moe");
    }
  }

  @ParameterizedTest
  @CsvSource({"375", "1440"})
  void theFormAtACrisisAndTheEmptyOneThatWasSent(int width) {
    String patient = patient();
    String id = patient.substring("Patient/".length());
    hook("haven", Bodies.intake(id, "e-" + id, "2026-06-01").replace("\"AMB\"", "\"EMER\""));
    try (Chromium browser = new Chromium()) {
      Page page = window(browser, width, session(patient), true);
      page.navigate(address(START));
      look(page, "crisis-" + width);
      page.locator("button[value=save]").click();
      assertThat(page.locator(".govuk-error-summary__list li").count()).isEqualTo(13);
      look(page, "all-missing-" + width);
    }
  }
}
