package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.PagesTest;
import org.junit.jupiter.api.Test;

class NoChildrenTests extends PagesTest {

  private static final String PATH = "/app/kindcheck/no-children";

  @Test
  void oneExplicitAnswerSavesACompleteKindcheck() {
    Visit anna = visit();
    anna.open(PATH);

    Answer done = anna.follow(anna.post(PATH, "_answer", "none"));

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body())
        .contains(
            "Geen kinderen",
            "Deze Kindcheck is volledig.",
            "De volgende Kindcheck is op 1 juni 2027.");
  }

  @Test
  void sentTwiceItIsSavedOnce() {
    Visit anna = visit();
    anna.open(PATH);

    Answer first = anna.post(PATH, "_answer", "none");
    Answer second = anna.post(PATH, "_answer", "none");

    assertThat(second.http().headers().firstValue("Location"))
        .isEqualTo(first.http().headers().firstValue("Location"));
  }

  @Test
  void noAnswerIsNoAnswer() {
    Visit anna = visit();
    anna.open(PATH);

    Answer refused = anna.in("en").post(PATH);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Choose one of the answers.", "href=\"#f-answer\"", "id=\"f-answer\"");
  }

  @Test
  void anyOtherAnswerGoesOnWithTheConversation() {
    Visit anna = visit();
    anna.open(PATH);

    Answer form = anna.follow(anna.post(PATH, "_answer", "pregnancy"));

    assertThat(form.body()).containsPattern("name=\"pregnancy\" value=\"yes\" checked");
  }
}
