package nl.kindcheck.core.family;

import java.util.Objects;
import java.util.UUID;

/** One statement. */
public record StatementId(UUID value) {

  public StatementId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
