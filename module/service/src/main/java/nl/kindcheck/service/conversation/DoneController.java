package nl.kindcheck.service.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.kindcheck.KindcheckStatus;
import nl.kindcheck.service.kindcheck.MissingTexts;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What was recorded, what it is worth, and when the next Kindcheck comes and why. */
@Controller
class DoneController {

  private final CurrentLaunch launches;
  private final Known known;
  private final KindcheckStatus status;
  private final Texts texts;
  private final MissingTexts missing;
  private final ReasonTexts reasons;

  DoneController(
      CurrentLaunch launches,
      Known known,
      KindcheckStatus status,
      Texts texts,
      MissingTexts missing,
      ReasonTexts reasons) {
    this.launches = launches;
    this.known = known;
    this.status = status;
    this.texts = texts;
    this.missing = missing;
    this.reasons = reasons;
  }

  @GetMapping("/app/kindcheck/done/{id}")
  ModelAndView show(@PathVariable("id") UUID id, Locale locale) {
    LaunchContext launch = launches.require();
    RecordedResponse recorded = known.recorded(launch, new ResponseId(id));
    Map<String, Object> model = new HashMap<>();
    model.put("id", id.toString());
    model.put("outcome", recorded.check().outcome().code());
    model.put("standing", recorded.check().standing().code());
    model.put("corrected", recorded.version() > 1);
    model.put("missing", recorded.missing().stream().map(m -> missing.of(m, locale)).toList());
    KindcheckStatus.View view = status.of(launch.tenant(), launch.patient());
    model.put("next", next(view.recurrence().outcome(), locale));
    model.put("reasons", view.reasons().stream().map(r -> reasons.full(r, locale)).toList());
    return new ModelAndView("conversation/done", model);
  }

  /** When it is asked again, as a sentence. */
  private List<String> next(Recurrence recurrence, Locale locale) {
    if (recurrence.due() == null) {
      return List.of();
    }
    String due = recurrence.due().toString();
    return recurrence.postponedUntil() == null
        ? List.of(texts.of("done.next", Map.of("due", due), locale))
        : List.of(
            texts.of(
                "done.postponed", Map.of("until", recurrence.postponedUntil().toString()), locale),
            texts.of("done.due-stays", Map.of("due", due), locale));
  }
}
