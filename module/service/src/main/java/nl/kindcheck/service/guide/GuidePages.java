package nl.kindcheck.service.guide;

import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The guide as pages of its own. */
@Controller
class GuidePages {

  private final Guide guide;

  GuidePages(Guide guide) {
    this.guide = guide;
  }

  @GetMapping("/app/guide")
  String all(Model model) {
    model.addAttribute("topics", guide.all());
    return "guide/all";
  }

  @GetMapping("/app/guide/{topic}")
  String one(@PathVariable String topic, Model model) {
    GuideText text = guide.topic(topic);
    if (text == null) {
      throw new Refused(HttpStatus.NOT_FOUND, "not-found", null);
    }
    model.addAttribute("text", text);
    model.addAttribute("topics", guide.all());
    return "guide/topic";
  }
}
