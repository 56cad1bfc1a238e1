package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a rule decided as it did. The same object is what a card says, what an officer reads and what
 * a test asserts.
 *
 * @param rule the rule's id, stable, for instance {@code recurrence.interval}; texts are found by
 *     it
 * @param facts the facts used, in the order of their names, so that the same decision always reads
 *     the same; dates as ISO 8601, codes as published
 * @param source the requirement or fact that the rule rests on
 * @param policyVersion the version of the policy that was applied
 */
public record Reason(String rule, Map<String, String> facts, String source, String policyVersion)
    implements Serializable {

  public Reason {
    facts =
        facts.size() < 2 ? Map.copyOf(facts) : Collections.unmodifiableMap(new TreeMap<>(facts));
  }
}
