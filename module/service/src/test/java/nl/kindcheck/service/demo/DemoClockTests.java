package nl.kindcheck.service.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import nl.kindcheck.service.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo's clock goes forward, and goes on from there after a second start. */
class DemoClockTests {

  @TempDir private Path folder;
  private DemoClock clock = new DemoClock(Duration.ZERO);
  private DemoClockController controller =
      new DemoClockController(clock, new DemoState(Path.of("")));

  @BeforeEach
  void aFreshClock() {
    clock = new DemoClock(Duration.ZERO);
    controller = new DemoClockController(clock, new DemoState(folder));
  }

  private DemoClockController.Now move(String body) {
    return controller.move("application/json", null, body.getBytes(UTF_8));
  }

  private void refusedAs(String body, int status, String code) {
    Duration before = clock.ahead();
    assertThatThrownBy(() -> move(body))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.status().value()).isEqualTo(status);
              assertThat(refused.faults().get(0).code()).isEqualTo(code);
            });
    assertThat(clock.ahead()).isEqualTo(before);
    assertThat(new DemoState(folder).read()).isEqualTo(before);
  }

  @Test
  void itGoesForwardToTheMorningOfADayAndStaysThere() {
    LocalDate day = clock.today().plusMonths(6);
    assertThat(move("{\"today\": \"" + day + "\"}").today()).isEqualTo(day);
    assertThat(controller.now().today()).isEqualTo(day);
    assertThat(new DemoClock(new DemoState(folder).read()).today()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "text/plain, -",
        "application/x-www-form-urlencoded, -",
        "text/plain; x=application/json, -",
        "-, -",
        "application/json, cross-site",
        "application/json, same-site",
        "text/plain, same-origin"
      })
  void aPageOfAnotherSiteDoesNotMoveIt(@Nullable String type, @Nullable String from) {
    LocalDate before = clock.today();
    byte[] body = ("{\"today\": \"" + before.plusDays(9) + "\"}").getBytes(UTF_8);
    assertThatThrownBy(() -> controller.move(type, from, body))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.status().value()).isEqualTo(403));
    assertThat(clock.today()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "application/json, -",
        "application/json;charset=UTF-8, same-origin",
        "Application/JSON, none"
      })
  void aMessageInJsonMovesIt(String type, @Nullable String from) {
    LocalDate day = clock.today().plusDays(9);
    byte[] body = ("{\"today\": \"" + day + "\"}").getBytes(UTF_8);
    assertThat(controller.move(type, from, body).today()).isEqualTo(day);
  }

  @Test
  void theSameDayAgainChangesNothing() {
    Duration before = clock.ahead();
    move("{\"today\": \"" + clock.today() + "\"}");
    assertThat(clock.ahead()).isEqualTo(before);
  }

  @Test
  void itNeverGoesBack() {
    refusedAs("{\"today\": \"" + clock.today().minusDays(1) + "\"}", 422, "demo.clock-backwards");
    LocalDate ahead = clock.today().plusYears(1);
    move("{\"today\": \"" + ahead + "\"}");
    refusedAs("{\"today\": \"" + ahead.minusDays(1) + "\"}", 422, "demo.clock-backwards");
  }

  @Test
  void itGoesNoFurtherThanThirtyYears() {
    refusedAs("{\"today\": \"" + clock.today().plusYears(31) + "\"}", 422, "demo.clock-too-far");
    refusedAs("{\"today\": \"+999999999-12-31\"}", 422, "demo.clock-too-far");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"today\": \"tomorrow\"}; 422; demo.not-a-day",
        "{\"today\": \"2027-02-30\"}; 422; demo.not-a-day",
        "{\"today\": \"2027-06\"}; 422; demo.not-a-day",
        "{\"today\": 5}; 422; demo.not-a-day",
        "{\"today\": null}; 422; demo.not-a-day",
        "{\"today\": {}}; 422; demo.not-a-day",
        "{}; 422; demo.not-a-day",
        "[]; 400; json.not-an-object",
        "{; 400; json.malformed"
      })
  void whatIsNoDayIsRefused(String body, int status, String code) {
    refusedAs(body, status, code);
  }
}
