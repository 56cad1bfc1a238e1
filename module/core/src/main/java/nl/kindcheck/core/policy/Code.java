package nl.kindcheck.core.policy;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A code as an EPD uses it.
 *
 * @param system the code system's URI; null in a rule matches any system
 */
public record Code(@Nullable String system, String code) implements Serializable {

  /** Whether this code, taken from a rule, covers a code of the record. */
  public boolean covers(Code other) {
    return code.equals(other.code) && (system == null || Objects.equals(system, other.system));
  }
}
