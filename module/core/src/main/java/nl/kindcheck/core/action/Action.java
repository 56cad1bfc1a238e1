package nl.kindcheck.core.action;

import java.io.Serializable;
import java.util.List;
import nl.kindcheck.core.family.ChildId;
import org.jspecify.annotations.Nullable;

/**
 * One suggestion, which a person may take, change or leave.
 *
 * @param children the children it is about, in the order of the family; empty where it is about the
 *     family as a whole
 */
public record Action(ActionCode kind, List<ChildId> children) implements Serializable {

  public Action {
    children = List.copyOf(children);
  }

  /** As published, and as in the key of its text: {@code action.<code>}. */
  public String code() {
    return kind.code();
  }

  /** The code of its reason; the text that says why is {@code <reason>.why}. */
  public String reason() {
    return ActionCatalogue.rule(kind);
  }

  public String source() {
    return kind.source();
  }

  public Step step() {
    return kind.step();
  }

  public Means means() {
    return kind.means();
  }

  public @Nullable String guideTopic() {
    return kind.guideTopic();
  }
}
