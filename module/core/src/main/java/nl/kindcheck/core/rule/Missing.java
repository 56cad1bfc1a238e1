package nl.kindcheck.core.rule;

import java.io.Serializable;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Something a Kindcheck still lacks.
 *
 * @param child the child it is about; null where it is about the whole
 */
public record Missing(Item item, @Nullable ChildId child) implements Serializable {

  /** What can be lacking. */
  public enum Item implements Coded {
    OUTCOME,
    UNCLEAR_BECAUSE,
    REASON,
    /** The day to which it is postponed, after the day of the conversation. */
    POSTPONED_UNTIL,
    CHILDREN,
    /** A child was named before, and "no children" leaves open which of the two is right. */
    NO_CHILDREN_AGAINST_NAMED_CHILD,
    LABEL,
    BIRTH,
    RELATION,
    RESIDENCE,
    WELLBEING,
    OVER_ADAPTATION,
    ILLNESS_EXPLAINED,
    OTHER_CARERS,
    PREGNANCY,
    PARTNER_CHILDREN,
    DISCUSSED,
    GUT_FEELING
  }
}
