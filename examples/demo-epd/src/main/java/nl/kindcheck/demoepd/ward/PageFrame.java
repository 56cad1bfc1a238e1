package nl.kindcheck.demoepd.ward;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import nl.kindcheck.demoepd.clock.DemoClock;
import nl.kindcheck.demoepd.records.Staff;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows around its own matter. */
@ControllerAdvice
class PageFrame {

  private final DemoClock clock;

  PageFrame(DemoClock clock) {
    this.clock = clock;
  }

  @ModelAttribute("today")
  LocalDate today() {
    return clock.today();
  }

  @ModelAttribute("here")
  String here(HttpServletRequest request) {
    String path = request.getRequestURI();
    return "/error".equals(path) ? "/" : path;
  }

  @ModelAttribute("user")
  String user() {
    return Staff.USER.label();
  }
}
