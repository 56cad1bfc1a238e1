package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.util.List;
import nl.kindcheck.core.family.Coded;

/**
 * What a recorded Kindcheck is worth, and what it lacks.
 *
 * @param outcome the outcome in effect: "no children" against a named child is {@code UNCLEAR}
 * @param missing empty unless the standing is {@code INCOMPLETE}
 */
public record Completeness(Standing standing, Outcome outcome, List<Missing> missing)
    implements Serializable {

  public Completeness {
    missing = List.copyOf(missing);
  }

  /** The rule ids of the reasons. */
  enum Rule implements Coded {
    COMPLETE,
    CONSIDERED,
    MISSING,
    NO_CHILDREN_DISPUTED
  }
}
