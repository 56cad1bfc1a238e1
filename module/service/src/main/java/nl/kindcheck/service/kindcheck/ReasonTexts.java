package nl.kindcheck.service.kindcheck;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Component;

/** Words a reason, for those who may see the facts and for a card, which may not show them. */
@Component
public class ReasonTexts {

  /** The facts that are our own dates. Every other one could tell something about a child. */
  private static final Set<String> ON_CARD =
      Set.of(
          "recurrence.never-asked",
          "recurrence.never-asked.start-unknown",
          "recurrence.never-asked.before-start",
          "recurrence.interval",
          "recurrence.declined",
          "recurrence.event.intake",
          "recurrence.event.evaluation",
          "recurrence.event.crisis",
          "recurrence.event.admission",
          "recurrence.event.discharge",
          "recurrence.event.re-entry",
          "recurrence.event.signal");

  private final Texts texts;

  ReasonTexts(Texts texts) {
    this.texts = texts;
  }

  /** With its facts. */
  public String full(Reason reason, Locale locale) {
    return texts.of("reason." + reason.rule(), worded(reason, locale), locale);
  }

  /**
   * Without anything about a child or a finding: what stems from the family is one neutral
   * sentence.
   */
  public String onCard(Reason reason, Locale locale) {
    return ON_CARD.contains(reason.rule())
        ? texts.of("card.reason." + reason.rule(), worded(reason, locale), locale)
        : texts.of("card.reason.from-an-earlier-conversation", locale);
  }

  private Map<String, String> worded(Reason reason, Locale locale) {
    Map<String, String> facts = new HashMap<>(reason.facts());
    facts.computeIfPresent("situation", (k, v) -> texts.of("situation." + v, locale));
    facts.computeIfPresent("level", (k, v) -> texts.of("level." + v, locale));
    facts.computeIfPresent("by", (k, v) -> texts.of("signalled-by." + v, locale));
    facts.computeIfPresent("role", (k, v) -> role(v, locale));
    return facts;
  }

  /** A role as people call it; an organisation's own role keeps its own name. */
  public String role(String code, Locale locale) {
    return code.equals(Policy.OFFICER) ? texts.of("role." + code, locale) : code;
  }
}
