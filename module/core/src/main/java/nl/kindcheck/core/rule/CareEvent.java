package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
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
    EVALUATION,
    /** Somebody outside the conversation says that this parent needs a Kindcheck. */
    SIGNAL,
    /** It was agreed to talk again earlier than the rules would ask. */
    AGREED;

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

  private static final String SIGNAL = "signal/";
  private static final String AGREED = "agreed/";

  /** Who gave a signal, in general words: who it was stays with whoever spoke to them. */
  public enum SignalledBy implements Coded {
    YOUTH_CARE,
    COLLEAGUE,
    REFERRER,
    OTHER
  }

  /** The reference under which a signal is kept; the same signal has the same one. */
  public static String signalReference(SignalledBy by, UUID signal) {
    return SIGNAL + by.code() + "/" + signal;
  }

  /** The signal that a reference stands for; empty where it stands for something else. */
  public static Optional<CareEvent> signal(String reference, LocalDate on) {
    return reference.startsWith(SIGNAL)
        ? Optional.of(new CareEvent(Kind.SIGNAL, on, reference))
        : Optional.empty();
  }

  /** Who gave this signal; {@code OTHER} where the reference does not say. */
  public SignalledBy signalledBy() {
    for (SignalledBy by : SignalledBy.values()) {
      if (reference.startsWith(SIGNAL + by.code() + "/")) {
        return by;
      }
    }
    return SignalledBy.OTHER;
  }

  /**
   * The reference under which an agreement is kept.
   *
   * @param made the day on which it was made
   */
  public static String agreedReference(LocalDate made, UUID agreement) {
    return AGREED + made + "/" + agreement;
  }

  /** The agreement that a reference stands for; empty where it stands for something else. */
  public static Optional<CareEvent> agreed(String reference, LocalDate on) {
    return reference.startsWith(AGREED)
        ? Optional.of(new CareEvent(Kind.AGREED, on, reference))
        : Optional.empty();
  }

  /** The day on which this was agreed; its own day where the reference does not say. */
  public LocalDate made() {
    int end = reference.indexOf('/', AGREED.length());
    return reference.startsWith(AGREED) && end > 0
        ? LocalDate.parse(reference.substring(AGREED.length(), end))
        : on;
  }
}
