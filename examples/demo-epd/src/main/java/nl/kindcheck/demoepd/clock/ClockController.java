package nl.kindcheck.demoepd.clock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import nl.kindcheck.demoepd.service.Reply;
import nl.kindcheck.demoepd.web.LocalPath;
import nl.kindcheck.demoepd.web.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves the clock, by a step or to a day. */
@Controller
class ClockController {

  private final DemoClock clock;
  private final ServiceClock both;

  ClockController(DemoClock clock, ServiceClock both) {
    this.clock = clock;
    this.both = both;
  }

  @PostMapping("/clock")
  String move(
      @RequestParam @Nullable String step,
      @RequestParam @Nullable String date,
      @RequestParam(defaultValue = "/") String back,
      Locale locale,
      RedirectAttributes redirect) {
    redirect.addFlashAttribute(Notice.NAME, notice(step, date, locale));
    return "redirect:" + LocalPath.orHome(back);
  }

  private Notice notice(@Nullable String step, @Nullable String date, Locale locale) {
    LocalDate day;
    try {
      day = step == null ? LocalDate.parse(date == null ? "" : date) : stepFrom(step);
    } catch (DateTimeException e) {
      return Notice.warning("clock.no-date");
    }
    Reply<LocalDate> moved = both.moveTo(day, locale);
    if (moved instanceof Reply.Answered<LocalDate>) {
      return Notice.success("clock.moved");
    }
    if (moved instanceof Reply.Refused<LocalDate> refused) {
      return Notice.warning("clock.refused").saying(refused.message());
    }
    return Notice.warning("clock.silent");
  }

  private LocalDate stepFrom(String step) {
    return clock.today().plus(Period.parse(step));
  }
}
