package nl.kindcheck.service.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Correcting a recorded Kindcheck: the form with what was recorded, and a reason. What was there
 * stays; new statements correct it (F19).
 */
@Controller
@RequestMapping("/app/kindcheck/correct/{id}")
class CorrectionController {

  private final CurrentLaunch launches;
  private final FormPages pages;
  private final Drafts drafts;
  private final Known known;

  CorrectionController(CurrentLaunch launches, FormPages pages, Drafts drafts, Known known) {
    this.launches = launches;
    this.pages = pages;
    this.drafts = drafts;
    this.known = known;
  }

  @GetMapping
  ModelAndView show(@PathVariable("id") UUID id) {
    LaunchContext launch = launches.require();
    RecordedResponse recorded = known.recorded(launch, new ResponseId(id));
    Draft draft =
        drafts
            .find(launch, form(id))
            .orElseGet(() -> Draft.fresh(form(id), typed(launch, recorded)));
    return pages.show(launch, sheet(id, draft.typed()), draft);
  }

  private Typed typed(LaunchContext launch, RecordedResponse recorded) {
    return TypedFrom.response(known.body(recorded))
        .withFactsFrom(known.prefilled(launch))
        .with(FormPages.READ_VERSION, Integer.toString(recorded.version()));
  }

  @PostMapping
  ModelAndView send(@PathVariable("id") UUID id, HttpServletRequest request, Locale locale) {
    LaunchContext launch = launches.require();
    known.recorded(launch, new ResponseId(id));
    FormPages.Sent sent = FormPages.Sent.of(form(id), request);
    return pages.send(launch, sheet(id, sent.draft().typed()), sent, locale);
  }

  private static FormPages.Sheet sheet(UUID id, Typed typed) {
    String version = typed.value(FormPages.READ_VERSION);
    return new FormPages.Sheet(
        "/app/kindcheck/correct/" + id,
        new Saving.Correcting(
            new ResponseId(id),
            version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
            typed.value("amendment-reason")));
  }

  private static String form(UUID id) {
    return "correct-" + id;
  }
}
