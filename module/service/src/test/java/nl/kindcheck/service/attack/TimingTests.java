package nl.kindcheck.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;

/**
 * Whether the time of a 401 says why. Medians of calls that take turns; the bound is wide, because
 * the machine has other work. What stays below it: a signature is verified only for an issuer that
 * is registered, which takes part of a millisecond and says no more than that it is registered.
 */
class TimingTests extends AttackTest {

  private static final String HOOK = "/cds-services/kindcheck";
  private static final int ROUNDS = 60;
  private static final Duration BOUND = Duration.ofMillis(25);

  private static Map<String, Supplier<String>> reasons() {
    Map<String, Supplier<String>> reasons = new LinkedHashMap<>();
    reasons.put(
        "issuer",
        () ->
            World.STRANGER_KEYS.rs384(
                World.hookClaims("haven", HOOK).issuer("https://evil.example").build()));
    reasons.put("signature", () -> damaged(World.hookToken("haven", HOOK)));
    reasons.put(
        "audience", () -> World.HAVEN_KEYS.rs384(World.hookClaims("haven", "/elsewhere").build()));
    return reasons;
  }

  private static String damaged(String token) {
    int signature = token.lastIndexOf('.') + 1;
    char first = token.charAt(signature) == 'A' ? 'B' : 'A';
    return token.substring(0, signature) + first + token.substring(signature + 1);
  }

  private long nanos(String token) {
    var call =
        request(HOOK)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Bodies.view("atk-time")));
    long start = System.nanoTime();
    int status = send(call).status();
    long took = System.nanoTime() - start;
    assertThat(status).isEqualTo(401);
    return took;
  }

  @Test
  void theMediansOfA401LieTogetherWhateverTheReason() {
    Map<String, List<Long>> took = new LinkedHashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      reasons()
          .forEach(
              (reason, token) ->
                  took.computeIfAbsent(reason, r -> new ArrayList<>()).add(nanos(token.get())));
    }
    List<Long> medians =
        took.values().stream()
            .map(all -> all.stream().sorted().toList().get(ROUNDS / 2))
            .sorted()
            .toList();
    long apart = medians.get(medians.size() - 1) - medians.get(0);
    assertThat(Duration.ofNanos(apart)).isLessThan(BOUND);
    Attacks.tried(
        "timing of the 401",
        "hooks with an unknown issuer, a bad signature, another audience, in turn",
        ROUNDS * medians.size(),
        "medians less than " + BOUND.toMillis() + " ms apart; finer differences are not tested");
  }
}
