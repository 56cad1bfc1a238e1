package nl.kindcheck.service.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Shows and moves the demo's clock. */
@RestController
@Profile("demo")
@RequestMapping("/demo/clock")
class DemoClockController {

  private final DemoClock clock;
  private final DemoState state;

  DemoClockController(DemoClock clock, DemoState state) {
    this.clock = clock;
    this.state = state;
  }

  record Now(Instant now, LocalDate today) {}

  @GetMapping
  Now now() {
    return new Now(clock.now(), clock.today());
  }

  @PostMapping
  synchronized Now move(@RequestBody byte[] body) {
    JsonNode day = StrictJson.object(body).path("today");
    try {
      Duration ahead = clock.aheadFor(LocalDate.parse(day.asString("")));
      state.save(ahead);
      clock.moveTo(ahead);
      return now();
    } catch (DateTimeException e) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT, "demo.not-a-day", "today", Map.of("field", "today"));
    }
  }
}
