package nl.kindcheck.service.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import nl.kindcheck.service.family.WholeFamily;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.tenancy.OneTrip;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Going through it: the whole Kindcheck, begun with what is known. */
@Controller
@RequestMapping("/app/kindcheck/start")
class StartController {

  private static final FormPages.Sheet SHEET = new FormPages.Sheet("/app/kindcheck/start", null);

  private final CurrentLaunch launches;
  private final FormPages pages;
  private final Known known;

  StartController(CurrentLaunch launches, FormPages pages, Known known) {
    this.launches = launches;
    this.pages = pages;
    this.known = known;
  }

  @GetMapping
  ModelAndView show() {
    LaunchContext launch = launches.require();
    OneTrip trip = new OneTrip();
    OneTrip.Part<Drafts.Found> drafts = Drafts.all(trip, launch, FormPages.START);
    WholeFamily stored = known.stored(trip, launch);
    known.run(trip, launch);
    Draft own = drafts.result().own();
    Draft draft =
        own == null
            ? Draft.fresh(FormPages.START, known.prefilled(launch, stored.family()))
            : usable(launch, own);
    return pages.show(launch, SHEET, draft, stored, drafts.result().others());
  }

  /** What a script asks for when the domains of a child are opened. */
  @GetMapping("/domains")
  ModelAndView domains(@RequestParam("child") int child) {
    return pages.domains(child);
  }

  /** What was typed after its form was recorded can only become another Kindcheck. */
  private Draft usable(LaunchContext launch, Draft kept) {
    return known.isRecorded(launch, kept.key())
        ? new Draft(kept.form(), UUID.randomUUID(), kept.version(), kept.typed(), kept.savedAt())
        : kept;
  }

  @PostMapping
  ModelAndView send(HttpServletRequest request, Locale locale) {
    return pages.send(
        launches.require(), SHEET, FormPages.Sent.of(FormPages.START, request), locale);
  }
}
