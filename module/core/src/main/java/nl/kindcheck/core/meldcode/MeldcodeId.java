package nl.kindcheck.core.meldcode;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** One Meldcode record. */
public record MeldcodeId(UUID value) implements Serializable {

  public MeldcodeId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
