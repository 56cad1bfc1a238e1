package nl.kindcheck.service.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is no call: a clear error that names the field, and nothing stored. */
class BadHookTests extends HooksTest {

  private static final int TWENTY_MB = 20 * 1024 * 1024;

  @AfterEach
  void nothingIsHalfStored() {
    assertThat(count("family WHERE patient_ref LIKE 'Patient/c-bad%'")).isZero();
    assertThat(count("care_seen WHERE reference LIKE 'Encounter/c-bad%'")).isZero();
    assertThat(
            count("hook_call WHERE card_id IS NOT NULL AND encounter_ref LIKE 'Encounter/c-bad%'"))
        .isZero();
  }

  private Answer with(Consumer<ObjectNode> change) {
    return hook("haven", intake("c-bad", change));
  }

  @Test
  void anUnknownServiceIsNotFoundInOurWords() {
    Answer answer = send(request("/cds-services/other").POST(BodyPublishers.ofString("{}")));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("Dit is niet gevonden.").doesNotContain("static resource");
  }

  @Test
  void everyFaultIsNamedWithItsField() {
    Answer answer =
        with(
            b -> {
              b.put("hookInstance", "none");
              at(b, "context").put("patientId", "a b");
            });
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("faults").findValuesAsString("field"))
        .containsExactly("hookInstance", "context.patientId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[]",
        "null",
        "true",
        "7",
        "\"hook\"",
        "{\"hook\" \"x\"}",
        "{hook: 1}",
        "{'hook': 1}",
        "{\"hook\": NaN}",
        "{\"hook\": \"encounter-start\",}",
        "<xml/>",
        "\u0000",
        "{\"a\": \"\n\"}"
      })
  void isRefusedWhereItIsNoJsonObject(String body) {
    isRefused(hook("haven", body), 400, "");
  }

  @Test
  void saysWhereTheJsonIsBroken() {
    Answer answer = hook("haven", "{\n\n  \"hook\": oops}");
    isRefused(answer, 400, "");
    assertThat(answer.json().path("detail").asString()).contains("3");
  }

  @Test
  void isRefusedWithSomethingBehindTheEnd() {
    isRefused(hook("haven", Bodies.intake("c-bad", "c-bad-e", DAY) + "{}"), 400, "");
  }

  @Test
  void isRefusedWithTheSameNameTwice() {
    String twice =
        Bodies.intake("c-bad", "c-bad-e", DAY, "\"context\": {\"patientId\": \"other\"},");
    isRefused(hook("haven", twice), 400, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void isRefusedWhereItIsNestedTooDeeply(String open) {
    isRefused(hook("haven", "{\"prefetch\":" + open.repeat(10_000)), 400, "");
  }

  @Test
  void isRefusedWhereItsPrefetchIsNestedTooDeeply() {
    JsonNode deep = json("[".repeat(200) + "]".repeat(200));
    isRefused(with(b -> at(prefetch(b), "patient").set("x", deep)), 400, "");
  }

  @Test
  void isRefusedInAnotherEncoding() {
    byte[] utf8 = {'{', '"', 'h', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
    Answer answer =
        send(
            request(HOOK)
                .header("Authorization", "Bearer " + World.hookToken("haven", HOOK))
                .POST(BodyPublishers.ofByteArray(utf8)));
    isRefused(answer, 400, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-sign", "ENCOUNTER-START", "encounter-start ", "../kindcheck"})
  void isRefusedForAHookThatIsNotOffered(String hook) {
    isRefused(with(b -> b.put("hook", hook)), 422, "hook");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hook", "hookInstance", "context"})
  void namesTheFieldThatIsMissing(String field) {
    isRefused(with(b -> b.remove(field)), 400, field);
    isRefused(with(b -> b.putNull(field)), 400, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"patientId", "encounterId", "userId"})
  void namesTheFieldOfTheContextThatIsMissing(String field) {
    isRefused(with(b -> at(b, "context").remove(field)), 400, "context." + field);
    isRefused(with(b -> at(b, "context").putNull(field)), 400, "context." + field);
    isRefused(with(b -> at(b, "context").put(field, " ")), 400, "context." + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hook | 5",
        "hook | {}",
        "hook | [\"encounter-start\"]",
        "hookInstance | 5",
        "hookInstance | \"one\"",
        "hookInstance | \"1-1-1-1-1\"",
        "context | []",
        "context | \"c-bad\"",
        "prefetch | []",
        "prefetch | \"x\"",
        "prefetch | 5",
        "fhirServer | 5",
        "fhirServer | {}",
        "fhirServer | \"http://not an address\"",
        "fhirAuthorization | \"token\"",
        "fhirAuthorization | []"
      })
  void namesTheFieldOfAWrongType(String field, String value) {
    isRefused(with(b -> b.set(field, json(value))), 400, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "{}", "[\"c-bad\"]"})
  void namesTheFieldOfTheContextOfAWrongType(String value) {
    for (String field : new String[] {"patientId", "encounterId", "userId"}) {
      isRefused(with(b -> at(b, "context").set(field, json(value))), 400, "context." + field);
    }
  }

  @Test
  void namesTheAccessTokenThatIsMissing() {
    isRefused(
        with(b -> b.set("fhirAuthorization", json("{}"))), 400, "fhirAuthorization.access_token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "..",
        "...",
        "../duin",
        "..%2fduin",
        "a/b",
        "a\\b",
        "a?b",
        "a#b",
        "a&b=c",
        "a b",
        "a;b",
        "a%00",
        "a\n",
        "Patient/",
        "Patient/..",
        "Patient/a/b",
        "Group/a",
        "é",
        "'; DROP TABLE family; --"
      })
  void takesNoIdThatLeadsElsewhere(String id) {
    isRefused(with(b -> at(b, "context").put("patientId", id)), 400, "context.patientId");
    String encounter = id.replace("Patient/", "Encounter/");
    isRefused(
        with(b -> at(b, "context").put("encounterId", encounter)), 400, "context.encounterId");
  }

  @Test
  void takesNoIdLongerThanFhirAllows() {
    isRefused(
        with(b -> at(b, "context").put("patientId", "a".repeat(65))), 400, "context.patientId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one",
        "Practitioner/",
        "Organization/1",
        "Practitioner/a/b",
        "Practitioner/..%2f"
      })
  void takesNoUserThatIsNoReference(String user) {
    isRefused(with(b -> at(b, "context").put("userId", user)), 400, "context.userId");
  }

  @Test
  void wordsARefusalInEnglishForWhoWantsThat() {
    Answer english =
        send(
            request(HOOK)
                .header("Authorization", "Bearer " + World.hookToken("haven", HOOK))
                .header("Accept", "application/json")
                .header("Accept-Language", "en-GB")
                .POST(BodyPublishers.ofString("{}")));
    isRefused(english, 400, "hook");
    assertThat(english.json().path("detail").asString()).isEqualTo("Fill in hook.");
    assertThat(hook("haven", "{}").json().path("detail").asString()).isEqualTo("Vul hook in.");
  }

  @Test
  void refusesABodyOfTwentyMegabytesWithoutReadingIt() throws IOException {
    String head = head("Content-Length: " + TWENTY_MB);
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write("{\"hook\"".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      isTooLarge(answered(socket));
    }
  }

  @Test
  void refusesABodyWithoutALengthBeforeItsEnd() throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked").getBytes(StandardCharsets.US_ASCII));
      byte[] chunk =
          ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 17; i++) {
        out.write(chunk);
      }
      out.flush();
      isTooLarge(answered(socket));
    } catch (SocketException e) {
      throw new AssertionError("The connection was cut before the answer", e);
    }
  }

  @Test
  void tellsAClientThatAsksFirstToKeepItsTwentyMegabytes() throws IOException {
    String head = head("Expect: 100-continue\r\nContent-Length: " + TWENTY_MB);
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      isTooLarge(answered(socket));
    }
  }

  @Test
  void tellsAnOrdinaryClientThatTwentyMegabytesAreTooMuch() {
    Answer answer =
        send(
            request(HOOK)
                .header("Authorization", "Bearer " + World.hookToken("haven", HOOK))
                .timeout(Duration.ofMinutes(1))
                .POST(BodyPublishers.ofByteArray(new byte[TWENTY_MB])));
    isRefused(answer, 413, "");
    assertThat(answer.json().path("detail").asString()).startsWith("Het bericht is te groot");
  }

  private static void isTooLarge(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("application/problem+json");
    assertThat(answer).doesNotContain("Exception", "nl.kindcheck");
  }

  private String head(String length) {
    return "POST "
        + HOOK
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + World.hookToken("haven", HOOK)
        + "\r\nContent-Type: application/json\r\n"
        + length
        + "\r\n\r\n";
  }

  private Socket connect() throws IOException {
    URI uri = request("/").build().uri();
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** What the service says, up to the end of its problem. */
  private static String answered(Socket socket) throws IOException {
    StringBuilder answer = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[4_096];
    try {
      while (answer.indexOf("}") < 0) {
        int n = in.read(buffer);
        if (n < 0) {
          break;
        }
        answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
    } catch (SocketException e) {
      assertThat(answer).as("cut before the answer").isNotEmpty();
    }
    return answer.toString();
  }
}
