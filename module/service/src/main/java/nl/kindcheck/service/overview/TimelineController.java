package nl.kindcheck.service.overview;

import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.service.launch.CurrentLaunch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One child through the years: a chart, and every statement behind it (F13, F19). */
@Controller
class TimelineController {

  private final CurrentLaunch launch;
  private final TimelineReading reading;

  TimelineController(CurrentLaunch launch, TimelineReading reading) {
    this.launch = launch;
    this.reading = reading;
  }

  @GetMapping("/app/timeline/{child}")
  String timeline(@PathVariable UUID child, Model model) {
    model.addAttribute("timeline", reading.of(launch.require(), new ChildId(child)));
    return "overview/timeline";
  }
}
