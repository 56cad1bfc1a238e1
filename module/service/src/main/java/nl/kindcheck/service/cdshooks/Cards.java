package nl.kindcheck.service.cdshooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.fhir.Canonical;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.platform.PublicUrl;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Words a decision as a card: the rule and our own dates, never a child's age, number or finding,
 * and no text from the record.
 */
@Component
class Cards {

  private static final List<String> OVERRIDES =
      List.of(
          "already-discussed",
          "parent-declines-now",
          "postponed",
          "not-applicable",
          "not-my-patient");

  private final Texts texts;
  private final ReasonTexts reasonTexts;
  private final PublicUrl publicUrl;
  private final JsonMapper json = new JsonMapper();

  Cards(Texts texts, ReasonTexts reasonTexts, PublicUrl publicUrl) {
    this.texts = texts;
    this.reasonTexts = reasonTexts;
    this.publicUrl = publicUrl;
  }

  /** One card for one patient and moment, whoever asks and however often. */
  static UUID idOf(TenantId tenant, HookRequest request, LocalDate due) {
    String moment = request.encounter() == null ? "due " + due : "encounter " + request.encounter();
    return UUID.nameUUIDFromBytes(
        (tenant + " " + request.patient() + " " + moment).getBytes(UTF_8));
  }

  /**
   * The card for an open check; null where nothing is asked today.
   *
   * @param owner who owns the check, for the task that is suggested
   */
  @Nullable Card of(
      TenantId tenant,
      HookRequest request,
      FamilyHead head,
      Decision<Recurrence> decision,
      Decision<Owner> owner,
      LocalDate today,
      Locale locale) {
    Recurrence recurrence = decision.outcome();
    LocalDate due = recurrence.due();
    boolean postponed = recurrence.status() == Recurrence.Status.POSTPONED;
    if (due == null || !(recurrence.status().asksNow() || postponed)) {
      return null;
    }
    String id = idOf(tenant, request, due).toString();
    String status = recurrence.status().code();
    return new Card(
        id,
        texts.of("card.summary." + status, locale),
        detail(recurrence, today, locale),
        recurrence.status() == Recurrence.Status.OVERDUE ? "warning" : "info",
        source("kindcheck-due", locale),
        postponed ? List.of() : List.of(suggestion(id, request, owner, today, locale)),
        postponed ? null : "any",
        OVERRIDES.stream()
            .map(
                code ->
                    new Card.Coded(
                        code,
                        Canonical.codeSystem("override-reason"),
                        texts.of("override." + code, locale)))
            .toList(),
        List.of(new Card.Link(texts.of("card.link", locale), publicUrl.of("/launch"), "smart")));
  }

  /**
   * Says that the status could not be determined: silence would read as done.
   *
   * @param call the id of the call, by which feedback on the card is recognised
   */
  Card undetermined(UUID call, Locale locale) {
    return new Card(
        call.toString(),
        texts.of("card.undetermined.summary", locale),
        texts.of("card.undetermined.detail", locale),
        "warning",
        source("kindcheck-status-unknown", locale),
        List.of(),
        null,
        List.of(),
        List.of());
  }

  private String detail(Recurrence recurrence, LocalDate today, Locale locale) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + texts.of("question." + recurrence.question().code(), locale) + "**\n");
    lines.add(texts.of("card.why", locale));
    recurrence.decisive(today).stream()
        .map(reason -> "- " + reasonTexts.onCard(reason, locale))
        .distinct()
        .forEach(lines::add);
    LocalDate until = recurrence.postponedUntil();
    if (recurrence.status() == Recurrence.Status.POSTPONED && until != null) {
      lines.add("\n" + texts.of("card.postponed", Map.of("until", until.toString()), locale));
    }
    lines.add("\n" + texts.of("card.never-blocks", locale));
    return String.join("\n", lines);
  }

  private Card.Source source(String topic, Locale locale) {
    return new Card.Source(
        "Kindcheck",
        publicUrl.of("/"),
        new Card.Coded(
            topic, Canonical.codeSystem("topic-card"), texts.of("topic." + topic, locale)));
  }

  private Card.Suggestion suggestion(
      String card, HookRequest request, Decision<Owner> owner, LocalDate today, Locale locale) {
    String label = texts.of("card.suggestion", locale);
    UUID id = UUID.nameUUIDFromBytes((card + " task").getBytes(UTF_8));
    return new Card.Suggestion(
        label,
        id.toString(),
        true,
        List.of(
            new Card.Action(
                "create", texts.of("card.task", locale), task(request, owner, today, locale))));
  }

  /**
   * A Task small enough to write by hand, which keeps FHIR's own parser out of the time that a
   * clinician waits. It is asked today; the due date itself may be a child's birthday, which no
   * card shows.
   */
  private String task(HookRequest request, Decision<Owner> owner, LocalDate today, Locale locale) {
    Map<String, Object> task = new LinkedHashMap<>();
    task.put("resourceType", "Task");
    task.put("status", "requested");
    task.put("intent", "order");
    task.put(
        "code",
        Map.of(
            "coding",
            List.of(Map.of("system", Canonical.codeSystem("task"), "code", "kindcheck"))));
    task.put("description", texts.of("card.task", locale));
    task.put("for", Map.of("reference", request.patientReference()));
    if (request.encounter() != null) {
      task.put("encounter", Map.of("reference", "Encounter/" + request.encounter()));
    }
    task.put("owner", owner(owner.outcome(), locale));
    task.put("restriction", Map.of("period", Map.of("end", today.toString())));
    return json.writeValueAsString(task);
  }

  private Map<String, Object> owner(Owner owner, Locale locale) {
    return owner instanceof Owner.Person person
        ? Map.of("reference", person.reference())
        : Map.of("display", reasonTexts.role(((Owner.Role) owner).role(), locale));
  }

  /** What the ledger keeps of a card: the rules, without their facts. */
  static List<String> rules(Decision<?> decision) {
    return decision.reasons().stream().map(Reason::rule).distinct().toList();
  }
}
