package nl.kindcheck.service.cdshooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card as CDS Hooks 2.0.1 describes it. Empty fields are left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Card(
    String uuid,
    String summary,
    String detail,
    String indicator,
    Source source,
    List<Suggestion> suggestions,
    @Nullable String selectionBehavior,
    List<Coded> overrideReasons,
    List<Link> links) {

  /** The answer to a call. */
  record Cards(List<Card> cards) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Source(String label, @Nullable String url, Coded topic) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Coded(String code, String system, String display) {}

  record Suggestion(String label, String uuid, boolean isRecommended, List<Action> actions) {}

  /**
   * @param resource a FHIR resource, as JSON
   */
  record Action(String type, String description, @JsonRawValue String resource) {}

  record Link(String label, String url, String type) {}
}
