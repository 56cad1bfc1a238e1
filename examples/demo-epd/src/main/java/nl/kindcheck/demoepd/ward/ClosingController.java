package nl.kindcheck.demoepd.ward;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import nl.kindcheck.demoepd.clock.DemoClock;
import nl.kindcheck.demoepd.hooks.Advice;
import nl.kindcheck.demoepd.hooks.Hooks;
import nl.kindcheck.demoepd.kindcheck.Kindcheck;
import nl.kindcheck.demoepd.kindcheck.Postponement;
import nl.kindcheck.demoepd.kindcheck.Verdict;
import nl.kindcheck.demoepd.records.Encounters;
import nl.kindcheck.demoepd.service.Reply;
import nl.kindcheck.demoepd.ward.Closing.Outcome;
import nl.kindcheck.demoepd.web.Notice;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The closing of an encounter: straight on where the gate is open, else with three ways on. */
@Controller
@RequestMapping("/patients/{patient}/encounters/{encounter}/closing")
class ClosingController {

  private static final String VERDICT = "verdict";
  private static final String FORM = "form";

  private final Charts charts;
  private final Closing closing;
  private final Kindcheck kindcheck;
  private final Hooks hooks;
  private final DemoClock clock;

  ClosingController(
      Charts charts, Closing closing, Kindcheck kindcheck, Hooks hooks, DemoClock clock) {
    this.charts = charts;
    this.closing = closing;
    this.kindcheck = kindcheck;
    this.hooks = hooks;
    this.clock = clock;
  }

  @GetMapping
  String show(
      @PathVariable String patient, @PathVariable String encounter, Model model, Locale locale) {
    Encounter found = charts.encounter(patient, encounter);
    model.addAttribute("patient", charts.patient(patient));
    model.addAttribute("encounter", EncounterView.of(found));
    if (!model.containsAttribute(VERDICT)
        && closing.ask(found, locale) instanceof Reply.Answered<Verdict> answer) {
      model.addAttribute(VERDICT, answer.value());
    }
    if (!model.containsAttribute(FORM)) {
      model.addAttribute(FORM, PostponeForm.EMPTY);
    }
    return "closing";
  }

  @PostMapping
  String close(
      @PathVariable String patient,
      @PathVariable String encounter,
      @RequestParam(defaultValue = "false") boolean sure,
      Locale locale,
      RedirectAttributes redirect) {
    return close(patient, encounter, null, sure, locale, redirect);
  }

  @PostMapping("/postponement")
  String postpone(
      @PathVariable String patient,
      @PathVariable String encounter,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String until,
      Locale locale,
      RedirectAttributes redirect) {
    charts.encounter(patient, encounter);
    PostponeForm form = new PostponeForm(reason, until);
    redirect.addFlashAttribute(FORM, form);
    List<PostponeForm.Fault> faults = form.faults();
    if (!faults.isEmpty()) {
      redirect.addFlashAttribute("faults", faults);
      return "redirect:" + page(patient, encounter) + "/closing";
    }
    return close(patient, encounter, form.postponement(), true, locale, redirect);
  }

  @PostMapping("/tick")
  String tick(
      @PathVariable String patient,
      @PathVariable String encounter,
      @RequestParam(defaultValue = "false") boolean done,
      Locale locale,
      RedirectAttributes redirect) {
    Encounter found = charts.encounter(patient, encounter);
    if (done) {
      Date now = Date.from(clock.instant());
      Reply<List<String>> reply = kindcheck.recordTick(found, now, locale);
      if (reply instanceof Reply.Answered<List<String>> answer) {
        redirect.addFlashAttribute("tickMissing", answer.value());
      } else if (reply instanceof Reply.Refused<List<String>> refused) {
        redirect.addFlashAttribute(
            Notice.NAME, Notice.warning("tick.refused").saying(refused.message()));
      } else {
        redirect.addFlashAttribute(Notice.NAME, Notice.warning("tick.silent"));
      }
    } else {
      redirect.addFlashAttribute(Notice.NAME, Notice.warning("tick.empty"));
    }
    return "redirect:" + page(patient, encounter) + "/closing";
  }

  private String close(
      String patient,
      String encounter,
      @Nullable Postponement postponement,
      boolean sure,
      Locale locale,
      RedirectAttributes redirect) {
    Encounter found = charts.encounter(patient, encounter);
    if (!Encounters.open(found)) {
      redirect.addFlashAttribute(Notice.NAME, Notice.warning("closing.closed-already"));
      return "redirect:/patients/" + patient;
    }
    Outcome outcome = closing.close(found, postponement, sure, locale);
    if (outcome instanceof Outcome.Closed closed) {
      Advice advice = hooks.encounterDischarge(patient, encounter, locale);
      redirect.addFlashAttribute(Advice.NAME, advice);
      redirect.addFlashAttribute(Notice.NAME, notice(closed.key(), postponement));
      return "redirect:/patients/" + patient;
    }
    if (outcome instanceof Outcome.Held held) {
      redirect.addFlashAttribute(VERDICT, held.verdict());
    } else if (outcome instanceof Outcome.NotPostponed refused) {
      redirect.addFlashAttribute(
          Notice.NAME, Notice.warning("postpone.refused").saying(refused.message()));
    }
    return "redirect:" + page(patient, encounter) + "/closing";
  }

  private static Notice notice(String key, @Nullable Postponement postponement) {
    if ("closing.unknown".equals(key)) {
      return Notice.warning(key);
    }
    return Notice.success(postponement == null ? key : "closing.postponed");
  }

  private static String page(String patient, String encounter) {
    return "/patients/" + patient + "/encounters/" + encounter;
  }
}
