package nl.kindcheck.service.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is recorded of a family, its card tells none of it: no name, remark, age, date of birth,
 * number of children or finding.
 */
class CardPrivacyProperties extends HooksTest {

  private static final int FAMILIES = 24;

  /** Words of findings, in both languages; none of them belongs on any card. */
  private static final Pattern FINDINGS =
      Pattern.compile(
          "(?i)\\b(niet-?pluis|twijfel|zorgelijk|zorgen"
              + " om|concerns?|safety|onveilig|zwanger\\w*|pregnan\\w*|"
              + "geboorte|birth|school|volwassen|adult\\w*|jaar|years?|verjaardag|birthday|(een|twee|drie|vier|vijf|zes|one|two|three|four|five|six|\\d+)"
              + " (kinderen|kind|children|child)|wel kinderen|maanden|months)\\b");

  static LongStream seeds() {
    return LongStream.range(0, FAMILIES);
  }

  /** A family with values that occur nowhere else. */
  private record Recorded(String items, List<String> distinctive) {}

  private static Recorded family(Random random) {
    List<String> distinctive = new ArrayList<>();
    List<String> items = new ArrayList<>();
    items.add(
        Bodies.outcome(pick(random, "goes-well", "support-wanted", "concerns", "safety-concern")));
    int children = 1 + random.nextInt(6);
    for (int i = 0; i < children; i++) {
      items.add(child(random, distinctive));
    }
    String words = word(random, distinctive);
    items.add(
        Bodies.once()
            .replace("\"pluis\"", "\"" + pick(random, "pluis", "twijfel", "niet-pluis") + "\""));
    items.add("{\"linkId\": \"parent-words\", \"answer\": [{\"valueString\": \"" + words + "\"}]}");
    return new Recorded(String.join(",", items), distinctive);
  }

  private static String child(Random random, List<String> distinctive) {
    String birth = "%d-%02d".formatted(2009 + random.nextInt(16), 1 + random.nextInt(12));
    distinctive.add(birth);
    String note =
        "{\"linkId\": \"children.wellbeing-note\", \"answer\": [{\"valueString\": \""
            + word(random, distinctive)
            + "\"}]}";
    String finding = pick(random, "goes-well", "support-wanted", "concerns");
    return Bodies.child(word(random, distinctive), birth)
        .replace(
            Bodies.coded("children.wellbeing", "wellbeing", "goes-well"),
            Bodies.coded("children.wellbeing", "wellbeing", finding) + "," + note)
        .replace("\"not-yet\"", "\"" + pick(random, "explained", "not-yet", "too-young") + "\"");
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static String word(Random random, List<String> distinctive) {
    StringBuilder word = new StringBuilder("Q");
    for (int i = 0; i < 9; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    distinctive.add(word.toString());
    return word.toString();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tellNothingOfAFamily(long seed) {
    Recorded family = family(new Random(seed));
    String patient = "c-private-" + seed;
    hook("haven", Bodies.intake(patient, patient + "-e", DAY));
    Answer stored =
        fhirPost(
            "haven",
            "QuestionnaireResponse",
            Bodies.response(patient, patient + "-e", DAY, family.items()));
    assertThat(stored.status()).as(stored.body()).isEqualTo(201);

    int shown = 0;
    for (String day :
        List.of("2026-06-02", "2026-09-02", "2026-12-02", "2027-09-02", "2028-03-02")) {
      clock.moveTo(LocalDate.parse(day));
      shown += tellsNothing(hook("haven", Bodies.view(patient)), family);
      shown += tellsNothing(english(Bodies.view(patient)), family);
    }
    assertThat(shown).as("cards that were looked at").isPositive();
  }

  private Answer english(String body) {
    return send(
        request(HOOK)
            .header("Authorization", "Bearer " + World.hookToken("haven", HOOK))
            .header("Accept-Language", "en")
            .POST(BodyPublishers.ofString(body)));
  }

  private static int tellsNothing(Answer answer, Recorded family) {
    int cards = cards(answer).size();
    assertThat(answer.body()).doesNotContainPattern(FINDINGS);
    for (String value : family.distinctive()) {
      assertThat(answer.body()).doesNotContain(value);
    }
    return cards;
  }
}
