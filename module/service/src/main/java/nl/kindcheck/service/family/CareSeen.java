package nl.kindcheck.service.family;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.CareEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen of a patient's care. The last one of a reference is in force.
 *
 * @param reference what it is in the EPD, or {@code care} for the care as a whole
 * @param moment what it means; null for the care as a whole, a signal and an agreement
 * @param on its day; null for the care as a whole
 * @param care the care as a whole; null for anything else
 * @param performer who does it, as a reference; null where unknown
 * @param careManager the care manager; null where there is none or it is not about the care as a
 *     whole
 */
public record CareSeen(
    String reference,
    @Nullable Moment moment,
    @Nullable LocalDate on,
    @Nullable String episode,
    @Nullable Care care,
    @Nullable String performer,
    @Nullable String careManager) {

  static final String CARE = "care";

  public static CareSeen encounter(
      String reference,
      Moment moment,
      LocalDate on,
      @Nullable String episode,
      @Nullable String performer) {
    return new CareSeen(reference, moment, on, episode, null, performer, null);
  }

  /** Somebody said that this parent needs a Kindcheck. */
  public static CareSeen signal(CareEvent.SignalledBy by, UUID signal, LocalDate on) {
    return new CareSeen(CareEvent.signalReference(by, signal), null, on, null, null, null, null);
  }

  /** It was agreed on a day to talk again on another. */
  public static CareSeen agreed(LocalDate made, UUID agreement, LocalDate on) {
    return new CareSeen(
        CareEvent.agreedReference(made, agreement), null, on, null, null, null, null);
  }

  public static CareSeen care(Care care, @Nullable String careManager) {
    return new CareSeen(CARE, null, null, null, care, null, careManager);
  }

  /** The event it is; null where it is none. */
  @Nullable CareEvent event() {
    if (on == null) {
      return null;
    }
    LocalDate day = on;
    if (moment == null) {
      return CareEvent.signal(reference, day)
          .or(() -> CareEvent.agreed(reference, day))
          .orElse(null);
    }
    return CareEvent.Kind.of(moment).map(kind -> new CareEvent(kind, day, reference)).orElse(null);
  }

  /** The head after this was seen; the same head where it tells nothing new. */
  FamilyHead applyTo(FamilyHead head) {
    if (care != null) {
      boolean same = care.equals(head.state().care());
      String manager = careManager == null ? head.careManager() : careManager;
      boolean sameManager = Objects.equals(manager, head.careManager());
      return same && sameManager
          ? head
          : new FamilyHead(
              head.id(),
              head.patient(),
              head.version(),
              head.state().with(care),
              head.intaker(),
              manager,
              head.lastRecorded());
    }
    CareEvent event = event();
    var state = head.state().without(reference);
    state = event == null ? state : state.with(event);
    boolean names = moment == Moment.INTAKE && performer != null;
    String intaker = names ? performer : head.intaker();
    return state.equals(head.state()) && Objects.equals(intaker, head.intaker())
        ? head
        : new FamilyHead(
            head.id(),
            head.patient(),
            head.version(),
            state,
            intaker,
            head.careManager(),
            head.lastRecorded());
  }
}
