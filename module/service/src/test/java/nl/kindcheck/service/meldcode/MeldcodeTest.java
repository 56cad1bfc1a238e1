package nl.kindcheck.service.meldcode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.PagesTest;

/** Somebody at work in the Meldcode's pages with a browser that keeps its cookie. */
abstract class MeldcodeTest extends PagesTest {

  static final String LIST = "/app/meldcode";
  static final String BSN = "123456782";

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  /** A browser in which Kindcheck was opened from a patient's record. */
  final class Desk {

    private final Map<String, String> launch = new LinkedHashMap<>();
    private String cookie = "";

    Desk(String patient) {
      launch.put(PATIENT, patient);
      launch.put(LANGUAGE, "nl");
    }

    Desk with(String header, String value) {
      launch.put(header, value);
      return this;
    }

    Answer get(String path) {
      var request = request(path).header("Accept", "text/html");
      launch.forEach(request::header);
      if (!cookie.isEmpty()) {
        request.header("Cookie", cookie);
      }
      Answer answer = MeldcodeTest.this.send(request);
      answer
          .http()
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      return answer;
    }

    /** A page that must be there. */
    String see(String path) {
      Answer answer = get(path);
      assertThat(answer.status()).as(path + "\n" + answer.body()).isEqualTo(200);
      return answer.body();
    }

    /**
     * Sends fields, pairs of name and value, with what a page that was shown before hides. A name
     * may stand in more than one pair, as boxes that are ticked do.
     */
    Answer send(String path, Map<String, String> hidden, String... typed) {
      List<String> fields = new ArrayList<>();
      hidden.forEach((name, value) -> fields.add(encoded(name) + "=" + encoded(value)));
      for (int i = 0; i < typed.length; i += 2) {
        fields.add(encoded(typed[i]) + "=" + encoded(typed[i + 1]));
      }
      var request =
          request(path)
              .header("Accept", "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Cookie", cookie);
      launch.forEach(request::header);
      return MeldcodeTest.this.send(
          request.POST(BodyPublishers.ofString(String.join("&", fields))));
    }

    /** Opens a form and sends it. */
    Answer fill(String path, String... typed) {
      return send(path, hidden(see(path)), typed);
    }

    /** Fills in a form that must be accepted, and sees the page that follows. */
    String save(String path, String... typed) {
      Answer answer = fill(path, typed);
      return see(next(answer));
    }

    /** Opens a record and gives its address. */
    String open(String... typed) {
      Answer answer = fill(LIST + "/new", typed);
      String next = next(answer);
      return next.substring(0, next.indexOf('?'));
    }
  }

  /** What a page sends where the answer that reads so is chosen. */
  static String choice(String page, String answer) {
    Matcher found =
        Pattern.compile("value=\"([^\"]+)\"[^>]*>\\s*<label[^>]*>" + Pattern.quote(answer) + "<")
            .matcher(page);
    assertThat(found.find()).as(answer + " on\n" + page).isTrue();
    return found.group(1);
  }

  static Map<String, String> hidden(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher each = HIDDEN.matcher(page.substring(page.indexOf("<main")));
    while (each.find()) {
      fields.put(each.group(1), each.group(2));
    }
    assertThat(fields).containsKeys("_csrf", "key", "version");
    return fields;
  }

  /** Where an accepted form leads. */
  static String next(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    URI to = URI.create(answer.http().headers().firstValue("Location").orElseThrow());
    return to.getRawPath() + "?" + to.getRawQuery();
  }

  static void refused(Answer answer, String... says) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("govuk-error-summary", "govuk-error-message").contains(says);
  }

  static long events(String record) {
    return count(
        "SELECT count(*) FROM meldcode_event WHERE meldcode_id = ?::uuid",
        record.substring(record.lastIndexOf('/') + 1));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
