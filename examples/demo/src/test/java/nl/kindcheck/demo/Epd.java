package nl.kindcheck.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The demo EPD, as a clinician uses it: in Dutch. */
final class Epd {

  private final String address;
  private final Page page;
  private final boolean scripts;

  private Epd(RunningDemo demo, boolean scripts) {
    this.address = demo.settings().epdUrl();
    this.page = demo.browser().page(1280, 900, scripts);
    this.scripts = scripts;
  }

  /** In a browser in which nothing was opened before. */
  static Epd of(RunningDemo demo) {
    return new Epd(demo, true);
  }

  /** In one that runs no scripts. axe is a script: barriers are not looked for there. */
  static Epd withoutScripts(RunningDemo demo) {
    return new Epd(demo, false);
  }

  Epd open(String patient) {
    page.navigate(address + "/patients/" + patient);
    return this;
  }

  Epd start(String contact) {
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(contact)).check();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Starten")).click();
    assertThat(page.getByText("Het contact is gestart.")).isVisible();
    return this;
  }

  /** Half a year passes, at the EPD and at Kindcheck. */
  Epd halfAYearLater() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("6 maanden verder"))
        .click();
    assertThat(page.getByText("De klok staat verder, hier en bij Kindcheck.")).isVisible();
    return this;
  }

  /** Follows the link on the card: Kindcheck opens in the record, without signing in again. */
  Epd followCard() {
    page.getByRole(AriaRole.ARTICLE)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Open de Kindcheck"))
        .click();
    return shownInFrame();
  }

  /** Opens Kindcheck from the menu of the record. */
  Epd followMenu() {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kindcheck openen"))
        .first()
        .click();
    return shownInFrame();
  }

  FrameLocator frame() {
    return page.frameLocator("iframe");
  }

  private Epd shownInFrame() {
    assertThat(frame().getByRole(AriaRole.HEADING, new FrameLocator.GetByRoleOptions().setLevel(1)))
        .hasText(Words.DUTCH.of("overview.title"));
    if (scripts) {
      assertThat(Browser.barriers(page)).as("barriers of the record with its frame").isEmpty();
    }
    return this;
  }

  /** The same beside the EPD: a launch of its own in a new tab. */
  App beside() {
    Page tab =
        page.waitForPopup(
            () ->
                page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Openen in een eigen tabblad"))
                    .click());
    App app = new App(tab, scripts);
    return app.arrived(app.words().of("overview.title"));
  }
}
