package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;

/** The pages of the conversation in a real browser, behind the real launch. */
abstract class BrowserTest extends ServiceTest {

  private static final int WAIT_MILLIS = 5_000;

  static final String START = "/app/kindcheck/start";

  static String patient() {
    return "Patient/browser-" + UUID.randomUUID();
  }

  static Launched session(String patient) {
    return session(patient, "nl");
  }

  static Launched session(String patient, String language) {
    return Launches.session(DATABASE, "haven", "Practitioner/anna", patient, null, language);
  }

  /** A window of a session. */
  Page window(Chromium browser, int width, Launched session, boolean scripts) {
    Page page = browser.page(width, Map.of(), scripts);
    page.setDefaultTimeout(WAIT_MILLIS);
    String[] cookie = session.cookie().split("=", 2);
    page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(address("/"))));
    return page;
  }

  String address(String path) {
    return request(path).build().uri().toString();
  }

  /** Sends a form of its own, as if its page had just been opened. */
  Answer sent(Launched session, String path, String... fields) {
    List<String> all =
        new ArrayList<>(List.of("_key", UUID.randomUUID().toString(), "_version", "0"));
    all.addAll(List.of(fields));
    return submit(session, path, all.toArray(String[]::new));
  }

  /** How many Kindchecks of a patient are recorded. */
  static long saved(String patient) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement sql =
            connection.prepareStatement(
                "SELECT count(*) FROM response JOIN family USING (tenant_id, family_id) WHERE"
                    + " patient_ref = ?")) {
      sql.setString(1, patient);
      try (var rows = sql.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getLong(1);
      }
    }
  }

  /** The id of what was recorded. */
  static String recorded(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    String to = answer.http().headers().firstValue("Location").orElseThrow();
    assertThat(to).contains("/done/");
    return to.replaceAll(".*/", "");
  }

  /** Keeps a picture, and finds nothing that stands in anybody's way. */
  static void look(Page page, String name) {
    Chromium.picture(page, "conversation/" + name);
    assertThat(Chromium.barriers(page)).as(name).isEmpty();
    assertThat(Chromium.overflow(page)).as(name + " sideways").isZero();
    assertThat(page.locator("main").innerText()).as(name).doesNotContain("??");
  }
}
