package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.util.Map;

/**
 * Something in a conversation that cannot be true, or may not be recorded.
 *
 * @param path where it stands in the response, as a FHIRPath expression
 * @param code stable, for instance {@code plausibility.born-after-today}; texts are found by it
 * @param facts what the text needs, by name; dates as ISO 8601
 */
public record Implausible(String path, String code, Map<String, String> facts)
    implements Serializable {

  public Implausible {
    facts = Map.copyOf(facts);
  }
}
