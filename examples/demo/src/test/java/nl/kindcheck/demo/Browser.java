package nl.kindcheck.demo;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium: the machine's own where it has one, else the one that Playwright brings. */
final class Browser implements AutoCloseable {

  private static final Path OF_THE_MACHINE = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of(System.getProperty("demo.pictures"));

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  Browser() {
    boolean ofTheMachine = Files.isExecutable(OF_THE_MACHINE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(ofTheMachine ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    if (ofTheMachine) {
      options.setExecutablePath(OF_THE_MACHINE);
    }
    browser = playwright.chromium().launch(options);
  }

  /** A window of its own: no cookies, nothing kept. */
  Page page(int width, int height) {
    return page(width, height, true);
  }

  /**
   * The same.
   *
   * @param scripts whether scripts run
   */
  Page page(int width, int height, boolean scripts) {
    return browser.newPage(
        new com.microsoft.playwright.Browser.NewPageOptions()
            .setViewportSize(width, height)
            .setJavaScriptEnabled(scripts)
            .setLocale("nl-NL"));
  }

  /** Keeps a picture of the page, for people to look at. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  /** What stands in the way of people who see, hear or move otherwise, by WCAG 2.2 AA. */
  static List<String> barriers(Page page) {
    return new AxeBuilder(page)
            // Without frames axe needs no second page to put its findings together.
            .setLegacyMode(page.frames().size() == 1)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations()
            .stream()
            .map((Rule rule) -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
