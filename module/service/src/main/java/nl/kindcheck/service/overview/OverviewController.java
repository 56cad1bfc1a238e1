package nl.kindcheck.service.overview;

import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchedEpd;
import nl.kindcheck.service.meldcode.OpenMeldcodes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of Kindcheck: what is known, what is due and why, who helps, and the ways on. */
@Controller
class OverviewController {

  private final CurrentLaunch launch;
  private final OverviewReading reading;
  private final LaunchedEpd epd;
  private final OpenMeldcodes meldcodes;

  OverviewController(
      CurrentLaunch launch, OverviewReading reading, LaunchedEpd epd, OpenMeldcodes meldcodes) {
    this.meldcodes = meldcodes;
    this.launch = launch;
    this.reading = reading;
    this.epd = epd;
  }

  @GetMapping("/app")
  String overview(Model model) {
    model.addAttribute("overview", reading.of(launch.require()));
    model.addAttribute("meldcodes", meldcodes.notShielded(launch.require()));
    model.addAttribute("epd", epd.canRead("RelatedPerson", "Observation"));
    return "overview/overview";
  }
}
