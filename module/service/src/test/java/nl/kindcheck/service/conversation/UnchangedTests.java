package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.MovedClock;
import nl.kindcheck.service.PagesTest;
import org.junit.jupiter.api.Test;

class UnchangedTests extends PagesTest {

  private static final String PATH = "/app/kindcheck/unchanged";

  private Visit known(String... changes) {
    Visit anna = visit();
    anna.open(StartTests.PATH);
    anna.follow(anna.post(StartTests.PATH, TwoChildren.with(changes)));
    return anna;
  }

  /** Every child the same answer, and a good feeling. */
  private static String[] answers(Answer page, String answer) {
    List<String> fields = new ArrayList<>(List.of("gut-feeling", "pluis"));
    Matcher each =
        Pattern.compile("name=\"(wellbeing-[0-9a-f-]+)\" value=\"goes-well\"").matcher(page.body());
    while (each.find()) {
      fields.add(each.group(1));
      fields.add(answer);
    }
    assertThat(fields).hasSize(6);
    return fields.toArray(String[]::new);
  }

  @Test
  void twoChildrenAreConfirmedTwiceRunningAndNotAThirdTime() {
    Visit anna = known();
    for (int month : List.of(5, 10)) {
      clock.moveTo(MovedClock.START.plus(java.time.Duration.ofDays(30L * month)));
      Answer page = anna.open(PATH);
      assertThat(page.body()).contains("Noor", "Sam", "3-2019", "Eigen kind").doesNotContain("??");
      Answer done = anna.follow(anna.post(PATH, answers(page, "goes-well")));
      assertThat(done.body()).contains("Deze Kindcheck is volledig.");
    }
    clock.moveTo(MovedClock.START.plus(java.time.Duration.ofDays(450)));

    assertThat(anna.open(PATH).body())
        .contains("De laatste twee keer")
        .doesNotContain("<form action=\"/app/kindcheck/unchanged\"");
  }

  @Test
  void itsCorrectionBeginsWithTheChildrenAsTheyAreKnown() {
    Visit anna = known();
    Answer page = anna.open(PATH);
    Answer done = anna.follow(anna.post(PATH, answers(page, "goes-well")));
    String correct =
        done.body().replaceAll("(?s).*href=\"(/app/kindcheck/correct/[^\"]+)\".*", "$1");

    assertThat(anna.open(correct).body())
        .contains("value=\"Noor\"", "value=\"Sam\"", "value=\"3-2019\"");
  }

  @Test
  void anOpenConcernClosesThisWayAlsoForAFormThatWasOpen() {
    Visit anna = known();
    Answer page = anna.open(PATH);
    Visit bert = anna.by("Practitioner/bert");
    bert.open(StartTests.PATH);
    bert.post(
        StartTests.PATH,
        TwoChildren.with("outcome", "concerns", "children.0.wellbeing", "concerns"));

    Answer refused = anna.post(PATH, answers(page, "goes-well"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("waren er zorgen");
  }

  @Test
  void withoutAnAnswerAboutEachChildNothingIsSaved() {
    Visit anna = known();
    anna.open(PATH);

    Answer page = anna.post(PATH, "gut-feeling", "pluis");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body()).contains("Kies wat de ouder zegt over dit kind.");
  }

  @Test
  void whereNothingIsKnownThereIsNothingToConfirm() {
    assertThat(visit().open(PATH).body()).contains("nog geen volledige Kindcheck");
  }
}
