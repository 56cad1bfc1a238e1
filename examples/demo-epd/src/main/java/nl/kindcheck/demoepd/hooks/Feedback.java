package nl.kindcheck.demoepd.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of CDS Hooks feedback: what became of cards. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Feedback(List<Item> feedback) {

  /** What became of one card. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      String card,
      String outcome,
      @Nullable List<Accepted> acceptedSuggestions,
      @Nullable Overridden overrideReason,
      String outcomeTimestamp) {}

  /** A suggestion that was accepted. */
  record Accepted(String id) {}

  /** Why a card was put aside. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Overridden(Card.@Nullable Reason reason, @Nullable String userComment) {}

  static Feedback accepted(String card, String suggestion, String when) {
    return of(new Item(card, "accepted", List.of(new Accepted(suggestion)), null, when));
  }

  static Feedback overridden(
      String card, Card.@Nullable Reason reason, @Nullable String comment, String when) {
    return of(new Item(card, "overridden", null, new Overridden(reason, comment), when));
  }

  private static Feedback of(Item item) {
    return new Feedback(List.of(item));
  }
}
