package nl.kindcheck.service.careplan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Who may know what: the register of one patient, to read, add to, and withdraw from. */
@Controller
class ConsentPages {

  private static final String PAGE = "/app/care/consent";

  private final Consents consents;
  private final CurrentLaunch launch;
  private final Texts texts;
  private final DomainClock clock;

  ConsentPages(Consents consents, CurrentLaunch launch, Texts texts, DomainClock clock) {
    this.consents = consents;
    this.launch = launch;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * What is typed, as it was typed.
   *
   * @param what codes; null where nothing was ticked
   */
  public record Typed(
      @Nullable UUID key,
      @Nullable String kind,
      @Nullable String recipient,
      @Nullable Set<String> what,
      @Nullable String ground,
      @Nullable String note,
      @Nullable String until) {

    static Typed nothing() {
      return new Typed(UUID.randomUUID(), null, null, null, null, null, null);
    }

    Typed with(UUID another) {
      return new Typed(another, kind, recipient, what, ground, note, until);
    }

    /** For the template. */
    public boolean ticked(String code) {
      return what != null && what.contains(code);
    }

    Consents.Given given() {
      Set<Consent.Share> shares = EnumSet.noneOf(Consent.Share.class);
      for (String code : what == null ? Set.<String>of() : what) {
        Coded.find(Consent.Share.class, code).ifPresent(shares::add);
      }
      return new Consents.Given(
          Coded.find(Consent.Recipient.class, text(kind)).orElse(null),
          text(recipient),
          shares,
          Coded.find(Consent.Ground.class, text(ground)).orElse(null),
          text(note),
          Checked.day(until));
    }

    private static String text(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  @GetMapping(PAGE)
  ModelAndView show() {
    return page(Typed.nothing(), Map.of());
  }

  @PostMapping(PAGE)
  ModelAndView record(Typed typed, Locale locale) {
    LaunchContext at = launch.require();
    UUID key = typed.key() == null ? UUID.randomUUID() : typed.key();
    try {
      consents.record(at.tenant(), at.patient(), at.user(), key, typed.given());
    } catch (Refused refused) {
      if (!Checked.isForTheForm(refused)) {
        throw refused;
      }
      boolean sentBefore = refused.status() == HttpStatus.CONFLICT;
      ModelAndView again =
          page(
              typed.with(sentBefore ? UUID.randomUUID() : key),
              Checked.worded(refused.faults(), texts, locale));
      again.setStatus(refused.status());
      return again;
    }
    return back();
  }

  @PostMapping(PAGE + "/withdraw")
  ModelAndView withdraw(@RequestParam UUID consent) {
    LaunchContext at = launch.require();
    consents.withdraw(at.tenant(), at.patient(), at.user(), consent);
    return back();
  }

  private static ModelAndView back() {
    RedirectView to = new RedirectView(PAGE, true);
    to.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(to);
  }

  private ModelAndView page(Typed typed, Map<String, String> errors) {
    LaunchContext at = launch.require();
    LocalDate today = clock.today();
    List<Consent> all = consents.all(at.tenant(), at.patient());
    ModelAndView page = new ModelAndView("careplan/consent");
    page.addObject("holds", all.stream().filter(c -> c.isInForceOn(today)).toList());
    page.addObject("ended", all.stream().filter(c -> !c.isInForceOn(today)).toList());
    page.addObject("typed", typed);
    page.addObject("errors", errors);
    page.addObject("kinds", Consent.Recipient.values());
    page.addObject("shares", Consent.Share.values());
    page.addObject("grounds", Consent.Ground.values());
    page.addObject("today", today);
    return page;
  }
}
