package nl.kindcheck.service.launch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
    Answer page =
        send(
            request("/app")
                .header("Cookie", cookie)
                .header("Accept", "text/html")
                .header("Accept-Language", "nl")
                .GET());
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
  void aDateThatIsNoneIsLeftOut() {
    patientIs(
        okJson("{\"name\": [{\"text\": \"Anja Verzonnen\"}], \"birthDate\": \"1988-13-02\"}"));
    assertThat(overview(opened(haven))).contains("Anja Verzonnen</bdi>");
  }
}
