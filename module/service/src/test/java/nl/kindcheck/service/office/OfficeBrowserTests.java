package nl.kindcheck.service.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.launch.ChosenLanguage;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the office in a real browser, for everybody who uses one. */
class OfficeBrowserTests extends ServiceTest {

  @ParameterizedTest
  @CsvSource({"320, nl, Uw werkplek in Kindcheck", "1280, en, Your place in Kindcheck"})
  void theFirstPageStandsInNobodysWay(int width, String language, String title) {
    String[] cookie =
        Offices.session(DATABASE, "haven", Role.KOPP_KOV_OFFICER).cookie().split("=", 2);
    String home = request("/office").build().uri().toString();
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page(width, Map.of(), true);
      page.context()
          .addCookies(
              List.of(
                  new Cookie(cookie[0], cookie[1]).setUrl(home),
                  new Cookie(ChosenLanguage.COOKIE, language).setUrl(home)));
      page.navigate(home);
      page.locator("summary").click();

      assertThat(page.locator("h1").textContent()).isEqualTo(title);
      assertThat(page.locator("main").textContent())
          .contains(Offices.NAME, "GGZ De Verzonnen Haven", "GET /fhir/Task");
      assertThat(Chromium.barriers(page)).isEmpty();
      assertThat(Chromium.overflow(page)).isNotPositive();
      Chromium.picture(page, "office-" + width);
      page.locator("main button").click();
      assertThat(page.url()).endsWith("/office/signed-out");
      assertThat(Chromium.barriers(page)).isEmpty();
    }
  }
}
