package nl.kindcheck.demoepd.clock;

import static nl.kindcheck.demoepd.service.ServiceCalls.JSON;

import java.time.LocalDate;
import java.util.Locale;
import nl.kindcheck.demoepd.service.Reply;
import nl.kindcheck.demoepd.service.ServiceCalls;
import nl.kindcheck.demoepd.service.ServiceCalls.Patience;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps our clock and the one of the service on the same day. */
@Component
public class ServiceClock {

  private static final String PATH = "/demo/clock";

  private final ServiceCalls service;
  private final DemoClock ours;
  private final JsonMapper json;

  ServiceClock(ServiceCalls service, DemoClock ours, JsonMapper json) {
    this.service = service;
    this.ours = ours;
    this.json = json;
  }

  /**
   * Moves both clocks. Ours moves only when the service's did, for two days at once would make
   * every date on the pages a riddle.
   */
  public Reply<LocalDate> moveTo(LocalDate day, Locale locale) {
    String body = json.writeValueAsString(new Day(day.toString()));
    Reply<LocalDate> moved =
        service.post(PATH, JSON, body, Patience.OPERATION, locale).read(this::day);
    if (moved instanceof Reply.Answered<LocalDate> answer) {
      ours.moveTo(answer.value());
    }
    return moved;
  }

  /**
   * Makes the clock that is behind follow the other, after one of the two was restarted.
   *
   * @return whether ours moved
   */
  public boolean align(Locale locale) {
    Reply<LocalDate> theirs = service.get(PATH, JSON, Patience.HOOK, locale).read(this::day);
    if (theirs instanceof Reply.Answered<LocalDate> answer) {
      if (answer.value().isAfter(ours.today())) {
        ours.moveTo(answer.value());
        return true;
      }
      if (answer.value().isBefore(ours.today())) {
        moveTo(ours.today(), locale);
      }
    }
    return false;
  }

  private LocalDate day(String body) {
    return LocalDate.parse(json.readValue(body, Day.class).today());
  }

  private record Day(String today) {}
}
