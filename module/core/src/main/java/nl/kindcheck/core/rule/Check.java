package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import nl.kindcheck.core.family.ResponseId;
import org.jspecify.annotations.Nullable;

/**
 * One Kindcheck that was recorded, in short.
 *
 * @param on the day of the conversation
 * @param raisesAttention whether a concern was recorded or the gut feeling was not good
 * @param postponedUntil the day to which it was postponed; null for any other outcome
 */
public record Check(
    ResponseId id,
    LocalDate on,
    Outcome outcome,
    Standing standing,
    boolean raisesAttention,
    @Nullable LocalDate postponedUntil)
    implements Serializable {

  /** Whether it is a decline or a "not applicable" with all it needs. */
  public boolean declines() {
    return standing == Standing.CONSIDERED && outcome != Outcome.POSTPONED;
  }

  public boolean postpones() {
    return standing == Standing.CONSIDERED && outcome == Outcome.POSTPONED;
  }

  public boolean complete() {
    return standing == Standing.COMPLETE;
  }
}
