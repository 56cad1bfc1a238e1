package nl.kindcheck.demoepd.ward;

import java.util.Locale;
import nl.kindcheck.demoepd.clock.ServiceClock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of patients. */
@Controller
class WardController {

  private final Charts charts;
  private final ServiceClock serviceClock;

  WardController(Charts charts, ServiceClock serviceClock) {
    this.charts = charts;
    this.serviceClock = serviceClock;
  }

  @GetMapping("/")
  String ward(Model model, Locale locale) {
    if (serviceClock.align(locale)) {
      // The frame of this page was already filled with the day before.
      return "redirect:/";
    }
    model.addAttribute("patients", charts.ward());
    return "ward";
  }
}
