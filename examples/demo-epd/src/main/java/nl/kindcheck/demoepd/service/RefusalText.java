package nl.kindcheck.demoepd.service;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the words for the user in a refusal: an OperationOutcome under {@code /fhir}, a problem
 * document elsewhere.
 */
@Component
class RefusalText {

  private final JsonMapper json;

  RefusalText(JsonMapper json) {
    this.json = json;
  }

  String of(int status, String body) {
    List<String> words = new ArrayList<>();
    try {
      JsonNode refusal = json.readTree(body);
      for (JsonNode issue : refusal.path("issue")) {
        add(words, first(issue.path("details").path("text"), issue.path("diagnostics")));
      }
      if (words.isEmpty()) {
        add(words, first(refusal.path("detail"), refusal.path("title")));
      }
    } catch (JacksonException e) {
      words.clear();
    }
    return words.isEmpty() ? "HTTP " + status : String.join(" ", words);
  }

  private static void add(List<String> words, @Nullable String text) {
    if (text != null) {
      words.add(text);
    }
  }

  private static @Nullable String first(JsonNode one, JsonNode other) {
    if (one.isString() && !one.stringValue().isBlank()) {
      return one.stringValue();
    }
    return other.isString() && !other.stringValue().isBlank() ? other.stringValue() : null;
  }
}
