package nl.kindcheck.demoepd.hooks;

import static nl.kindcheck.demoepd.service.ServiceCalls.JSON;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.kindcheck.demoepd.clock.DemoClock;
import nl.kindcheck.demoepd.service.Reply;
import nl.kindcheck.demoepd.service.ServiceCalls;
import nl.kindcheck.demoepd.service.ServiceCalls.Patience;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Handles a card: accepted or put aside with a reason. What the user decided stands here, whether
 * or not the service can be told; Kindcheck keeps its own ledger and does not rely on feedback.
 */
@Component
public class CardDesk {

  private static final String PATH = "/cds-services/kindcheck/feedback";

  private final CardTray tray;
  private final SuggestedTasks tasks;
  private final ServiceCalls service;
  private final DemoClock clock;
  private final JsonMapper json;

  CardDesk(
      CardTray tray, SuggestedTasks tasks, ServiceCalls service, DemoClock clock, JsonMapper json) {
    this.tray = tray;
    this.tasks = tasks;
    this.service = service;
    this.clock = clock;
    this.json = json;
  }

  /**
   * A card that was handled.
   *
   * @param page where it is shown
   * @param advice for that page, without asking the service again
   * @param told whether the service took the feedback
   */
  public record Handled(String page, Advice advice, boolean told) {}

  /** Accepts a suggestion: makes its tasks. Empty where the card is no longer at hand. */
  public Optional<Handled> accept(String patient, String cardId, String suggestion, Locale locale) {
    Optional<ShownCard> found = tray.find(patient, cardId);
    Optional<Card.Suggestion> accepted =
        found.stream()
            .flatMap(card -> card.card().suggestions().stream())
            .filter(one -> suggestion.equals(one.uuid()))
            .findFirst();
    if (found.isEmpty() || accepted.isEmpty()) {
      return Optional.empty();
    }
    if (found.get().handled() == null) {
      tasks.create(patient, accepted.get());
    }
    return Optional.of(
        handled(
            found.get().handled("card.handled.accepted"),
            Feedback.accepted(cardId, suggestion, now()),
            locale));
  }

  /** Puts a card aside for a reason that the card itself offered. */
  public Optional<Handled> override(
      String patient, String cardId, String code, @Nullable String comment, Locale locale) {
    Optional<ShownCard> found = tray.find(patient, cardId);
    Optional<Card.Reason> reason =
        found.stream()
            .flatMap(card -> card.card().overrideReasons().stream())
            .filter(one -> one.code().equals(code))
            .findFirst();
    if (found.isEmpty() || reason.isEmpty()) {
      return Optional.empty();
    }
    String words = comment == null || comment.isBlank() ? null : comment.strip();
    return Optional.of(
        handled(
            found.get().handled("card.handled.overridden"),
            Feedback.overridden(cardId, reason.get(), words, now()),
            locale));
  }

  private Handled handled(ShownCard card, Feedback feedback, Locale locale) {
    List<ShownCard> cards = tray.replace(card);
    Reply<String> told =
        service.post(PATH, JSON, json.writeValueAsString(feedback), Patience.OPERATION, locale);
    return new Handled(
        card.page(), new Advice.Given(cards), told instanceof Reply.Answered<String>);
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
