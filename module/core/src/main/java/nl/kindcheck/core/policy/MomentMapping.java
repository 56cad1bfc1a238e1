package nl.kindcheck.core.policy;

import java.io.Serializable;
import nl.kindcheck.core.family.Coded;
import org.jspecify.annotations.Nullable;

/**
 * One line of the mapping from encounters to moments; the first line that fits decides.
 *
 * @param element where to look
 * @param code what to find there; null exactly where the element is {@code FIRST_OF_EPISODE}
 */
public record MomentMapping(Element element, @Nullable Code code, Moment moment)
    implements Serializable {

  /** The part of an Encounter that a line looks at. */
  public enum Element implements Coded {
    CLASS,
    TYPE,
    SERVICE_TYPE,
    FIRST_OF_EPISODE
  }
}
