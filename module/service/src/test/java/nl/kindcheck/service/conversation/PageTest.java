package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.Launched;
import nl.kindcheck.service.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** The pages of the conversation on the running service. */
@Import(Launched.class)
abstract class PageTest extends ServiceTest {

  /** A clinician with a patient's pages open. */
  final class Visit {
    private final String user;
    private final String patient;
    private String language = "nl";
    private String cookie = "";
    private String page = "";

    Visit(String user, String patient) {
      this.user = user;
      this.patient = patient;
    }

    Visit in(String other) {
      language = other;
      return this;
    }

    /** The same patient, in a window of another clinician. */
    Visit by(String other) {
      return new Visit(other, patient);
    }

    /** The same clinician and patient in a window of its own. */
    Visit again() {
      return new Visit(user, patient);
    }

    Answer open(String path) {
      Answer answer = took(send(with(request(path))));
      page = answer.body();
      return answer;
    }

    /**
     * Sends the form of the page that is open, filled with these fields, name and value by turns.
     */
    Answer post(String path, String... fields) {
      List<String> all = new ArrayList<>();
      for (String hidden : List.of("_csrf", "_key", "_version")) {
        String value = hidden(hidden);
        if (value != null) {
          all.add(hidden);
          all.add(value);
        }
      }
      all.addAll(List.of(fields));
      StringBuilder body = new StringBuilder();
      for (int i = 0; i < all.size(); i += 2) {
        body.append(i == 0 ? "" : "&").append(encoded(all.get(i))).append('=');
        body.append(encoded(all.get(i + 1)));
      }
      HttpRequest.Builder request =
          with(request(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body.toString()));
      Answer answer = took(send(request));
      page = answer.body().contains("_csrf") ? answer.body() : page;
      return answer;
    }

    /** Follows to where a form that was sent leads. */
    Answer follow(Answer answer) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(303);
      String to = answer.http().headers().firstValue("Location").orElseThrow();
      return open(to.replaceFirst("^https?://[^/]+", "").replaceAll("[;#].*", ""));
    }

    @Nullable String hidden(String name) {
      Matcher found = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
      return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : null;
    }

    private HttpRequest.Builder with(HttpRequest.Builder request) {
      request
          .header(Launched.ORGANISATION, "haven")
          .header(Launched.USER, user)
          .header(Launched.PATIENT, patient)
          .header("Accept-Language", language)
          .header("Accept", "text/html");
      return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Answer took(Answer answer) {
      answer
          .http()
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.replaceAll(";.*", ""));
      return answer;
    }
  }

  Visit visit() {
    return new Visit("Practitioner/anna", "Patient/page-" + UUID.randomUUID());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
