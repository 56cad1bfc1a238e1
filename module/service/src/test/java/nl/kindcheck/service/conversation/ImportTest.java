package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.launch.Launches;
import org.junit.jupiter.api.AfterEach;
import org.springframework.web.util.HtmlUtils;

/** A clinician whose session may read in the EPD. The clock stands at the first of June 2026. */
abstract class ImportTest extends ServiceTest {

  static final String IMPORT = "/app/kindcheck/import";
  static final String START = "/app/kindcheck/start";
  static final String ALL_SCOPES =
      "patient/Patient.rs patient/RelatedPerson.rs patient/Observation.rs";

  final String patient = "imp-" + UUID.randomUUID();
  final List<String> pages = new ArrayList<>();

  /** Nothing of the EPD that a Kindcheck does not need stands on any page, and no token. */
  @AfterEach
  void nothingElseOfTheEpdIsShown() {
    assertThat(pages)
        .allSatisfy(
            page ->
                assertThat(page)
                    .doesNotContain(
                        "Achternaam", "111222333", "06-geheim", "a-token", "Verzonnenlaan", "??"));
  }

  Launches.Launched session() {
    return session(ALL_SCOPES);
  }

  Launches.Launched session(String scopes) {
    return Launches.reading(
        DATABASE, "haven", "Patient/" + patient, scopes, Instant.now().plusSeconds(600));
  }

  /** The same session, after its clinician chose English. */
  static Launches.Launched inEnglish(Launches.Launched session) {
    return new Launches.Launched(session.cookie() + "; kindcheck-language=en", session.csrf());
  }

  String see(Launches.Launched session, String path) {
    Answer answer = open(session, path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return seen(answer);
  }

  String seen(Answer answer) {
    pages.add(answer.body());
    return answer.body();
  }

  /** What a form sent of a page, with these fields. */
  Answer post(Launches.Launched session, String path, String... fields) {
    Answer answer = submit(session, path, fields);
    pages.add(answer.body());
    pages.add(answer.http().headers().firstValue("Location").orElse(""));
    return answer;
  }

  /** The key of a child on a page. */
  static String key(String page, String label) {
    return checkbox(page, label).replaceAll("(?s).*value=\"([^\"]*)\".*", "$1");
  }

  static boolean isChosen(String page, String label) {
    return checkbox(page, label).contains("checked=");
  }

  static boolean canBeChosen(String page, String label) {
    return !checkbox(page, label).contains("disabled=");
  }

  static String checkbox(String page, String label) {
    Matcher found =
        Pattern.compile(
                "(?s)(<input class=\"govuk-checkboxes__input\" type=\"checkbox\""
                    + " name=\"child\"[^>]*>)\\s*<label[^>]*>\\s*<(?:bdi|span)>"
                    + Pattern.quote(label)
                    + "<")
            .matcher(page);
    assertThat(found.find()).as(label + " in " + page).isTrue();
    return HtmlUtils.htmlUnescape(found.group(1));
  }

  /** What stands in a hidden field or a text field of a page; empty where nothing does. */
  static String field(String page, String name) {
    Matcher found =
        Pattern.compile("name=\"" + Pattern.quote(name) + "\"[^>]*value=\"([^\"]*)\"")
            .matcher(page);
    return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
  }
}
