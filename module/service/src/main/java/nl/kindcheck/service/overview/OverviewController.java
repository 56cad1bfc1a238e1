package nl.kindcheck.service.overview;

import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchedEpd;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of Kindcheck: what is known, what is due and why, who helps, and the ways on. */
@Controller
class OverviewController {

  private final CurrentLaunch launch;
  private final OverviewReading reading;
  private final LaunchedEpd epd;

  OverviewController(CurrentLaunch launch, OverviewReading reading, LaunchedEpd epd) {
    this.launch = launch;
    this.reading = reading;
    this.epd = epd;
  }

  @GetMapping("/app")
  String overview(Model model) {
    OverviewReading.Read read = reading.of(launch.require());
    model.addAttribute("overview", read.overview());
    model.addAttribute("meldcodes", read.meldcodes());
    model.addAttribute("epd", epd.canRead("RelatedPerson", "Observation"));
    return "overview/overview";
  }
}
