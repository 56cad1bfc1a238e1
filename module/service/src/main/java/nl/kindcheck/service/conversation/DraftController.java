package nl.kindcheck.service.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Keeps a draft while somebody types, where scripts run; without them every button does it. */
@Controller
class DraftController {

  private final CurrentLaunch launches;
  private final Drafts drafts;
  private final LeftOut leftOut;

  DraftController(CurrentLaunch launches, Drafts drafts, LeftOut leftOut) {
    this.leftOut = leftOut;
    this.launches = launches;
    this.drafts = drafts;
  }

  @PostMapping("/app/kindcheck/draft")
  ModelAndView keep(HttpServletRequest request, Locale locale) {
    LaunchContext launch = launches.require();
    String form = request.getParameter("_form");
    if (form == null || !isOurs(form)) {
      throw new Refused(HttpStatus.BAD_REQUEST, "form.not-ours", null);
    }
    Draft sent = FormPages.Sent.of(form, request).draft();
    if (sent.version() > 0 && drafts.find(launch, form).isEmpty()) {
      return state(sent, leftOut.text("form.gone", locale));
    }
    Drafts.Kept kept = drafts.keep(launch, sent);
    return kept.conflict()
        ? state(sent, leftOut.text("form.elsewhere", locale))
        : state(kept.kept(), leftOut.state(sent.typed(), locale));
  }

  /** Whether drafts of a form of this name are kept. */
  static boolean isOurs(String form) {
    return form.matches(FormPages.START + "|correct-[0-9a-f-]{36}");
  }

  private static ModelAndView state(Draft draft, String text) {
    return new ModelAndView("conversation/draft", Map.of("version", draft.version(), "text", text));
  }
}
