package nl.kindcheck.service.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Statement;

/**
 * A child as it is known, to be confirmed.
 *
 * @param field of the answer about this child
 */
public record KnownChild(String field, String label, List<Fact> facts) {

  /**
   * One known fact.
   *
   * @param ask the question that it answers
   * @param choice the key of the answer; empty where it was typed
   * @param text as it was typed; empty where it was chosen
   */
  public record Fact(String ask, String choice, String text) {}

  static KnownChild of(Child child) {
    List<Fact> facts = new ArrayList<>();
    child.birth().ifPresent(b -> facts.add(typed("birth", TypedDate.write(b))));
    child.relation().ifPresent(r -> facts.add(chosen("relation", r)));
    child.residence().ifPresent(l -> facts.add(chosen("residence", l.residence())));
    child.custody().ifPresent(c -> facts.add(chosen("custody", c)));
    child.contact().ifPresent(c -> facts.add(chosen("contact", c)));
    last(child, Claim.OverAdapts.class)
        .ifPresent(c -> facts.add(chosen("over-adaptation", c.overAdaptation())));
    last(child, Claim.WasTold.class)
        .ifPresent(c -> facts.add(chosen("illness-explained", c.illnessExplained())));
    return new KnownChild("wellbeing-" + child.id(), child.label().orElse(""), facts);
  }

  private static <C extends Claim> Optional<C> last(Child child, Class<C> type) {
    C found = null;
    for (Statement s : child.statements()) {
      found = type.isInstance(s.claim()) ? type.cast(s.claim()) : found;
    }
    return Optional.ofNullable(found);
  }

  private static Fact typed(String name, String text) {
    return new Fact("ask.children." + name, "", text);
  }

  private static Fact chosen(String name, Coded word) {
    return new Fact("ask.children." + name, "choice." + name + "." + word.code(), "");
  }
}
