package nl.kindcheck.service.guide;

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
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.Launched;
import org.springframework.context.annotation.Import;
import org.springframework.web.util.HtmlUtils;

/** Pages on the running service, opened by somebody who launched. */
@Import(Launched.class)
public abstract class PageTest extends FhirTest {

  /** A clinician with the pages of one patient open. */
  protected final class Visit {
    private final String organisation;
    private final String patient;
    private final String language;
    private String cookie = "";
    private String page = "";

    Visit(String organisation, String patient, String language) {
      this.organisation = organisation;
      this.patient = patient;
      this.language = language;
    }

    public String patient() {
      return patient;
    }

    public Visit at(String other) {
      return new Visit(other, patient, language);
    }

    public Answer open(String path) {
      Answer answer = took(send(with(request(path))));
      page = answer.body();
      return answer;
    }

    /** Sends the form that is open, its hidden fields and these, name and value by turns. */
    public Answer post(String path, String... fields) {
      List<String> all = new ArrayList<>();
      Matcher hidden =
          Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"").matcher(page);
      while (hidden.find()) {
        boolean given = List.of(fields).contains(hidden.group(1));
        if (!given && !all.contains(hidden.group(1)) && !hidden.group(1).equals("back")) {
          all.add(hidden.group(1));
          all.add(HtmlUtils.htmlUnescape(hidden.group(2)));
        }
      }
      all.addAll(List.of(fields));
      StringBuilder body = new StringBuilder();
      for (int i = 0; i < all.size(); i += 2) {
        body.append(i == 0 ? "" : "&").append(encoded(all.get(i))).append('=');
        body.append(encoded(all.get(i + 1)));
      }
      return took(
          send(
              with(request(path))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(body.toString()))));
    }

    /** Follows to where a form that was sent leads. */
    public Answer follow(Answer answer) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(303);
      String to = answer.http().headers().firstValue("Location").orElseThrow();
      return open(to.replaceFirst("^https?://[^/]+", ""));
    }

    private HttpRequest.Builder with(HttpRequest.Builder request) {
      request
          .header(Launched.ORGANISATION, organisation)
          .header(Launched.PATIENT, patient)
          .header(Launched.ENCOUNTER, "Encounter/e1")
          .header("Accept-Language", language)
          .header("Accept", "text/html");
      return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Answer took(Answer answer) {
      for (String set : answer.http().headers().allValues("Set-Cookie")) {
        cookie = set.startsWith("JSESSIONID") ? set.replaceAll(";.*", "") : cookie;
      }
      return answer;
    }
  }

  /** Somebody at the Haven with a patient whom nobody else has. */
  protected Visit visit(String language) {
    return new Visit("haven", "Patient/page-" + UUID.randomUUID(), language);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The text of a page as a person reads it. */
  protected static String words(Answer answer) {
    return HtmlUtils.htmlUnescape(
        answer.body().replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " "));
  }
}
