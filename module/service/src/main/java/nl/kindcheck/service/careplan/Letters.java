package nl.kindcheck.service.careplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.service.kindcheck.KindcheckStatus;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The word back to the referrer (F5): whether the referral mentioned children, and that a Kindcheck
 * was done on a day. Nothing that was found, nothing of safety, no child and no carer is in it, and
 * the register of consent is asked before a line is made. A person copies or prints it; Kindcheck
 * sends nothing.
 */
@Component
class Letters {

  private final Consents consents;
  private final Referrals referrals;
  private final KindcheckStatus status;
  private final Organisations organisations;
  private final Texts texts;
  private final DomainClock clock;

  Letters(
      Consents consents,
      Referrals referrals,
      KindcheckStatus status,
      Organisations organisations,
      Texts texts,
      DomainClock clock) {
    this.consents = consents;
    this.referrals = referrals;
    this.status = status;
    this.organisations = organisations;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * What can be shown.
   *
   * @param consent what was agreed with this recipient; null where nothing is in force
   * @param lines empty where there is nothing to tell or it may not be told
   */
  record Shown(@Nullable Consent consent, List<String> lines) {}

  /** Whether a consent is with a referrer. */
  static boolean isReferrer(Consent consent) {
    return consent.kind() == Consent.Recipient.GP;
  }

  /** Whether a consent covers this letter, which is about whether there are children at all. */
  static boolean covers(Consent consent) {
    return isReferrer(consent) && consent.what().contains(Consent.Share.CHILDREN_EXIST);
  }

  /** Whether enough is known of the referral to say something about it. */
  static boolean tells(List<Referral> versions) {
    return !versions.isEmpty() && versions.get(0).answer() != Referral.Answer.UNKNOWN;
  }

  Shown of(LaunchContext at, UUID id, Locale locale) {
    Consent consent =
        consents.inForce(at.tenant(), at.patient()).stream()
            .filter(c -> c.id().equals(id) && isReferrer(c))
            .findFirst()
            .orElse(null);
    List<Referral> versions = referrals.versions(at.tenant(), at.patient());
    if (consent == null || !covers(consent) || !tells(versions)) {
      return new Shown(consent, List.of());
    }
    return new Shown(consent, lines(at, consent.recipient(), versions.get(0), locale));
  }

  private List<String> lines(LaunchContext at, String recipient, Referral referral, Locale locale) {
    Check done = status.of(at.tenant(), at.patient()).head().state().lastComplete();
    List<String> lines = new ArrayList<>();
    lines.add(texts.of("letter.to", Map.of("recipient", recipient), locale));
    lines.add(texts.of("letter.on", Map.of("on", clock.today().toString()), locale));
    lines.add(texts.of("letter.about", locale));
    lines.add(texts.of("letter.why", locale));
    lines.add(texts.of("letter.read." + referral.answer().code(), locale));
    lines.add(
        done == null
            ? texts.of("letter.not-done", locale)
            : texts.of("letter.done", Map.of("on", done.on().toString()), locale));
    lines.add(texts.of("letter.no-more", locale));
    lines.add(texts.of("letter.greeting", locale));
    lines.add(
        texts.of(
            "letter.sender",
            Map.of("organisation", organisations.byTenant(at.tenant()).name()),
            locale));
    return lines;
  }
}
