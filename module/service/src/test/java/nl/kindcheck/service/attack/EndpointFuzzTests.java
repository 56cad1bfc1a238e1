package nl.kindcheck.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;

/** The seeds of the fuzzing, damaged by chance (always the same), at the running endpoints. */
class EndpointFuzzTests extends AttackTest {

  private static final int EACH = 150;
  private static final List<String> PIECES =
      List.of(
          "null",
          "\"\"",
          "{}",
          "[]",
          "-1",
          "1e400",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "true",
          ",",
          "}",
          "\"Patient/p1\"",
          "\"9999-99-99\"",
          "\"$\"",
          "[[]]",
          "\"\\u202e\"");

  private static List<String> seeds(String of) throws IOException {
    List<String> seeds = new ArrayList<>();
    try (var files = Files.list(Path.of("src", "test", "resources", "fuzz", of))) {
      for (Path file : files.sorted().toList()) {
        seeds.add(Files.readString(file));
      }
    }
    return seeds;
  }

  /** One value or a few signs of a message become something else. */
  private static String damaged(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(text.length());
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      int colon = text.indexOf(":", at);
      if (colon < 0 || random.nextInt(4) == 0) {
        text.setCharAt(at, (char) (32 + random.nextInt(95)));
      } else {
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
          end++;
        }
        text.replace(colon + 1, end, piece);
      }
    }
    return text.toString();
  }

  private interface Sending {
    Answer send(String body);
  }

  private void feeds(String input, Sending sending) throws IOException {
    Random random = new Random(7);
    List<String> wrong = new ArrayList<>();
    List<String> seeds = seeds(input);
    for (int i = 0; i < EACH; i++) {
      String body = damaged(seeds.get(i % seeds.size()), random);
      Answer answer = sending.send(body);
      if (answer.status() >= 500 || !wrongWith(answer).isEmpty()) {
        wrong.add(answer.status() + " " + wrongWith(answer) + " to " + body);
      }
    }
    assertThat(wrong).isEmpty();
    Attacks.tried(
        "fuzzing of the running endpoints",
        "damaged messages: " + input,
        EACH,
        "taken or refused, never a failure");
  }

  @Test
  void aDamagedHookIsTakenOrRefused() throws IOException {
    feeds("hook", body -> hook("haven", body));
  }

  @Test
  void aDamagedResponseIsTakenOrRefused() throws IOException {
    Somebody system = token("haven", Role.SYSTEM, "x");
    feeds("response", body -> json(system, "POST", "/fhir/QuestionnaireResponse", body));
  }

  @Test
  void aDamagedLaunchIsRefused() throws IOException {
    feeds(
        "launch",
        body ->
            send(
                request(
                        "/launch/callback?code=x&state="
                            + encoded(body.length() > 400 ? body.substring(0, 400) : body))
                    .header("Cookie", "kindcheck-launch=" + "x".repeat(43))
                    .GET()));
  }
}
