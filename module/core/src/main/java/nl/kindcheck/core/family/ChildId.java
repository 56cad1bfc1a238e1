package nl.kindcheck.core.family;

import java.util.Objects;
import java.util.UUID;

/** A child as known in one patient's record. */
public record ChildId(UUID value) {

  public ChildId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
