package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.policy.Moment;

/**
 * Something in the patient's care that asks for a Kindcheck.
 *
 * @param reference what it is in the EPD, for instance {@code Encounter/12}, or {@code family/} and
 *     the day where it was told in a conversation; an event with the same kind and reference is the
 *     same event
 */
public record CareEvent(Kind kind, LocalDate on, String reference) implements Serializable {

  /** The kinds, the most urgent first. */
  public enum Kind implements Coded {
    CRISIS,
    ADMISSION,
    EXPECTED_BIRTH_PASSED,
    PREGNANCY,
    HOUSEHOLD_CHANGE,
    INTAKE,
    RE_ENTRY,
    DISCHARGE,
    EVALUATION;

    /** The event that a moment of care is; treatment, unmapped and none are not events. */
    public static Optional<Kind> of(Moment moment) {
      return Optional.ofNullable(
          switch (moment) {
            case CRISIS -> CRISIS;
            case ADMISSION -> ADMISSION;
            case INTAKE -> INTAKE;
            case DISCHARGE -> DISCHARGE;
            case EVALUATION -> EVALUATION;
            case TREATMENT, UNMAPPED, NONE -> null;
          });
    }

    /** Crisis and admission: the children's whereabouts are asked the same day. */
    public boolean urgent() {
      return this == CRISIS || this == ADMISSION;
    }
  }
}
