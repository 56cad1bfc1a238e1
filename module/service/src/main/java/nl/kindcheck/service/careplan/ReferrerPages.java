package nl.kindcheck.service.careplan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.disclosure.HandedOut;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What the referral said of children, and the word back to the referrer. */
@Controller
class ReferrerPages {

  private static final String PAGE = "/app/care/referrer";

  private final Referrals referrals;
  private final Consents consents;
  private final Letters letters;
  private final CurrentLaunch launch;
  private final Texts texts;
  private final HandedOut handedOut;
  private final DomainClock clock;

  ReferrerPages(
      Referrals referrals,
      Consents consents,
      Letters letters,
      CurrentLaunch launch,
      Texts texts,
      HandedOut handedOut,
      DomainClock clock) {
    this.referrals = referrals;
    this.consents = consents;
    this.letters = letters;
    this.launch = launch;
    this.texts = texts;
    this.handedOut = handedOut;
    this.clock = clock;
  }

  /**
   * What is typed, as it was typed.
   *
   * @param version that was looked at
   */
  public record Typed(
      @Nullable Integer version,
      @Nullable String answer,
      @Nullable String reader,
      @Nullable String reason) {

    Typed after(int seen) {
      return new Typed(seen, answer, reader, reason);
    }

    Referrals.Said said() {
      return new Referrals.Said(
          Coded.find(Referral.Answer.class, answer == null ? "" : answer).orElse(null),
          reader == null ? "" : reader,
          reason == null ? "" : reason);
    }
  }

  @GetMapping(PAGE)
  ModelAndView show() {
    List<Referral> versions = versions();
    return page(new Typed(versions.size(), null, null, null), versions, Map.of());
  }

  @PostMapping(PAGE)
  ModelAndView record(Typed typed, Locale locale) {
    LaunchContext at = launch.require();
    int seen = typed.version() == null ? 0 : typed.version();
    try {
      referrals.record(at.tenant(), at.patient(), at.user(), seen, typed.said());
    } catch (Refused refused) {
      if (!Checked.isForTheForm(refused)) {
        throw refused;
      }
      List<Referral> versions = versions();
      ModelAndView again =
          page(
              typed.after(versions.size()),
              versions,
              Checked.worded(refused.faults(), texts, locale));
      again.setStatus(refused.status());
      return again;
    }
    RedirectView to = new RedirectView(PAGE, true);
    to.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(to);
  }

  /**
   * The letter for one recipient; without a consent in force that covers it, the reason why not.
   */
  @GetMapping(PAGE + "/letter/{consent}")
  ModelAndView letter(@PathVariable UUID consent, Locale locale) {
    LaunchContext at = launch.require();
    Letters.Shown shown = letters.of(at, consent, locale);
    ModelAndView page = new ModelAndView("careplan/letter");
    page.addObject("consent", shown.consent());
    page.addObject("letter", shown.lines());
    page.addObject("copy", String.join("\n\n", shown.lines()));
    Consent agreed = shown.consent();
    if (shown.lines().isEmpty() || agreed == null) {
      page.setStatus(HttpStatus.FORBIDDEN);
    } else {
      handedOut(at, agreed);
    }
    return page;
  }

  /** Whoever sees a letter may send it: once a day, so that looking twice is not giving twice. */
  private void handedOut(LaunchContext at, Consent consent) {
    UUID id = UUID.nameUUIDFromBytes((consent.id() + " letter " + clock.today()).getBytes(UTF_8));
    handedOut.record(
        at.tenant(), at.patient(), id, HandedOut.What.LETTER, null, consent.recipient(), at.user());
  }

  private List<Referral> versions() {
    LaunchContext at = launch.require();
    return referrals.versions(at.tenant(), at.patient());
  }

  private ModelAndView page(Typed typed, List<Referral> versions, Map<String, String> errors) {
    LaunchContext at = launch.require();
    ModelAndView page = new ModelAndView("careplan/referrer");
    page.addObject("typed", typed);
    page.addObject("versions", versions);
    page.addObject("errors", errors);
    page.addObject("answers", Referral.Answer.values());
    page.addObject("user", at.user());
    page.addObject("known", Letters.tells(versions));
    page.addObject(
        "recipients",
        consents.inForce(at.tenant(), at.patient()).stream().filter(Letters::isReferrer).toList());
    return page;
  }
}
