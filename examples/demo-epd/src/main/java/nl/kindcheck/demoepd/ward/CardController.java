package nl.kindcheck.demoepd.ward;

import java.util.Locale;
import java.util.Optional;
import nl.kindcheck.demoepd.hooks.Advice;
import nl.kindcheck.demoepd.hooks.CardDesk;
import nl.kindcheck.demoepd.hooks.CardDesk.Handled;
import nl.kindcheck.demoepd.web.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a user does with a card. */
@Controller
@RequestMapping("/patients/{patient}/cards/{card}")
class CardController {

  private final Charts charts;
  private final CardDesk desk;

  CardController(Charts charts, CardDesk desk) {
    this.charts = charts;
    this.desk = desk;
  }

  @PostMapping("/acceptance")
  String accept(
      @PathVariable String patient,
      @PathVariable String card,
      @RequestParam(defaultValue = "") String suggestion,
      Locale locale,
      RedirectAttributes redirect) {
    String id = charts.patient(patient).id();
    return after(id, desk.accept(id, card, suggestion, locale), "card.accepted", redirect);
  }

  @PostMapping("/override")
  String override(
      @PathVariable String patient,
      @PathVariable String card,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String comment,
      Locale locale,
      RedirectAttributes redirect) {
    String id = charts.patient(patient).id();
    return after(id, desk.override(id, card, reason, comment, locale), "card.overridden", redirect);
  }

  private static String after(
      String patient, Optional<Handled> handled, String key, RedirectAttributes redirect) {
    if (handled.isEmpty()) {
      redirect.addFlashAttribute(Notice.NAME, Notice.warning("card.gone"));
      return "redirect:/patients/" + patient;
    }
    redirect.addFlashAttribute(Advice.NAME, handled.get().advice());
    redirect.addFlashAttribute(
        Notice.NAME, handled.get().told() ? Notice.success(key) : Notice.warning("card.not-told"));
    return "redirect:" + handled.get().page();
  }
}
