package nl.kindcheck.service.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Shows and moves the demo's clock.
 *
 * <p>The attack: a page of another site, open in a browser on this machine, sends a form to this
 * address, and the browser does come from this machine. The rule: only a message in JSON moves the
 * clock, which such a page cannot send, and never one of which a browser says that it comes from
 * another site.
 */
@RestController
@Profile("demo")
@RequestMapping("/demo/clock")
class DemoClockController {

  private static final Pattern JSON = Pattern.compile("(?i)application/json *(;.*)?");

  private static final Set<String> OURS = Set.of("same-origin", "none");

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
  synchronized Now move(
      @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String type,
      @RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String from,
      @RequestBody byte[] body) {
    boolean json = type != null && JSON.matcher(type).matches();
    if (!json || (from != null && !OURS.contains(from))) {
      throw new Refused(HttpStatus.FORBIDDEN, "demo.clock-from-elsewhere", null);
    }
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
