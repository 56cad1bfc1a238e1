package nl.kindcheck.demoepd.ward;

import java.util.Locale;
import nl.kindcheck.demoepd.hooks.Advice;
import nl.kindcheck.demoepd.hooks.Hooks;
import nl.kindcheck.demoepd.records.ContactKind;
import nl.kindcheck.demoepd.records.Encounters;
import nl.kindcheck.demoepd.web.Notice;
import org.hl7.fhir.r4.model.Encounter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A patient's page, and the start of an encounter. Opening the page calls {@code patient-view};
 * where an action just brought advice of its own, that is shown instead.
 */
@Controller
class PatientController {

  private final Charts charts;
  private final Encounters encounters;
  private final Hooks hooks;
  private final StatusPanel status;

  PatientController(Charts charts, Encounters encounters, Hooks hooks, StatusPanel status) {
    this.charts = charts;
    this.encounters = encounters;
    this.hooks = hooks;
    this.status = status;
  }

  @GetMapping("/patients/{patient}")
  String show(@PathVariable String patient, Model model, Locale locale) {
    model.addAttribute("patient", charts.patient(patient));
    if (!model.containsAttribute(Advice.NAME)) {
      model.addAttribute(Advice.NAME, hooks.patientView(patient, null, locale));
    }
    status.addTo(model, patient, locale);
    model.addAttribute("kinds", ContactKind.values());
    return "patient";
  }

  @PostMapping("/patients/{patient}/encounters")
  String start(
      @PathVariable String patient,
      @RequestParam(defaultValue = "") String kind,
      Locale locale,
      RedirectAttributes redirect) {
    String page = "/patients/" + charts.patient(patient).id();
    ContactKind chosen = ContactKind.of(kind).orElse(null);
    if (chosen == null) {
      redirect.addFlashAttribute(Notice.NAME, Notice.warning("encounter.no-kind"));
      return "redirect:" + page;
    }
    Encounter started = encounters.start(patient, chosen);
    String id = started.getIdPart();
    redirect.addFlashAttribute(Advice.NAME, hooks.encounterStart(patient, id, locale));
    redirect.addFlashAttribute(Notice.NAME, Notice.success("encounter.started"));
    return "redirect:" + page + "/encounters/" + id;
  }
}
