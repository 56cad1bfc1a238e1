package nl.kindcheck.service.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Standing;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.kindcheck.KindcheckStatus;
import nl.kindcheck.service.kindcheck.MissingTexts;
import nl.kindcheck.service.kindcheck.NextDate;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
  private final NextDate nextDate;

  DoneController(
      CurrentLaunch launches,
      Known known,
      KindcheckStatus status,
      Texts texts,
      MissingTexts missing,
      ReasonTexts reasons,
      NextDate nextDate) {
    this.launches = launches;
    this.known = known;
    this.status = status;
    this.texts = texts;
    this.missing = missing;
    this.reasons = reasons;
    this.nextDate = nextDate;
  }

  @GetMapping("/app/kindcheck/done/{id}")
  ModelAndView show(@PathVariable("id") UUID id, Locale locale) {
    Draft nothing = Draft.fresh("next", Typed.NOTHING);
    return page(launches.require(), id, nothing, List.of(), HttpStatus.OK, locale);
  }

  /** Brings the next Kindcheck forward. */
  @PostMapping("/app/kindcheck/done/{id}")
  ModelAndView earlier(@PathVariable("id") UUID id, HttpServletRequest request, Locale locale) {
    LaunchContext launch = launches.require();
    Draft sent = FormPages.Sent.of("next", request).draft();
    LocalDate on =
        TypedDate.read(sent.typed().value("next-on"))
            .filter(date -> date.day() != null)
            .map(PartialDate::firstDay)
            .orElse(null);
    List<FormError> errors = new ArrayList<>();
    if (on == null) {
      errors.add(new FormError("next-on", texts.of("form.error.not-a-date", locale), false));
    } else {
      try {
        nextDate.bringForward(
            launch.tenant(),
            launch.patient(),
            new NextDate.Agreement(
                sent.key(), on, sent.typed().value("next-reason"), launch.user()));
      } catch (Refused refused) {
        for (Refused.Fault fault : refused.faults()) {
          String message = texts.of("error." + fault.code(), fault.facts(), locale);
          errors.add(new FormError("next-" + fault.field(), message, false));
        }
      }
    }
    return errors.isEmpty()
        ? Goto.page("/app/kindcheck/done/" + id)
        : page(launch, id, sent, errors, HttpStatus.UNPROCESSABLE_CONTENT, locale);
  }

  private ModelAndView page(
      LaunchContext launch,
      UUID id,
      Draft earlier,
      List<FormError> errors,
      HttpStatus code,
      Locale locale) {
    RecordedResponse recorded = known.recorded(launch, new ResponseId(id));
    Map<String, Object> model = new HashMap<>();
    model.put("id", id.toString());
    model.put("outcome", recorded.check().outcome().code());
    model.put("standing", recorded.check().standing().code());
    model.put("summary", hasSummary(recorded));
    model.put("corrected", recorded.version() > 1);
    model.put("missing", recorded.missing().stream().map(m -> missing.of(m, locale)).toList());
    KindcheckStatus.View view = status.of(launch.tenant(), launch.patient());
    model.put("next", next(view.recurrence().outcome(), locale));
    model.put("reasons", view.reasons().stream().map(r -> reasons.full(r, locale)).toList());
    LocalDate due = view.recurrence().outcome().due();
    model.put("form", new FormView(earlier, errors, known.today()));
    model.put("movable", due != null && due.isAfter(known.today().plusDays(1)));
    model.put("agreed", due == null ? "" : agreed(launch, due, locale));
    return new ModelAndView("conversation/done", model, code);
  }

  /** What is incomplete and speaks of no child is nothing to give to a parent. */
  private boolean hasSummary(RecordedResponse recorded) {
    return recorded.check().standing() != Standing.INCOMPLETE
        || !TypedFrom.response(known.body(recorded)).groups("children").isEmpty();
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

  private String agreed(LaunchContext launch, LocalDate due, Locale locale) {
    return nextDate
        .reason(launch.tenant(), launch.patient(), due)
        .map(reason -> texts.of("done.agreed", Map.of("reason", reason), locale))
        .orElse("");
  }
}
