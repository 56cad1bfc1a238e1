package nl.kindcheck.demoepd.hooks;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A CDS Hooks 2.0.1 card, as the service sent it. Lists may be left out by the sender and are then
 * empty here.
 */
public record Card(
    @Nullable String uuid,
    String summary,
    @Nullable String detail,
    String indicator,
    Source source,
    List<Suggestion> suggestions,
    List<Reason> overrideReasons,
    List<Link> links) {

  /** A card without these says nothing: the whole answer then counts as unreadable. */
  public Card {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(source, "source");
    suggestions = orNone(suggestions);
    overrideReasons = orNone(overrideReasons);
    links = orNone(links);
  }

  /** Who says it. */
  public record Source(String label, @Nullable String url, @Nullable Reason topic) {}

  /** What the user may accept in one step. */
  public record Suggestion(String label, @Nullable String uuid, List<Action> actions) {

    public Suggestion {
      Objects.requireNonNull(label, "label");
      actions = orNone(actions);
    }
  }

  /** One action of a suggestion. */
  public record Action(String type, @Nullable String description, @Nullable JsonNode resource) {}

  /** A coding: a reason to override, or a topic. */
  public record Reason(String code, @Nullable String system, @Nullable String display) {

    public String label() {
      return display == null ? code : display;
    }
  }

  /** A page or an app to open. */
  public record Link(String label, String url, String type) {}

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
