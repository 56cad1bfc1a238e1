package nl.kindcheck.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.PagesTest;
import nl.kindcheck.service.launch.ChosenLanguage;
import org.junit.jupiter.api.Test;

/** What stands around every page, and what is shown where there is no page. */
class FrameTests extends PagesTest {

  private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/app/static/[^\"]+)\"");

  @Test
  void aPageThatIsNotThereSaysWhatToDoNext() {
    Answer missing = page("fr1", "/app/nothing-here");

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.body())
        .contains("<html", "lang=\"nl\"", "Deze pagina is er niet.", "Ga terug naar het overzicht")
        .doesNotContain("Exception", "nl.kindcheck", "\tat ");
  }

  @Test
  void aPageIsInTheLanguageOfTheLaunch() {
    assertThat(page("fr1", "/app/nothing-here", "en").body())
        .contains("lang=\"en\"", "This page does not exist.", "not yet been reviewed");
  }

  @Test
  void whatWasChosenOnAPageGoesBeforeTheLaunch() {
    Answer page =
        send(
            request("/app/nothing-here")
                .header("Accept", "text/html")
                .header(PATIENT, "fr1")
                .header("Cookie", ChosenLanguage.COOKIE + "=en"));

    assertThat(page.body()).contains("This page does not exist.");
  }

  @Test
  void aSystemThatCallsGetsAProblemAndNoPage() {
    Answer problem = send(request("/app/nothing-here").header("Accept", "application/json"));

    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.http().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void withoutALaunchNoPartOfKindcheckIsOffered() {
    Answer page = send(request("/app/nothing-here").header("Accept", "text/html"));

    assertThat(page.body()).doesNotContain("kc-nav").contains("kc-language");
  }

  @Test
  void everyFileOfAPageIsOurOwnAndIsKeptForGood() {
    Matcher files = FILE.matcher(page("fr1", "/app/nothing-here").body());
    int found = 0;
    while (files.find()) {
      Answer file = send(request(files.group(1)));
      assertThat(file.status()).as(files.group(1)).isEqualTo(200);
      assertThat(file.http().headers().firstValue("Cache-Control").orElse(""))
          .contains("immutable");
      found++;
    }
    assertThat(found).isGreaterThanOrEqualTo(4);
  }

  @Test
  void aFileUnderItsPlainNameIsAskedForAgainEachTime() {
    Answer file = send(request("/app/static/kindcheck.css"));

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.http().headers().firstValue("Cache-Control")).hasValue("no-cache");
  }
}
