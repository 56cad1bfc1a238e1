package nl.kindcheck.core.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTests {

  @ParameterizedTest
  @CsvSource({
    "2019, 2019-01-01, 2019-12-31",
    "2020, 2020-01-01, 2020-12-31",
    "2019-03, 2019-03-01, 2019-03-31",
    "2019-02, 2019-02-01, 2019-02-28",
    "2020-02, 2020-02-01, 2020-02-29",
    "2019-03-20, 2019-03-20, 2019-03-20",
    "0001, 0001-01-01, 0001-12-31"
  })
  void meansEveryDayFromItsFirstToItsLast(String text, LocalDate first, LocalDate last) {
    PartialDate date = PartialDate.parse(text);

    assertThat(date.firstDay()).isEqualTo(first);
    assertThat(date.lastDay()).isEqualTo(last);
    assertThat(date).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 2019",
        "19",
        "2019-3",
        "2019-13",
        "2019-00",
        "2019-02-29",
        "2019-04-31",
        "2019-03-00",
        "2019-03-20T10:00:00Z",
        "0000",
        "12019",
        "-2019",
        "2019/03",
        "maart 2019"
      })
  void refusesWhatIsNoDate(String text) {
    assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void refusesADayWithoutAMonth() {
    assertThatThrownBy(() -> new PartialDate(2019, null, 20)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_000})
  void refusesAYearOutOfRange(int year) {
    assertThatThrownBy(() -> new PartialDate(year, 1, null)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> new PartialDate(year, null, null))
        .isInstanceOf(DateTimeException.class);
    assertThat(new PartialDate(9999, null, null)).hasToString("9999");
  }

  @Test
  void isMadeOfADayOrAMonth() {
    assertThat(PartialDate.of(LocalDate.of(2019, 3, 20))).hasToString("2019-03-20");
    assertThat(PartialDate.of(YearMonth.of(2019, 3))).hasToString("2019-03");
  }

  @Test
  void sortsByTheFirstDayAndTheLessPreciseFirst() {
    assertThat(
            Stream.of("2019-03-02", "2019-01-01", "2018-12", "2019-01", "2019", "2019-03")
                .map(PartialDate::parse)
                .sorted()
                .map(PartialDate::toString))
        .containsExactly("2018-12", "2019", "2019-01", "2019-01-01", "2019-03", "2019-03-02");
  }
}
