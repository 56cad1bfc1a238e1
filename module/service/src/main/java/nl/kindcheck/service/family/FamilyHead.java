package nl.kindcheck.service.family;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.kindcheck.core.rule.KindcheckState;
import org.jspecify.annotations.Nullable;

/**
 * A family's row: what a hook, the gate and the status need, read in one step.
 *
 * @param version 0 where nothing is recorded yet; one more with every change
 * @param intaker who does the intake, as a reference of the EPD; null where unknown
 * @param careManager the care manager; null where there is none
 * @param lastRecorded when something was last recorded
 */
public record FamilyHead(
    FamilyId id,
    String patient,
    long version,
    KindcheckState state,
    @Nullable String intaker,
    @Nullable String careManager,
    Instant lastRecorded) {

  static FamilyHead empty(FamilyId id, String patient) {
    return new FamilyHead(id, patient, 0, KindcheckState.EMPTY, null, null, Instant.EPOCH);
  }

  /**
   * The time to record at: now, and after all that was recorded before, so that the order of a
   * family's record is the order in which it was written, also where two instances' clocks differ a
   * little.
   */
  public Instant recordAt(Instant now) {
    Instant next = now.truncatedTo(ChronoUnit.MICROS);
    return next.isAfter(lastRecorded) ? next : lastRecorded.plus(1, ChronoUnit.MICROS);
  }

  FamilyHead next(Instant at) {
    return new FamilyHead(id, patient, version + 1, state, intaker, careManager, at);
  }
}
