package nl.kindcheck.core.family;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** One recorded Kindcheck, whatever its version. */
public record ResponseId(UUID value) implements Serializable {

  public ResponseId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
