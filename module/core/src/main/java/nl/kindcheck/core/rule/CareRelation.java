package nl.kindcheck.core.rule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.kindcheck.core.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has a care relation with a patient, by what the EPD told. Not knowing is no
 * relation: whoever has none opens the record from the EPD, or in an emergency.
 *
 * <p>A relation is either of two: somebody saw the patient, no longer ago than the policy says; or
 * somebody manages care that is open, of which we heard no longer ago than that, or that ended no
 * longer ago than that.
 */
public final class CareRelation {

  private static final String SOURCE = "NEN 7513";

  private final String practitioner;
  private final Policy policy;
  private final LocalDate today;
  private final LocalDate since;

  private CareRelation(String practitioner, Policy policy, LocalDate today) {
    this.practitioner = practitioner;
    this.policy = policy;
    this.today = today;
    this.since = today.minusDays(policy.access().careRelationDays());
  }

  /**
   * Decides.
   *
   * @param practitioner who somebody is in the EPD, as a reference; null where nobody knows
   * @param told what the EPD told, the oldest first
   * @return whether there is a relation, with the encounter or the care and its day as the reason
   */
  public static Decision<Boolean> decide(
      @Nullable String practitioner, List<CareTold> told, Policy policy, LocalDate today) {
    if (practitioner == null) {
      return Decision.of(
          false, new Reason("relation.not-known-in-epd", Map.of(), SOURCE, policy.version()));
    }
    return new CareRelation(practitioner, policy, today).decide(told);
  }

  private Decision<Boolean> decide(List<CareTold> told) {
    Optional<Reason> contact = contact(told);
    Optional<Reason> managing = managing(told);
    Optional<Reason> holds =
        Optional.<Reason>empty()
            .or(() -> contact.filter(CareRelation::holds))
            .or(() -> managing.filter(CareRelation::holds));
    if (holds.isPresent()) {
      return Decision.of(true, holds.get());
    }
    return Decision.of(
        false, contact.or(() -> managing).orElseGet(() -> reason("relation.none", Map.of())));
  }

  private static boolean holds(Reason reason) {
    return !reason.rule().endsWith("-past");
  }

  /** Their last contact with the patient; empty where there was none. */
  private Optional<Reason> contact(List<CareTold> told) {
    Map<String, CareTold> last = new HashMap<>();
    told.stream().filter(t -> t.on() != null).forEach(t -> last.put(t.reference(), t));
    CareTold latest = null;
    for (CareTold one : last.values()) {
      boolean theirs = one.counts() && practitioner.equals(one.performer());
      if (theirs && (latest == null || later(one, latest))) {
        latest = one;
      }
    }
    if (latest == null || latest.on() == null) {
      return Optional.empty();
    }
    LocalDate day = latest.on();
    String rule = day.isBefore(since) ? "relation.contact-past" : "relation.contact";
    return Optional.of(
        reason(rule, Map.of("encounter", latest.reference(), "day", day.toString())));
  }

  /** By day, and of one day by name, so that the same facts always give the same reason. */
  private static boolean later(CareTold one, CareTold other) {
    int days = Objects.requireNonNull(one.on()).compareTo(Objects.requireNonNull(other.on()));
    return days > 0 || (days == 0 && one.reference().compareTo(other.reference()) > 0);
  }

  /** Their management of the care; empty where they never had it. */
  private Optional<Reason> managing(List<CareTold> told) {
    boolean theirs = false;
    boolean open = false;
    LocalDate changed = null;
    LocalDate heard = null;
    for (CareTold one : told) {
      heard = heard == null || one.toldOn().isAfter(heard) ? one.toldOn() : heard;
      Care care = one.care();
      if (care == null) {
        continue;
      }
      boolean now = one.careManager() == null ? theirs : practitioner.equals(one.careManager());
      boolean openNow = isOpen(care);
      if (now != theirs || openNow != open) {
        // What ended stays ended on the day on which it did.
        changed = theirs && open || now && openNow ? one.toldOn() : changed;
      }
      theirs = now;
      open = openNow;
    }
    if (changed == null || heard == null) {
      return Optional.empty();
    }
    boolean lasts = theirs && open;
    LocalDate day = lasts ? heard : changed;
    boolean past = day.isBefore(since);
    String manages = past ? "relation.manages-past" : "relation.manages";
    String managed = past ? "relation.managed-past" : "relation.managed";
    return Optional.of(reason(lasts ? manages : managed, Map.of("day", day.toString())));
  }

  private static boolean isOpen(Care care) {
    return care.patientDied() == null
        && (care.status() == Care.Status.OPEN || care.status() == Care.Status.WAITING);
  }

  private Reason reason(String rule, Map<String, String> facts) {
    Map<String, String> all = new HashMap<>(facts);
    all.put("days", Integer.toString(policy.access().careRelationDays()));
    all.put("today", today.toString());
    return new Reason(rule, all, SOURCE, policy.version());
  }
}
