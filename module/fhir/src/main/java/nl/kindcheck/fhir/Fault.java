package nl.kindcheck.fhir;

import java.util.Map;

/**
 * What is wrong with something that was sent, and where.
 *
 * @param expression the place as FHIRPath, for instance {@code
 *     QuestionnaireResponse.item[3].item[1].answer[0].value}
 * @param code stable, for instance {@code response.unknown-code}; texts are found by it
 * @param facts what the text needs, by name; never what was typed
 */
public record Fault(String expression, String code, Map<String, String> facts) {

  public Fault {
    facts = Map.copyOf(facts);
  }
}
