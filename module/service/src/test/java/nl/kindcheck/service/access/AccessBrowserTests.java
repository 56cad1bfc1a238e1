package nl.kindcheck.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.launch.ChosenLanguage;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser, by keyboard alone, for everybody who uses one. */
class AccessBrowserTests extends ReachTest {

  private Page page(Chromium chromium, int width, Launched who, String language) {
    String home = request("/office").build().uri().toString();
    String[] cookie = who.cookie().split("=", 2);
    Page page = chromium.page(width, Map.of(), true);
    page.context()
        .addCookies(
            List.of(
                new Cookie(cookie[0], cookie[1]).setUrl(home),
                new Cookie(ChosenLanguage.COOKIE, language).setUrl(home)));
    page.navigate(home);
    return page;
  }

  private static void standsInNobodysWay(Page page, String name) {
    assertThat(Chromium.barriers(page)).as(name).isEmpty();
    assertThat(Chromium.overflow(page)).as(name).isNotPositive();
    Chromium.picture(page, "access-" + name);
  }

  @ParameterizedTest
  @CsvSource({
    "320, nl, Dossier van een gezin openen, Noodtoegang tot",
    "1280, en, Open a family's record, Emergency access until"
  })
  void aClinicianOpensARecordInAnEmergencyByKeyboard(
      int width, String language, String title, String mark) {
    String patient = "br-em-" + width;
    try (Chromium chromium = new Chromium()) {
      Page page = page(chromium, width, clinician("u-br-" + width, null), language);
      page.locator("main a[href$='/office/open']").focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/office/open");
      assertThat(page.locator("h1").textContent()).isEqualTo(title);
      standsInNobodysWay(page, "open-" + width);

      page.locator("#f-patient").focus();
      page.keyboard().type("no patient");
      page.keyboard().press("Enter");
      page.locator(".govuk-error-summary").waitFor();
      standsInNobodysWay(page, "open-fault-" + width);

      page.locator("#f-patient").fill(patient);
      page.locator("#f-patient").press("Enter");
      page.locator("#f-reason").waitFor();
      standsInNobodysWay(page, "refused-" + width);

      page.locator("main form button").press("Enter");
      page.locator(".govuk-error-summary").waitFor();
      standsInNobodysWay(page, "emergency-fault-" + width);

      page.locator("#f-kind").press("Space");
      page.keyboard().press("Tab");
      page.keyboard().type(REASON);
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForURL("**/app");
      assertThat(page.url()).doesNotContain(patient);
      assertThat(page.locator(".kc-emergency").textContent()).contains(mark);
      standsInNobodysWay(page, "in-emergency-" + width);

      page.locator(".kc-emergency__end").press("Enter");
      page.waitForURL("**/launch/ended");
    }
  }

  @ParameterizedTest
  @CsvSource({"320, en, Opened here because you saw", "1280, nl, Hier geopend omdat u"})
  void aRecordThatOpenedByACareRelationSaysWhy(int width, String language, String why) {
    String patient = "br-ca-" + width;
    told("haven", patient);
    try (Chromium chromium = new Chromium()) {
      Page page = page(chromium, width, clinician("u-br-ca", INTAKER), language);
      page.navigate(request(OPEN).build().uri().toString());
      page.locator("#f-patient").fill(patient);
      page.locator("#f-patient").press("Enter");
      page.waitForURL("**/app");
      assertThat(page.locator(".kc-because").textContent()).contains(why);
      standsInNobodysWay(page, "by-relation-" + width);
    }
  }

  @ParameterizedTest
  @CsvSource({"320, nl", "1280, en"})
  void aPrivacyOfficerReviewsByKeyboard(int width, String language) {
    String patient = "br-po-" + width;
    session(inEmergency(clinician("u-br-po", INTAKER), patient));
    try (Chromium chromium = new Chromium()) {
      Launched officer = Offices.session(DATABASE, "haven", Role.PRIVACY_OFFICER);
      Page page = page(chromium, width, officer, language);
      page.navigate(request("/office/emergency").build().uri().toString());
      var card =
          page.locator("section")
              .filter(
                  new com.microsoft.playwright.Locator.FilterOptions()
                      .setHasText("Patient/" + patient));
      standsInNobodysWay(page, "review-" + width);

      card.locator("button").press("Enter");
      page.locator(".govuk-error-summary").waitFor();
      standsInNobodysWay(page, "review-fault-" + width);

      card.locator("input[type=radio]").first().press("Space");
      card.locator("textarea").fill("Dienst nagekeken");
      card.locator("button").press("Enter");
      page.waitForURL("**/office/emergency");
      assertThat(
              count(
                  "SELECT count(*) FROM emergency_review WHERE access_id = ?::uuid AND outcome ="
                      + " 'justified'",
                  emergency(patient)))
          .isOne();
      standsInNobodysWay(page, "reviewed-" + width);
    }
  }
}
