package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import nl.kindcheck.core.family.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Whether the patient is in care or waits for it. The recurrence runs while care or waiting is open
 * and pauses without it.
 *
 * @param since the day on which care or waiting opened after there was none; null where the EPD
 *     does not say
 * @param patientDied the day the patient died, or the day it became known; null while alive
 */
public record Care(Status status, @Nullable LocalDate since, @Nullable LocalDate patientDied)
    implements Serializable {

  /** {@code UNKNOWN} counts as open: not knowing must never stop the question. */
  public enum Status implements Coded {
    OPEN,
    WAITING,
    CLOSED,
    UNKNOWN
  }

  public static final Care NOT_KNOWN = new Care(Status.UNKNOWN, null, null);

  /**
   * The care while an encounter goes on: whoever is being seen is in care, whatever the episodes
   * say. In a crisis the record is often behind.
   *
   * @param on the day of the encounter
   */
  public Care duringEncounter(LocalDate on) {
    return status == Status.CLOSED ? new Care(Status.OPEN, on, patientDied) : this;
  }
}
