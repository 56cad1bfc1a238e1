package nl.kindcheck.service;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser: the machine's own where it has one, else the one that Playwright brings. */
public final class Chromium implements AutoCloseable {

  private static final Path OF_THE_MACHINE = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "pictures");

  private final Playwright playwright;
  private final Browser browser;

  public Chromium() {
    boolean ofTheMachine = Files.isExecutable(OF_THE_MACHINE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(ofTheMachine ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    if (ofTheMachine) {
      options.setExecutablePath(OF_THE_MACHINE);
    }
    browser = playwright.chromium().launch(options);
  }

  /**
   * A window of its own, with these headers on every request.
   *
   * @param scripts whether scripts run
   */
  public Page page(int width, Map<String, String> headers, boolean scripts) {
    return browser.newPage(
        new Browser.NewPageOptions()
            .setViewportSize(width, 900)
            .setLocale("nl-NL")
            .setJavaScriptEnabled(scripts)
            .setExtraHTTPHeaders(headers));
  }

  /** Keeps a picture of the page, for people to look at. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  /** What stands in the way of people who see, hear or move otherwise, by WCAG 2.2 AA. */
  public static List<String> barriers(Page page) {
    return new AxeBuilder(page)
            .withTags(
                List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
            .analyze()
            .getViolations()
            .stream()
            .map((Rule rule) -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }

  /** How far the page is wider than its window, in pixels. */
  public static int overflow(Page page) {
    return (Integer)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
