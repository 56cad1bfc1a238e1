package nl.kindcheck.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/**
 * The pages as somebody sees them who opened Kindcheck from the EPD. Who that is and whose record
 * it is, a header of the request says instead of a launch.
 */
@Import(Launched.class)
public abstract class PagesTest extends FhirTest {

  protected static final String PATIENT = Launched.PATIENT;
  protected static final String LANGUAGE = Launched.LANGUAGE;
  protected static final String ORGANISATION = Launched.ORGANISATION;
  protected static final String USER = Launched.USER;

  /** What a page hides in a form to know it again. */
  private static final List<String> HIDDEN =
      List.of("_csrf", "_key", "_version", "key", "version", "consent");

  /** A page with a form on it that can be sent again. */
  private static final Pattern KEY = Pattern.compile("name=\"(?:_?key|version)\"");

  /** Opens a page of a patient in Dutch. */
  protected Answer page(String patient, String path) {
    return page(patient, path, "nl");
  }

  protected Answer page(String patient, String path, String language) {
    return send(
        request(path)
            .header("Accept", "text/html")
            .header(PATIENT, patient)
            .header(LANGUAGE, language));
  }

  /** Anna, at the Haven, with a patient whom nobody else has, outside any encounter, in Dutch. */
  protected Visit visit() {
    return new Visit("haven", Launched.ANNA, "Patient/page-" + UUID.randomUUID());
  }

  /** A clinician with a patient's pages open, and the cookie of the browser. */
  protected final class Visit {
    private final String organisation;
    private final String user;
    private final String patient;
    private @Nullable String encounter;
    private String language = "nl";
    private String cookie = "";
    private String page = "";

    private Visit(String organisation, String user, String patient) {
      this.organisation = organisation;
      this.user = user;
      this.patient = patient;
    }

    public String patient() {
      return patient;
    }

    public Visit in(String other) {
      language = other;
      return this;
    }

    public Visit during(String other) {
      encounter = other;
      return this;
    }

    /** The same patient, in a window of another clinician. */
    public Visit by(String other) {
      return new Visit(organisation, other, patient).in(language);
    }

    /** The same clinician and patient in a window of its own. */
    public Visit again() {
      return by(user);
    }

    /** A patient of another organisation that has the same number there. */
    public Visit at(String other) {
      return new Visit(other, user, patient).in(language);
    }

    public Answer open(String path) {
      Answer answer = took(send(with(request(path))));
      page = answer.body();
      return answer;
    }

    /** Sends the form that is open, filled with these fields, name and value by turns. */
    public Answer post(String path, String... fields) {
      List<String> all = new ArrayList<>();
      for (String name : HIDDEN) {
        String value = hidden(name);
        if (value != null && !List.of(fields).contains(name)) {
          all.add(name);
          all.add(value);
        }
      }
      all.addAll(List.of(fields));
      StringBuilder body = new StringBuilder();
      for (int i = 0; i < all.size(); i += 2) {
        body.append(i == 0 ? "" : "&").append(URLEncoder.encode(all.get(i), UTF_8)).append('=');
        body.append(URLEncoder.encode(all.get(i + 1), UTF_8));
      }
      Answer answer =
          took(
              send(
                  with(request(path))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(BodyPublishers.ofString(body.toString()))));
      page = KEY.matcher(answer.body()).find() ? answer.body() : page;
      return answer;
    }

    /** Follows to where a form that was sent leads. */
    public Answer follow(Answer answer) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(303);
      String to = answer.http().headers().firstValue("Location").orElseThrow();
      return open(to.replaceFirst("^https?://[^/]+", "").replaceAll("[;#].*", ""));
    }

    /** What the page that is open hides under a name; null where it does not. */
    public @Nullable String hidden(String name) {
      Matcher found = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
      return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : null;
    }

    private HttpRequest.Builder with(HttpRequest.Builder request) {
      request
          .header(ORGANISATION, organisation)
          .header(USER, user)
          .header(PATIENT, patient)
          .header("Accept-Language", language)
          .header("Accept", "text/html");
      if (encounter != null) {
        request.header(Launched.ENCOUNTER, encounter);
      }
      return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Answer took(Answer answer) {
      for (String set : answer.http().headers().allValues("Set-Cookie")) {
        cookie = set.startsWith("JSESSIONID") ? set.replaceAll(";.*", "") : cookie;
      }
      return answer;
    }
  }

  /** The text of a page as a person reads it. */
  protected static String words(Answer answer) {
    return HtmlUtils.htmlUnescape(
        answer.body().replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " "));
  }
}
