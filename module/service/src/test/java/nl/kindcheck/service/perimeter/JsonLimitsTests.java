package nl.kindcheck.service.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small message that would cost much to read is not read. */
class JsonLimitsTests extends ServiceTest {

  private static final String HOOK = "/cds-services/kindcheck";

  @ParameterizedTest
  @ValueSource(strings = {"objects", "lists", "number", "name"})
  void jsonIsNotReadDeeperOrLongerThanAMessageIs(String what) {
    String json =
        switch (what) {
          case "objects" -> "{\"a\":".repeat(200) + "1" + "}".repeat(200);
          case "lists" -> "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}";
          case "number" -> "{\"a\":" + "9".repeat(101) + "}";
          default -> "{\"" + "a".repeat(201) + "\":1}";
        };
    refused(request(HOOK), World.hookToken("haven", HOOK), "application/json", json);
    refused(
        request("/fhir/QuestionnaireResponse"),
        World.bearer("haven", ALL),
        "application/fhir+json",
        json);
  }

  private void refused(HttpRequest.Builder request, String token, String type, String json) {
    Answer answer =
        send(
            request
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString(json)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("64 levels", "200 characters", "100 digits");
  }

  /** Nor is XML, in which a few lines can name a file or unfold to millions. */
  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "application/fhir+xml", "text/xml"})
  void xmlIsNotReadAtAll(String type) {
    String bomb =
        "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><a>&b;&c;</a>";
    Answer answer =
        send(
            request("/fhir/QuestionnaireResponse")
                .header("Authorization", "Bearer " + World.bearer("haven", ALL))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(bomb)));
    assertThat(answer.status()).isEqualTo(415);
  }
}
