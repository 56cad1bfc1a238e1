package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the EPD told of a patient's care, once. The last one of a reference is in force.
 *
 * @param reference the encounter, or {@link #CARE} for the care as a whole
 * @param on the day of the encounter; null for the care as a whole
 * @param counts whether the encounter is care at all: one that was cancelled is not
 * @param performer who saw the patient, as a reference; null where the EPD does not say
 * @param care the care as a whole; null for an encounter
 * @param careManager who manages the care, as a reference; null where the EPD does not say
 * @param toldOn the day on which we heard it
 */
public record CareTold(
    String reference,
    @Nullable LocalDate on,
    boolean counts,
    @Nullable String performer,
    @Nullable Care care,
    @Nullable String careManager,
    LocalDate toldOn)
    implements Serializable {

  /** The reference of the care as a whole. */
  public static final String CARE = "care";

  public static CareTold encounter(
      String reference, LocalDate on, boolean counts, @Nullable String performer, LocalDate told) {
    return new CareTold(reference, on, counts, performer, null, null, told);
  }

  public static CareTold care(Care care, @Nullable String careManager, LocalDate told) {
    return new CareTold(CARE, null, false, null, care, careManager, told);
  }
}
