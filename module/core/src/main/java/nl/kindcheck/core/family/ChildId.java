package nl.kindcheck.core.family;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** A child as known in one patient's record. */
public record ChildId(UUID value) implements Serializable {

  public ChildId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
