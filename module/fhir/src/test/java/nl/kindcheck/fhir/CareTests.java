package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.core.rule.Care;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-01-14");
  private static final PatientPicture ANJA = new PatientPicture("anja", false, null, null);

  @ParameterizedTest
  @CsvSource({
    "active,true,OPEN",
    "onhold,true,OPEN",
    "active,false,OPEN",
    "waitlist,true,WAITING",
    "planned,false,WAITING",
    "waitlist active,true,OPEN",
    "finished active,true,OPEN",
    "finished waitlist,true,WAITING",
    "finished,true,CLOSED",
    "finished cancelled,true,CLOSED",
    "finished,false,UNKNOWN",
    ",true,UNKNOWN",
    ",false,UNKNOWN"
  })
  void isAsTheEpisodesTell(@Nullable String statuses, boolean allKnown, Care.Status status) {
    List<EpisodePicture> episodes = new ArrayList<>();
    if (statuses != null) {
      for (String each : statuses.split(" ", -1)) {
        episodes.add(new EpisodePicture(each, each, null, null, null));
      }
    }
    assertThat(EpdReader.careOf(episodes, allKnown, ANJA, TODAY))
        .isEqualTo(new Care(status, null, null));
  }

  @Test
  void isOpenSinceTheEarliestStartAmongTheOpenOnes() {
    List<EpisodePicture> episodes =
        List.of(
            episode("finished", "2020-01-01"),
            episode("active", "2026-01-05"),
            episode("waitlist", "2025-12-01"),
            episode("onhold", null));
    assertThat(EpdReader.careOf(episodes, true, ANJA, TODAY).since())
        .isEqualTo(LocalDate.parse("2025-12-01"));
  }

  @Test
  void knowsTheDayThePatientDiedElseTheDayItBecameKnown() {
    LocalDate on = LocalDate.parse("2026-01-03");
    assertThat(
            EpdReader.careOf(List.of(), true, new PatientPicture("a", true, on, null), TODAY)
                .patientDied())
        .isEqualTo(on);
    assertThat(
            EpdReader.careOf(List.of(), true, new PatientPicture("a", true, null, null), TODAY)
                .patientDied())
        .isEqualTo(TODAY);
    assertThat(EpdReader.careOf(List.of(), true, ANJA, TODAY).patientDied()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01,2026-01-31,true",
    "2026-01-14,2026-01-14,true",
    ",,true",
    "2026-01-15,,false",
    ",2026-01-13,false",
    "2025-01-01,2025-12-31,false",
    "2026-02-01,2026-02-28,false"
  })
  void aPeriodCoversItsDaysAndNoOther(
      @Nullable LocalDate start, @Nullable LocalDate end, boolean covers) {
    assertThat(new Period(start, end).covers(TODAY)).isEqualTo(covers);
  }

  private static EpisodePicture episode(String status, @Nullable String start) {
    return new EpisodePicture(
        status, status, start == null ? null : LocalDate.parse(start), null, null);
  }
}
