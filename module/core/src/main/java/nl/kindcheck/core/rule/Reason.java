package nl.kindcheck.core.rule;

import java.util.Map;

/**
 * Why a rule decided as it did. The same object is what a card says, what an officer reads and what
 * a test asserts.
 *
 * @param rule the rule's id, stable, for instance {@code recurrence.interval}; texts are found by
 *     it
 * @param facts the facts used, by name; dates as ISO 8601, codes as published
 * @param source the requirement or fact that the rule rests on
 * @param policyVersion the version of the policy that was applied
 */
public record Reason(String rule, Map<String, String> facts, String source, String policyVersion) {

  public Reason {
    facts = Map.copyOf(facts);
  }
}
