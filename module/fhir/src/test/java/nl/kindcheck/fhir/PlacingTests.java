package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.kindcheck.core.rule.EncounterFacts.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The encounter e5 of the 12th of January 2026, in the open episode x or without an episode. */
class PlacingTests {

  private static final EpisodePicture X = episode("x", "active", "2026-01-01", null);

  @ParameterizedTest
  @ValueSource(strings = {"active", "onhold", "planned", "waitlist"})
  void isTheFirstOfAnOpenEpisodeWhereNothingCameBefore(String status) {
    assertThat(place(in("x"), true, episode("x", status, "2026-01-01", null)))
        .isEqualTo(Place.FIRST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"finished", "cancelled", "entered-in-error", "unheard-of"})
  void hasNoPlaceInAnEpisodeThatIsNotOpen(String status) {
    assertThat(place(in("x"), true, episode("x", status, "2026-01-01", null)))
        .isEqualTo(Place.UNKNOWN);
  }

  @Test
  void hasNoPlaceInAnEpisodeThatIsNotThere() {
    assertThat(place(in("y"), true, X)).isEqualTo(Place.UNKNOWN);
    assertThat(EpdReader.placeOf(in("x"), List.of(), true, List.of())).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void isNeverCalledFirstWhereOthersMayBeMissing() {
    assertThat(place(in("x"), false, X)).isEqualTo(Place.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "e1,2026-01-11,finished,LATER",
    "e1,2026-01-12,finished,LATER",
    "e9,2026-01-12,finished,FIRST",
    "e1,2026-01-13,planned,FIRST",
    "e1,2026-01-11,planned,LATER",
    "e1,2026-01-11,cancelled,FIRST",
    "e1,2026-01-11,noshow,FIRST",
    "e1,2026-01-11,entered-in-error,FIRST",
    "e1,,finished,UNKNOWN",
    "e1,,cancelled,FIRST"
  })
  void isLaterWhereAnotherThatHappenedStartedBefore(
      String id, @Nullable String start, String status, Place place) {
    EncounterPicture other = encounter(id, status, start, "EpisodeOfCare/x");
    assertThat(EpdReader.placeOf(in("x"), List.of(in("x"), other), true, List.of(X)))
        .isEqualTo(place);
  }

  @Test
  void isLaterEvenWhereOthersMayBeMissing() {
    EncounterPicture other = encounter("e1", "finished", "2026-01-11", "EpisodeOfCare/x");
    assertThat(EpdReader.placeOf(in("x"), List.of(other), false, List.of(X)))
        .isEqualTo(Place.LATER);
  }

  @Test
  void whatHappenedInAnotherEpisodeDoesNotCount() {
    EncounterPicture other = encounter("e1", "finished", "2026-01-11", "EpisodeOfCare/old");
    assertThat(
            EpdReader.placeOf(
                in("x"),
                List.of(other),
                true,
                List.of(X, episode("old", "finished", "2025-01-01", null))))
        .isEqualTo(Place.FIRST);
  }

  @Test
  void anAbsoluteReferenceNamesTheSameEpisode() {
    EncounterPicture own =
        encounter("e5", "in-progress", "2026-01-12", "https://epd.example/fhir/EpisodeOfCare/x");
    assertThat(place(own, true, X)).isEqualTo(Place.FIRST);
  }

  @Test
  void withoutAReferenceItIsInTheOnlyOpenEpisodeThatCoversItsStart() {
    EncounterPicture own = encounter("e5", "in-progress", "2026-01-12");
    assertThat(place(own, true, X)).isEqualTo(Place.FIRST);
    assertThat(place(own, true, X, episode("y", "active", "2026-02-01", null)))
        .isEqualTo(Place.FIRST);
    assertThat(place(own, true, X, episode("y", "active", null, "2026-01-11")))
        .isEqualTo(Place.FIRST);
    assertThat(place(own, true, X, episode("y", "finished", "2026-01-01", null)))
        .isEqualTo(Place.FIRST);
    assertThat(place(own, true, X, episode("y", "active", null, null))).isEqualTo(Place.UNKNOWN);
    assertThat(place(own, true, episode("y", "active", "2026-01-13", null)))
        .isEqualTo(Place.UNKNOWN);
    assertThat(place(encounter("e5", "in-progress", null), true, X)).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void anotherWithoutAReferenceCountsWhereItCanOnlyBeInTheSameEpisode() {
    EncounterPicture earlier = encounter("e1", "finished", "2026-01-11");
    assertThat(EpdReader.placeOf(in("x"), List.of(earlier), true, List.of(X)))
        .isEqualTo(Place.LATER);
    assertThat(
            EpdReader.placeOf(
                in("x"),
                List.of(earlier),
                true,
                List.of(X, episode("y", "active", "2026-01-05", null))))
        .isEqualTo(Place.UNKNOWN);
    EncounterPicture longBefore = encounter("e1", "finished", "2025-01-11");
    assertThat(EpdReader.placeOf(in("x"), List.of(longBefore), true, List.of(X)))
        .isEqualTo(Place.FIRST);
  }

  private static EncounterPicture in(String episode) {
    return encounter("e5", "in-progress", "2026-01-12", "EpisodeOfCare/" + episode);
  }

  private static Place place(
      EncounterPicture own, boolean allOthersKnown, EpisodePicture... episodes) {
    return EpdReader.placeOf(own, List.of(), allOthersKnown, Arrays.asList(episodes));
  }

  private static EncounterPicture encounter(
      String id, String status, @Nullable String start, String... episodes) {
    return new EncounterPicture(
        id,
        "Patient/anja",
        status,
        null,
        List.of(),
        List.of(),
        day(start),
        List.of(episodes),
        null);
  }

  private static EpisodePicture episode(
      String id, String status, @Nullable String start, @Nullable String end) {
    return new EpisodePicture(id, status, day(start), day(end), null);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
