package nl.kindcheck.service.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kindcheck.service.conversation.ImportView.Filters;
import nl.kindcheck.service.epdfamily.FamilyInEpd;
import nl.kindcheck.service.epdfamily.FamilyReport;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Children of the EPD, to choose from. Who is chosen comes into the draft of the form, marked as
 * not asked about; nothing is recorded here. Each time the EPD is read anew, so that nobody takes
 * over what a page made up.
 */
@Controller
@RequestMapping(ImportController.PATH)
class ImportController {

  static final String PATH = "/app/kindcheck/import";

  private final CurrentLaunch launches;
  private final FamilyInEpd epd;
  private final Known known;
  private final Drafts drafts;

  ImportController(CurrentLaunch launches, FamilyInEpd epd, Known known, Drafts drafts) {
    this.launches = launches;
    this.epd = epd;
    this.known = known;
    this.drafts = drafts;
  }

  /** The EPD and the draft as they are now. */
  private record Now(Draft draft, FamilyReport report, List<Candidate> children) {

    /** What was chosen, as far as it can be taken over. */
    List<Candidate> free(Set<String> chosen) {
      return children.stream().filter(c -> c.free() && chosen.contains(c.key())).toList();
    }

    /** Whom a filter leaves out is no longer chosen: nobody comes along unseen. */
    Set<String> fitting(Set<String> chosen, Filters filters) {
      return free(chosen).stream()
          .filter(filters::let)
          .map(Candidate::key)
          .collect(Collectors.toSet());
    }

    boolean hasAll(Set<String> chosen) {
      return children.stream().map(Candidate::key).collect(Collectors.toSet()).containsAll(chosen);
    }
  }

  private Now now(LaunchContext launch) {
    Draft draft =
        drafts
            .find(launch, FormPages.START)
            .orElseGet(() -> Draft.fresh(FormPages.START, known.prefilled(launch)));
    LocalDate today = known.today();
    FamilyReport report = epd.read(launch, known.family(launch).children(), today);
    return new Now(
        draft, report, FromEpd.candidates(report.family().children(), draft.typed(), today));
  }

  @GetMapping
  ModelAndView show() {
    Now now = now(launches.require());
    Set<String> usual =
        now.children().stream()
            .filter(Candidate::chosenAtFirst)
            .map(Candidate::key)
            .collect(Collectors.toSet());
    return page(now, Filters.USUAL, usual, null, HttpStatus.OK);
  }

  @PostMapping
  ModelAndView send(HttpServletRequest request) {
    LaunchContext launch = launches.require();
    String[] keys = request.getParameterValues("child");
    Set<String> chosen = keys == null ? Set.of() : new LinkedHashSet<>(List.of(keys));
    Filters filters =
        new Filters(
            request.getParameter("minor") != null,
            request.getParameter("alive") != null,
            request.getParameter("address") != null);
    Now now = now(launch);
    if (!"take".equals(request.getParameter("_action"))) {
      return page(now, filters, now.fitting(chosen, filters), null, HttpStatus.OK);
    }
    if (chosen.isEmpty()) {
      return page(now, filters, chosen, "choose", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (now.report().nothingRead()) {
      return page(now, filters, chosen, "not-now", HttpStatus.SERVICE_UNAVAILABLE);
    }
    if (!now.hasAll(chosen)) {
      return page(now, filters, chosen, "changed", HttpStatus.CONFLICT);
    }
    return take(launch, now, now.free(chosen))
        ? Goto.page("/app/kindcheck/start#f-children")
        : page(now, filters, chosen, "elsewhere", HttpStatus.CONFLICT);
  }

  /** Sent twice, the second finds all of them in the form already and changes nothing. */
  private boolean take(LaunchContext launch, Now now, List<Candidate> children) {
    Typed typed = now.draft().typed();
    for (Candidate child : children) {
      typed = FromEpd.with(typed, child, known.today());
    }
    Draft with =
        new Draft(
            now.draft().form(),
            now.draft().key(),
            now.draft().version(),
            typed,
            now.draft().savedAt());
    return children.isEmpty() || !drafts.keep(launch, with).conflict();
  }

  private static ModelAndView page(
      Now now, Filters filters, Set<String> chosen, @Nullable String problem, HttpStatus status) {
    ImportView view = new ImportView(now.report(), now.children(), filters, chosen, problem);
    return new ModelAndView("conversation/import", Map.of("view", view), status);
  }
}
