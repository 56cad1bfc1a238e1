package nl.kindcheck.service.disclosure;

import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.disclosure.DestructionStep;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.CurrentActor;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where a person weighs and decides about requests for destruction. */
@Controller
class DestructionPages {

  private static final String PAGE = "/office/destruction";

  private final Destructions destructions;
  private final CurrentActor actor;

  DestructionPages(Destructions destructions, CurrentActor actor) {
    this.destructions = destructions;
    this.actor = actor;
  }

  private TenantId tenant() {
    return actor
        .tenant()
        .orElseThrow(() -> new Refused(HttpStatus.UNAUTHORIZED, "access.nobody", null));
  }

  @GetMapping(PAGE)
  ModelAndView all() {
    ModelAndView page = new ModelAndView("disclosure/requests");
    page.addObject("requests", destructions.all(tenant()));
    return page;
  }

  @GetMapping(PAGE + "/{id}")
  ModelAndView one(@PathVariable("id") UUID id) {
    return page(id, null, "");
  }

  private ModelAndView page(UUID id, @Nullable Refused refused, String typed) {
    Request request = destructions.require(tenant(), id);
    ModelAndView page = new ModelAndView("disclosure/request");
    page.addObject("request", request);
    page.addObject("untold", destructions.untold(tenant(), request));
    page.addObject("fault", refused == null ? "" : refused.faults().get(0).code());
    page.addObject("typed", typed);
    page.addObject(
        "steps",
        List.of(DestructionStep.WEIGHED, DestructionStep.REFUSED, DestructionStep.GRANTED));
    page.setStatus(refused == null ? HttpStatus.OK : refused.status());
    return page;
  }

  @PostMapping(PAGE + "/{id}")
  ModelAndView take(
      @PathVariable("id") UUID id,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String words) {
    try {
      DestructionStep taken =
          Coded.find(DestructionStep.class, step)
              .filter(s -> s != DestructionStep.ASKED && s != DestructionStep.TOLD)
              .orElseThrow(
                  () -> new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "destruction.step", "step"));
      destructions.take(tenant(), id, taken, words, actor.require().user());
    } catch (Refused refused) {
      if (refused.status() == HttpStatus.NOT_FOUND) {
        throw refused;
      }
      return page(id, refused, words);
    }
    return back(id);
  }

  /** Notes that somebody was told. */
  @PostMapping(PAGE + "/{id}/told")
  ModelAndView told(@PathVariable("id") UUID id, @RequestParam UUID given) {
    destructions.told(tenant(), id, given, actor.require().user());
    return back(id);
  }

  private static ModelAndView back(UUID id) {
    RedirectView to = new RedirectView(PAGE + "/" + id, true);
    to.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(to);
  }
}
