package nl.kindcheck.service.guide;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.service.kindcheck.CheckTask;
import nl.kindcheck.service.kindcheck.Consults;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Asking the officer: a question becomes a task of the officer's. */
@Controller
class ConsultPages {

  private static final String FORM = "guide/consult";

  private final Consults consults;
  private final CurrentLaunch launch;
  private final Texts texts;
  private final ReasonTexts reasonTexts;

  ConsultPages(Consults consults, CurrentLaunch launch, Texts texts, ReasonTexts reasonTexts) {
    this.consults = consults;
    this.launch = launch;
    this.texts = texts;
    this.reasonTexts = reasonTexts;
  }

  @GetMapping("/app/guide/consult")
  String form(Model model) {
    launch.require();
    model.addAttribute("key", UUID.randomUUID());
    model.addAttribute("question", "");
    return FORM;
  }

  /**
   * @param key from the form, so that a question sent twice is asked once
   */
  @PostMapping("/app/guide/consult")
  ModelAndView ask(
      @RequestParam UUID key, @RequestParam(defaultValue = "") String question, Locale locale) {
    LaunchContext at = launch.require();
    CheckTask task;
    try {
      task =
          consults.ask(at.tenant(), at.patient(), at.encounter(), at.user(), key, question.strip());
    } catch (Refused refused) {
      return again(refused, key, question, locale);
    }
    RedirectView sent = new RedirectView("/app/guide/consult/sent?task=" + task.id(), true);
    sent.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(sent);
  }

  private ModelAndView again(Refused refused, UUID key, String question, Locale locale) {
    boolean sentBefore = refused.status() == HttpStatus.CONFLICT;
    if (!sentBefore && refused.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
      throw refused;
    }
    Refused.Fault fault = refused.faults().get(0);
    ModelAndView form = new ModelAndView(FORM, refused.status());
    form.addObject("key", sentBefore ? UUID.randomUUID() : key);
    form.addObject("question", question);
    form.addObject("error", texts.of("error." + fault.code(), fault.facts(), locale));
    return form;
  }

  @GetMapping("/app/guide/consult/sent")
  String sent(@RequestParam UUID task, Locale locale, Model model) {
    LaunchContext at = launch.require();
    CheckTask asked =
        consults
            .asked(at.tenant(), at.patient(), task)
            .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "not-found", null));
    Owner owner = asked.owner();
    model.addAttribute(
        "told",
        texts.of(
            "guide.consult.told",
            Map.of(
                "owner",
                owner instanceof Owner.Role role
                    ? reasonTexts.role(role.role(), locale)
                    : ((Owner.Person) owner).reference(),
                "due",
                asked.due().toString()),
            locale));
    model.addAttribute("question", asked.question());
    return "guide/sent";
  }
}
