package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.util.List;

/**
 * What a rule decided, and why.
 *
 * @param reasons never empty; the one that decided comes first
 */
public record Decision<T>(T outcome, List<Reason> reasons) implements Serializable {

  public Decision {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("A decision carries its reasons.");
    }
  }

  public static <T> Decision<T> of(T outcome, Reason... reasons) {
    return new Decision<>(outcome, List.of(reasons));
  }
}
