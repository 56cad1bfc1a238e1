package nl.kindcheck.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One child through the years: the chart, the table, and what was corrected. */
class TimelineTests extends SeenTest {

  private static final Pattern LINK = Pattern.compile("/app/timeline/[0-9a-f-]{36}");

  @Test
  void showsEachPerspectiveInItsOwnLaneAndEveryStatementInTheTable() {
    stored(Families.noorAndSam("tl-years", "2023-03-01"));
    stored(
        Families.fares(
            "tl-years", "2024-05-20", "Noor", "2014-09", "child", "opinion", "concerns"));
    stored(
        Families.fares(
            "tl-years", "2025-06-20", "Noor", "2014-09", "parent", "fact", "support-wanted"));
    stored(Families.fares("tl-years", "2026-04-20", "Noor", "2014-09", "child", "fact", "unknown"));

    assertThat(see("tl-years", timeline("tl-years")))
        .contains("De tijdlijn van Noor", "role=\"img\"", "<desc", "12 jaar", ">2024<")
        .contains("kc-mark--concerns kc-mark--is-opinion")
        .contains("kc-mark--support-wanted kc-mark--is-fact")
        .contains("kc-mark--unknown", "kc-mark--not-asked")
        .contains("Het kind: Er zijn zorgen, 20 mei 2024", "Ik maak meestal het eten klaar.")
        .contains("Mening", "Feit", "Juf Carla");
  }

  @Test
  void aCorrectionStandsBesideWhatItCorrects() {
    String body = Families.noorAndSam("tl-corrected", "2026-05-01");
    Answer created = fhirPost("haven", RESPONSE, body);
    String id = idIn(created);
    Answer amended =
        amend(
            "haven",
            id,
            "W/\"1\"",
            amended(body.replace("\"goes-well\"", "\"concerns\""), id, "Verkeerd aangekruist."));
    assertThat(amended.status()).as(amended.body()).isEqualTo(200);

    assertThat(see("tl-corrected", timeline("tl-corrected")))
        .contains(
            "<del", "Het gaat goed", "Reden: Verkeerd aangekruist.", "Het is nu: Er zijn zorgen")
        .contains("kc-mark--is-corrected");
  }

  @Test
  void whereNobodySaidHowItGoesThatIsWhatItSays() {
    stored(Families.noorAndSam("tl-empty", "2026-05-01"));
    Matcher links = LINK.matcher(page("tl-empty", "/app").body());
    String last = "";
    while (links.find()) {
      last = links.group();
    }

    assertThat(see("tl-empty", last))
        .contains("De tijdlijn van Sam", "Er is nog niet gevraagd hoe het met dit kind gaat.")
        .doesNotContain("<svg");
  }

  @Test
  void theSameInEnglish() {
    stored(Families.noorAndSam("tl-english", "2026-05-01"));

    assertThat(page("tl-english", timeline("tl-english"), "en").body())
        .contains("The timeline of Noor", "It goes well", "own words", "Fact");
  }

  @Test
  void anotherPatientsChildIsNotThere() {
    stored(Families.noorAndSam("tl-one", "2026-05-01"));

    assertThat(page("tl-other", timeline("tl-one")).status()).isEqualTo(404);
    assertThat(page("tl-one", "/app/timeline/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(page("tl-one", "/app/timeline/nobody").status()).isEqualTo(400);
  }

  private String timeline(String patient) {
    Matcher link = LINK.matcher(page(patient, "/app").body());
    assertThat(link.find()).isTrue();
    return link.group();
  }
}
