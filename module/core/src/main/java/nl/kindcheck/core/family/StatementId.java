package nl.kindcheck.core.family;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** One statement. */
public record StatementId(UUID value) implements Serializable {

  public StatementId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
