package nl.kindcheck.demoepd.clock;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.demoepd.service.Reply;
import nl.kindcheck.demoepd.web.LocalPath;
import nl.kindcheck.demoepd.web.Notice;
import nl.kindcheck.demoepd.web.OwnPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
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

  /** Moving the clock cannot be undone: it is done by the form on our pages and by nothing else. */
  @PostMapping("/clock")
  String move(
      HttpServletRequest request,
      @RequestParam @Nullable String step,
      @RequestParam @Nullable String date,
      @RequestParam(defaultValue = "/") String back,
      Locale locale,
      RedirectAttributes redirect) {
    if (!OwnPage.sent(request)) {
      throw new NotFromOurPage();
    }
    redirect.addFlashAttribute(Notice.NAME, notice(step, date, locale));
    return "redirect:" + LocalPath.orHome(back);
  }

  /** Who calls without a browser reads why, too. */
  @ExceptionHandler(NotFromOurPage.class)
  ModelAndView notFromOurPage() {
    HttpStatus status = HttpStatus.FORBIDDEN;
    return new ModelAndView("error", Map.of("status", status.value()), status);
  }

  private static final class NotFromOurPage extends RuntimeException {
    private static final long serialVersionUID = 1L;
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
