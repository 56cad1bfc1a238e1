package nl.kindcheck.service.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.kindcheck.service.PagesTest;
import org.junit.jupiter.api.Test;

/** The guide as a clinician opens it. */
class GuidePagesTests extends PagesTest {

  @Test
  void everyTopicStandsOnOnePageWithWhatItRestsOn() {
    Answer page = visit().during("Encounter/e1").open("/app/guide");
    assertThat(page.status()).isEqualTo(200);
    for (GuideTopic topic : GuideTopic.values()) {
      assertThat(page.body()).contains("id=\"" + topic.code() + "\"");
    }
    assertThat(words(page))
        .contains(
            "Zo kunt u beginnen",
            "Als een ouder bang is",
            "Bron: eigen tekst",
            "Niet beoordeeld door professionals",
            "Opnieuw bekijken voor 1 november 2027");
  }

  @Test
  void theGuideIsThereInEnglishToo() {
    Answer page = visit().in("en").during("Encounter/e1").open("/app/guide");
    assertThat(words(page))
        .contains("How you can begin", "When a parent is afraid", "Not reviewed by professionals")
        .doesNotContain("Zo kunt u beginnen", "Bron:");
  }

  @Test
  void everyTopicHasAPageOfItsOwn() {
    Visit visit = visit().during("Encounter/e1");
    for (GuideTopic topic : GuideTopic.values()) {
      Answer page = visit.open("/app/guide/" + topic.code());
      assertThat(page.status()).as(topic.code()).isEqualTo(200);
      assertThat(page.body()).as(topic.code()).contains("aria-current=\"page\"");
    }
  }

  @Test
  void aTopicThatIsNoneIsNotFound() {
    for (String name : List.of("nothing", "OPENING", "..%2Fsecret", "opening.md")) {
      assertThat(visit().during("Encounter/e1").open("/app/guide/" + name).status())
          .as(name)
          .isIn(400, 404);
    }
  }

  @Test
  void whoeverDidNotLaunchSeesNothing() {
    Answer page = send(request("/app/guide").header("Accept", "text/html"));
    assertThat(page.status()).isEqualTo(401);
    assertThat(page.body()).doesNotContain("Zo kunt u beginnen");
  }
}
