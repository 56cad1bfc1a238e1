package nl.kindcheck.service.overview;

import nl.kindcheck.service.launch.CurrentLaunch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of Kindcheck: what is known, what is due and why, who helps, and the ways on. */
@Controller
class OverviewController {

  private final CurrentLaunch launch;
  private final OverviewReading reading;

  OverviewController(CurrentLaunch launch, OverviewReading reading) {
    this.launch = launch;
    this.reading = reading;
  }

  @GetMapping("/app")
  String overview(Model model) {
    model.addAttribute("overview", reading.of(launch.require()));
    return "overview/overview";
  }
}
