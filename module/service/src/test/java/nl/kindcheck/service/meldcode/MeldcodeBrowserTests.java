package nl.kindcheck.service.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages in a real browser: no barrier in any state, no sideways scrolling, no script needed.
 */
class MeldcodeBrowserTests extends MeldcodeTest {

  private static final Path OF_THE_MACHINE = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "pictures", "meldcode");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions()
            .setEnv(
                Files.isExecutable(OF_THE_MACHINE)
                    ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
                    : Map.of()));
  }

  private static Browser browser(Playwright playwright) {
    var options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu"));
    if (Files.isExecutable(OF_THE_MACHINE)) {
      options.setExecutablePath(OF_THE_MACHINE);
    }
    return playwright.chromium().launch(options);
  }

  private BrowserContext opened(Browser browser, int width, String patient, String language) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setBaseURL(request("/").build().uri().toString())
            .setExtraHTTPHeaders(Map.of(PATIENT, patient, LANGUAGE, language)));
  }

  private static void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    assertThat(
            new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                    .map(rule -> rule.getId() + ": " + rule.getNodes())
                    .toList())
        .as(name)
        .isEmpty();
    Object sideways =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(sideways).as(name).isEqualTo(false);
  }

  @ParameterizedTest
  @CsvSource({"375,nl", "1440,nl", "320,en"})
  void everyPageInEveryState(int width, String language) {
    String patient = "md-browser-" + width;
    recorded("haven", patient);
    try (Playwright playwright = playwright();
        Browser browser = browser(playwright);
        BrowserContext context = opened(browser, width, patient, language)) {
      Page page = context.newPage();
      String at = "-" + width;
      page.navigate(LIST);
      look(page, "list-empty" + at);
      page.navigate(LIST + "/new");
      page.locator("main button[type=submit]").click();
      look(page, "new-error" + at);
      page.fill("#reason", "Blauwe plekken op beide armen. " + "Lang".repeat(60));
      page.locator("input[name=child]").nth(0).check();
      page.locator("input[name=child]").nth(1).check();
      page.locator("main button[type=submit]").click();
      look(page, "record-new" + at);
      String record = page.url().replaceAll("\\?.*", "");
      for (int step = 1; step <= 5; step++) {
        page.navigate(record + "/step/" + step);
        look(page, "step-" + step + at);
      }
      for (String form : Forms.all().keySet()) {
        page.navigate(record + "/" + form);
        look(page, "form-" + form + at);
      }
      page.navigate(record + "/danger");
      page.locator("main button[type=submit]").click();
      look(page, "record-danger" + at);
      page.navigate(record + "/close");
      page.fill("#reason", "Hulp is gestart");
      page.locator("main button[type=submit]").click();
      look(page, "record-closed" + at);
      page.navigate(record + "/history");
      look(page, "history" + at);
      page.navigate(LIST);
      look(page, "list" + at);
    }
  }

  @Test
  void acuteDangerNeedsNoScript() {
    try (Playwright playwright = playwright();
        Browser browser = browser(playwright);
        BrowserContext context =
            browser.newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(false)
                    .setBaseURL(request("/").build().uri().toString())
                    .setExtraHTTPHeaders(Map.of(PATIENT, "md-browser-plain")))) {
      Page page = context.newPage();
      page.navigate(LIST + "/new");
      page.fill("#reason", "Zorg");
      page.locator("input[name=danger][value=yes]").check();
      page.locator("main button[type=submit]").click();

      assertThat(page.locator("a[href='tel:112']").isVisible()).isTrue();
      assertThat(page.locator("a[href='tel:08002000']").isVisible()).isTrue();
    }
  }
}
