package nl.kindcheck.service.conversation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.kindcheck.KindcheckStatus;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.launch.OpenedFor;
import nl.kindcheck.service.platform.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The summary for the parent, to read together and to take along on paper. */
@Controller
class SummaryController {

  private static final String PDF = "conversation/summary-pdf";

  private final CurrentLaunch launches;
  private final Known known;
  private final KindcheckStatus status;
  private final Texts texts;
  private final Suggestions suggestions;
  private final ITemplateEngine templates;
  private final SummaryPdf pdf;

  SummaryController(
      CurrentLaunch launches,
      Known known,
      KindcheckStatus status,
      Texts texts,
      Suggestions suggestions,
      ITemplateEngine templates,
      SummaryPdf pdf) {
    this.launches = launches;
    this.known = known;
    this.status = status;
    this.texts = texts;
    this.suggestions = suggestions;
    this.templates = templates;
    this.pdf = pdf;
  }

  @GetMapping("/app/kindcheck/summary/{id}")
  ModelAndView show(@PathVariable("id") UUID id, Locale locale) {
    return new ModelAndView("conversation/summary", model(id, locale));
  }

  @GetMapping("/app/kindcheck/summary/{id}/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable("id") UUID id, Locale locale) {
    Context context = new Context(Texts.choose(locale), model(id, locale));
    String draft = templates.process(PDF, context);
    context.setVariable("printable", pdf.shows(draft));
    String page = templates.process(PDF, context);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "inline; filename=\"kindcheck.pdf\"")
        .body(pdf.of(page));
  }

  private String words(String typed, Locale locale) {
    return TypedDate.read(typed)
        .map(date -> texts.of("summary.before", Map.of("date", date.toString()), locale))
        .orElse("");
  }

  private Map<String, Object> model(UUID id, Locale locale) {
    LaunchContext launch = launches.require();
    RecordedResponse recorded = known.recorded(launch, new ResponseId(id));
    Map<String, Object> model = new HashMap<>();
    model.put("id", id.toString());
    model.put("printable", true);
    model.put("receiver", launches.openedFor().map(OpenedFor::name).orElse(""));
    model.put(
        "summary",
        ParentSummary.of(
            recorded,
            TypedFrom.response(known.body(recorded)),
            agreed -> suggestions.forParent(agreed, locale),
            day -> words(day, locale)));
    model.put("on", texts.of("summary.on", Map.of("on", recorded.on().toString()), locale));
    LocalDate due = status.of(launch.tenant(), launch.patient()).recurrence().outcome().due();
    model.put(
        "next", due == null ? "" : texts.of("summary.next", Map.of("due", due.toString()), locale));
    return model;
  }
}
