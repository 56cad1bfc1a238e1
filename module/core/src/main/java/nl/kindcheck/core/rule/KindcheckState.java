package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Pregnancy;
import org.jspecify.annotations.Nullable;

/**
 * All that the recurrence, the gate and the owner need to know of one family, in one small value:
 * the projection that is kept beside the statements, so that a hook reads one row.
 *
 * @param events what asks for a Kindcheck, those that a complete check already met left out
 * @param lastComplete the last complete check; null where there is none
 * @param since the checks after it, none of them complete, oldest first
 */
public record KindcheckState(
    Care care,
    List<CareEvent> events,
    List<ChildInShort> children,
    @Nullable Pregnancy pregnancy,
    @Nullable Check lastComplete,
    List<Check> since)
    implements Serializable {

  public KindcheckState {
    events = List.copyOf(events);
    children = List.copyOf(children);
    since = List.copyOf(since);
  }

  /**
   * @param birth null where unknown
   */
  public record ChildInShort(ChildId id, @Nullable PartialDate birth, boolean died)
      implements Serializable {

    /** Whether the child is asked about on a day: living, and not certainly an adult. */
    public boolean askedAboutOn(LocalDate day) {
      return !died && (birth == null || birth.lastDay().plusYears(Child.ADULT).isAfter(day));
    }
  }

  /** Of a patient of whom nothing is known yet. */
  public static final KindcheckState EMPTY =
      new KindcheckState(Care.NOT_KNOWN, List.of(), List.of(), null, null, List.of());

  /**
   * Folds what is known into the state.
   *
   * @param events the events of care, in any order, each kind and reference once
   * @param checks every check in the version that is in force; those of one day in the order in
   *     which they were recorded
   */
  public static KindcheckState of(
      Family family, Care care, Collection<CareEvent> events, Collection<Check> checks) {
    Check last = null;
    List<Check> since = new ArrayList<>();
    for (Check check : checks.stream().sorted(Comparator.comparing(Check::on)).toList()) {
      if (check.complete()) {
        last = check;
        since.clear();
      } else {
        since.add(check);
      }
    }
    Check lastComplete = last;
    List<CareEvent> all = new ArrayList<>(events);
    for (LocalDate day : family.householdChanges()) {
      all.add(new CareEvent(CareEvent.Kind.HOUSEHOLD_CHANGE, day, "family/" + day));
    }
    List<CareEvent> open =
        all.stream()
            .filter(e -> lastComplete == null || e.on().isAfter(lastComplete.on()))
            .distinct()
            .sorted(ORDER)
            .toList();
    List<ChildInShort> children =
        family.children().stream()
            .map(c -> new ChildInShort(c.id(), c.birth().orElse(null), c.died()))
            .toList();
    return new KindcheckState(
        care, open, children, family.pregnancy().orElse(null), lastComplete, since);
  }

  private static final Comparator<CareEvent> ORDER =
      Comparator.comparing(CareEvent::on)
          .thenComparing(CareEvent::kind)
          .thenComparing(CareEvent::reference);

  /**
   * The same family with one more event, or the same state where a complete check met it or it is
   * already there.
   */
  public KindcheckState with(CareEvent event) {
    if (events.contains(event)) {
      return this;
    }
    List<CareEvent> more = new ArrayList<>(events);
    more.removeIf(e -> e.kind() == event.kind() && e.reference().equals(event.reference()));
    if (lastComplete == null || event.on().isAfter(lastComplete.on())) {
      more.add(event);
    }
    more.sort(ORDER);
    return new KindcheckState(care, more, children, pregnancy, lastComplete, since);
  }

  /** The same family without an event that turned out not to have happened. */
  public KindcheckState without(String reference) {
    List<CareEvent> fewer = events.stream().filter(e -> !e.reference().equals(reference)).toList();
    return new KindcheckState(care, fewer, children, pregnancy, lastComplete, since);
  }

  public KindcheckState with(Care newCare) {
    return new KindcheckState(newCare, events, children, pregnancy, lastComplete, since);
  }

  /**
   * The last decline or "not applicable" since the last complete check; null where there is none.
   */
  public @Nullable Check lastDecline() {
    Check found = null;
    for (Check check : since) {
      found = check.declines() ? check : found;
    }
    return found;
  }

  /** How many postponements stand at the end of the checks, one after the other. */
  public int postponementsInARow() {
    int count = 0;
    for (Check check : since) {
      count = check.postpones() ? count + 1 : check.declines() ? 0 : count;
    }
    return count;
  }

  /**
   * The postponement in force: the last considered check where that is a postponement; null
   * otherwise.
   */
  public @Nullable Check postponement() {
    Check found = null;
    for (Check check : since) {
      found = check.standing() == Standing.CONSIDERED ? check : found;
    }
    return found != null && found.postpones() ? found : null;
  }
}
