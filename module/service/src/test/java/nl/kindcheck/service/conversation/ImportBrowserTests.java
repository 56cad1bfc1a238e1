package nl.kindcheck.service.conversation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static nl.kindcheck.service.conversation.EpdChildren.child;
import static nl.kindcheck.service.conversation.EpdChildren.livesAt;
import static nl.kindcheck.service.conversation.EpdChildren.situation;
import static nl.kindcheck.service.conversation.EpdChildren.usual;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Choosing children of the EPD in a real browser: no barriers, and it fits at every width. */
class ImportBrowserTests extends ImportTest {

  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  private void epd() {
    usual(
        patient,
        child(patient, "Noor", "2019-03-04", livesAt("Verzonnenlaan 1", "1234AB")),
        child(patient, "Tijn", "2004-02-01", livesAt("Elders 2", "4321ZZ")),
        child(patient, "Lot", "2015-05-05", "\"deceasedBoolean\": true"),
        child(patient, "Sam", ""),
        child(patient, "Hanna", "").replace("NCHILD", "SPS"),
        child(patient, "Riet", "").replace("NCHILD", "MTH"));
    EpdChildren.situations(patient, situation(patient, "2025-05-01", "2012-07-09"));
  }

  private Page page(Launched session, int width, boolean scripts) {
    Page page = chromium.page(width, Map.of(), scripts);
    String[] cookie = session.cookie().split("=", 2);
    page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(address("/"))));
    return page;
  }

  private String address(String path) {
    return request(path).build().uri().toString();
  }

  private static void look(Page page, String name) {
    Chromium.picture(page, name);
    assertThat(Chromium.barriers(page)).as(name).isEmpty();
    assertThat(Chromium.overflow(page)).as(name).isZero();
  }

  @Test
  void eachStateIsWithoutBarriersAndFits() {
    Launched session = session();
    for (int width : List.of(375, 1440)) {
      try (Page page = page(session, width, true)) {
        World.standard();
        epd();
        page.navigate(address(IMPORT));
        look(page, "import-" + width);
        World.standard();
        page.navigate(address(IMPORT));
        look(page, "import-unreadable-" + width);
        EpdChildren.persons(patient, aResponse().withStatus(503));
        EpdChildren.situations(patient);
        page.navigate(address(IMPORT));
        look(page, "import-partly-" + width);
        World.standard();
        usual(patient);
        page.navigate(address(IMPORT));
        look(page, "import-none-" + width);
        page.navigate(address("/app"));
        look(page, "import-overview-" + width);
      }
    }
  }

  @Test
  void somebodyChoosesAndFindsThemInTheForm() {
    epd();
    Launched session = session();
    try (Page page = page(session, 1440, true)) {
      page.navigate(address("/app"));
      page.click("a[href='" + IMPORT + "']");
      page.getByText("Op hetzelfde adres als de patiënt").click();
      page.getByText("Pas aan").click();
      assertThat(page.locator(".kc-import__apart").innerText()).contains("Sam", "Tijn");
      page.getByText("Zet in het formulier").click();
      assertThat(page.url()).endsWith(START + "#f-children");
      assertThat(page.locator("#f-children-1-label").inputValue()).isEqualTo("Noor");
      assertThat(page.content()).doesNotContain("id=\"children-2\"");
      look(page, "import-taken-1440");
    }
    try (Page small = page(session, 375, false)) {
      small.navigate(address(IMPORT));
      assertThat(small.content()).contains("Staat al in het formulier");
      small.navigate(address(START));
      assertThat(small.content()).contains("Uit het EPD op 1 juni 2026, nog niet nagevraagd");
    }
    // axe needs scripts.
    try (Page small = page(session, 375, true)) {
      small.navigate(address(IMPORT));
      look(small, "import-again-375");
      small.navigate(address(START));
      look(small, "import-taken-375");
    }
  }
}
