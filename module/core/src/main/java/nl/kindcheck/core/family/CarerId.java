package nl.kindcheck.core.family;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Another carer of the children. */
public record CarerId(UUID value) implements Serializable {

  public CarerId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
