package nl.kindcheck.demoepd.hooks;

import static nl.kindcheck.demoepd.service.ServiceCalls.JSON;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.kindcheck.demoepd.fhirapi.FhirBase;
import nl.kindcheck.demoepd.records.Staff;
import nl.kindcheck.demoepd.service.Reply;
import nl.kindcheck.demoepd.service.ServiceCalls;
import nl.kindcheck.demoepd.service.ServiceCalls.Patience;
import nl.kindcheck.demoepd.service.Silence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls Kindcheck's hooks: one service behind three moments in the day of a clinician. Whatever
 * goes wrong ends as {@link Advice.Unknown}, never as an empty list of cards.
 */
@Component
public class Hooks {

  private static final String PATH = "/cds-services/kindcheck";

  private final ServiceCalls service;
  private final Prefetch prefetch;
  private final CardTray tray;
  private final FhirBase base;
  private final JsonMapper json;

  Hooks(ServiceCalls service, Prefetch prefetch, CardTray tray, FhirBase base, JsonMapper json) {
    this.service = service;
    this.prefetch = prefetch;
    this.tray = tray;
    this.base = base;
    this.json = json;
  }

  /** A patient's record is opened, or an encounter in it is continued. */
  public Advice patientView(String patient, @Nullable String encounter, Locale locale) {
    return call("patient-view", patient, encounter, locale);
  }

  public Advice encounterStart(String patient, String encounter, Locale locale) {
    return call("encounter-start", patient, encounter, locale);
  }

  /** Its cards are for the patient's page: the encounter's own is left by then. */
  public Advice encounterDischarge(String patient, String encounter, Locale locale) {
    return call("encounter-discharge", patient, encounter, locale);
  }

  private Advice call(String hook, String patient, @Nullable String encounter, Locale locale) {
    Map<String, String> context = new LinkedHashMap<>();
    context.put("userId", Staff.USER.reference());
    context.put("patientId", patient);
    if (encounter != null) {
      context.put("encounterId", encounter);
    }
    HookRequest request =
        new HookRequest(
            hook,
            UUID.randomUUID().toString(),
            base.url(),
            context,
            prefetch.of(patient, "patient-view".equals(hook) ? null : encounter));
    String page = "encounter-discharge".equals(hook) ? null : encounter;
    Reply<List<ShownCard>> cards =
        service
            .post(PATH, JSON, json.writeValueAsString(request), Patience.HOOK, locale)
            .read(body -> shown(body, patient, page));
    if (cards instanceof Reply.Answered<List<ShownCard>> answer) {
      tray.show(ShownCard.page(patient, page), answer.value());
      return new Advice.Given(answer.value());
    }
    return cards instanceof Reply.Silent<List<ShownCard>> silent
        ? Advice.Unknown.because(silent.why())
        : Advice.Unknown.because(Silence.FAULT);
  }

  private List<ShownCard> shown(String body, String patient, @Nullable String encounter) {
    return json.readValue(body, Cards.class).cards().stream()
        .map(card -> shown(card, patient, encounter))
        .toList();
  }

  private static ShownCard shown(Card card, String patient, @Nullable String encounter) {
    String id = card.uuid() == null ? UUID.randomUUID().toString() : card.uuid();
    String detail = card.detail() == null ? "" : card.detail();
    return new ShownCard(id, card, patient, encounter, SafeHtml.ofMarkdown(detail), null);
  }

  /** The answer of a hook. */
  record Cards(List<Card> cards) {

    Cards {
      Objects.requireNonNull(cards, "cards");
    }
  }
}
