package nl.kindcheck.service.launch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page says whose record is open, so that nobody reads or writes in another's. */
class OpenedForTests extends LaunchTest {

  private void patientIs(ResponseDefinitionBuilder answer) {
    World.OUTSIDE.stubFor(get(urlPathEqualTo("/haven/fhir/Patient/p-launch")).willReturn(answer));
  }

  private String overview(String cookie) {
    Answer page = page(cookie, "/app");
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  private static String sessions() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = DATABASE.asSuperuser();
        Statement sql = connection.createStatement();
        var rows = sql.executeQuery("SELECT launch_session::text FROM launch_session")) {
      while (rows.next()) {
        all.append(rows.getString(1)).append('\n');
      }
    }
    return all.toString();
  }

  @Test
  void thePatientIsNamedAsTheEpdNamesThemAndTheDatabaseAloneDoesNotKnow() throws SQLException {
    patientIs(
        okJson(
            "{\"resourceType\": \"Patient\", \"birthDate\": \"1988-04-02\", \"name\":"
                + " [{\"given\": [\"Anja\"], \"family\": \"Verzonnen <b>\"}]}"));

    assertThat(overview(opened(haven)))
        .contains("Anja Verzonnen &lt;b&gt;, geboren op 2 april 1988");
    assertThat(sessions()).isNotEmpty().doesNotContain("Verzonnen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"name\": \"x\"}",
        "{\"name\": [{}]}",
        "{\"name\": [{\"text\": \" \"}], \"birthDate\": \"1988-04-02\"}"
      })
  void withoutANameThePatientsNumberStandsThere(String patient) {
    patientIs(okJson(patient));
    assertThat(overview(opened(haven))).contains("p-launch in het EPD");
  }

  @Test
  void anEpdThatDoesNotAnswerInTimeKeepsNobodyWaiting() {
    patientIs(aResponse().withStatus(503));
    assertThat(overview(opened(haven))).contains("p-launch in het EPD");
    patientIs(okJson("{\"name\": [{\"text\": \"Late\"}]}").withFixedDelay(5_000));
    assertThat(overview(opened(haven))).contains("p-launch in het EPD").doesNotContain("Late");
  }

  @Test
  void aChildThatWouldBeOlderThanTheParentIsNamedAndWhatWasTypedStays() {
    patientIs(
        okJson("{\"birthDate\": \"1988-04-02\", \"name\": [{\"text\": \"Anja Verzonnen\"}]}"));
    String cookie = opened(haven);
    String form = page(cookie, "/app/kindcheck/start").body();
    String body =
        "_csrf=%s&_key=%s&_version=%s&children.0.here=1&children.0.label=Noor&children.0.birth=3-1988&children.0.relation=own"
            .formatted(hidden(form, "_csrf"), hidden(form, "_key"), hidden(form, "_version"));

    Answer answer =
        send(
            request("/app/kindcheck/start")
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .header("Accept-Language", "nl")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("ouder zijn dan de ouder (geboren op 2 april 1988)", "value=\"Noor\"", "3-1988");
  }

  private Answer page(String cookie, String path) {
    return send(
        request(path)
            .header("Cookie", cookie)
            .header("Accept", "text/html")
            .header("Accept-Language", "nl")
            .GET());
  }

  private static String hidden(String page, String name) {
    Matcher found = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  @Test
  void aDateThatIsNoneIsLeftOut() {
    patientIs(
        okJson("{\"name\": [{\"text\": \"Anja Verzonnen\"}], \"birthDate\": \"1988-13-02\"}"));
    assertThat(overview(opened(haven))).contains("Anja Verzonnen</bdi>");
  }
}
