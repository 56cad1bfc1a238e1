package nl.kindcheck.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.PagesTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages that are read and looked at: their text, their picture, their barriers, their width. */
abstract class SeenTest extends PagesTest {

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

  /** A page where no script runs. */
  Page withoutScripts(String patient, String path) {
    Page page = chromium.page(375, Map.of(PATIENT, patient), false);
    page.navigate("http://localhost:" + port + path);
    return page;
  }

  void stored(String body) {
    Answer answer = fhirPost("haven", RESPONSE, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  /** The page's source, after it was looked at in a browser on a small and on a large screen. */
  String see(String patient, String path) {
    look(patient, path, "nl", 375);
    look(patient, path, "nl", 1440);
    Answer answer = page(patient, path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  void look(String patient, String path, String language, int width) {
    try (Page page = chromium.page(width, Map.of(PATIENT, patient, LANGUAGE, language), true)) {
      page.navigate("http://localhost:" + port + path);
      Chromium.picture(
          page,
          patient + path.replaceAll("/[0-9a-f-]{36}|/app", "").replace('/', '-') + "-" + width);
      assertThat(Chromium.barriers(page)).as(patient + " at " + width).isEmpty();
      assertThat(Chromium.overflow(page)).as("too wide at " + width).isZero();
    }
  }
}
