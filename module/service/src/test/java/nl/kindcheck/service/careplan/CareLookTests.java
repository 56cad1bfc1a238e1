package nl.kindcheck.service.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.PagesTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the care plan in a real browser, in each state: no barrier, nothing too wide. */
class CareLookTests extends PagesTest {

  private static Chromium chromium;
  @LocalServerPort private int port;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  private void look(Page page, String name, int width) {
    Chromium.picture(page, "care/" + name + "-" + width);
    assertThat(Chromium.barriers(page)).as(name + " at " + width).isEmpty();
    assertThat(Chromium.overflow(page)).as(name + " too wide at " + width).isZero();
  }

  private void open(Page page, String path) {
    page.navigate("http://localhost:" + port + path);
  }

  private static void send(Page page) {
    page.locator("main form[method=post] button[type=submit]:not([name])").first().click();
  }

  @ParameterizedTest
  @CsvSource({"375, nl", "1440, nl", "320, en"})
  void everyPageInEveryState(int width, String language) {
    String patient = "care-look-" + width;
    recorded("haven", patient);
    try (Page page = chromium.page(width, Map.of(PATIENT, patient, LANGUAGE, language), true)) {
      open(page, "/app/care");
      look(page, "care-empty", width);
      goals(page, width);
      referrer(page, width);
      open(page, "/app/care");
      look(page, "care", width);
    }
  }

  private void goals(Page page, int width) {
    open(page, "/app/care/goals");
    look(page, "goals-empty", width);
    open(page, "/app/care/goals/new");
    look(page, "goal-new", width);
    page.fill("#words", "Mijn begin.");
    page.locator("button[name=take]").first().click();
    assertThat(page.inputValue("#words")).startsWith("Mijn begin.\n");
    send(page);
    look(page, "goal-errors", width);
    page.fill("#owner", "Anna Verzonnen, behandelaar");
    page.fill("#day", "2031-06-01");
    page.locator("input[name=status][value=active]").check();
    // Enter in a field records; it never takes over an example.
    page.locator("#owner").press("Enter");
    page.waitForURL("**/app/care/goals");
    look(page, "goals", width);
    page.locator("article a").first().click();
    page.locator("input[name=status][value=stopped]").check();
    page.fill("#reason", "Het past niet meer. " + "Lang".repeat(60));
    send(page);
    page.waitForURL("**/app/care/goals");
    look(page, "goals-closed", width);
    page.locator("article a").first().click();
    look(page, "goal-versions", width);
  }

  private void referrer(Page page, int width) {
    open(page, "/app/care/referrer");
    look(page, "referrer-empty", width);
    send(page);
    look(page, "referrer-errors", width);
    page.locator("input[name=answer][value=not-mentioned]").check();
    page.fill("#reader", "Het aanmeldteam");
    send(page);
    look(page, "referrer-no-consent", width);
    open(page, "/app/care/consent");
    page.selectOption("#kind", "gp");
    page.fill("#recipient", "Huisartsenpraktijk De Verzonnen Linde");
    page.locator("input[name=what][value=children-exist]").check();
    page.locator("input[name=ground][value=patient-consents]").check();
    page.fill("#until", "2099-09-01");
    page.locator("form[action='/app/care/consent'] button").click();
    open(page, "/app/care/referrer");
    look(page, "referrer", width);
    page.locator("a[href*='/letter/']").click();
    page.locator("details summary").click();
    look(page, "letter", width);
    open(page, "/app/care/referrer/letter/11111111-1111-4111-8111-111111111111");
    look(page, "letter-none", width);
  }
}
