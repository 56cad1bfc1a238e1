package nl.kindcheck.core.meldcode;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.ResponseId;

/**
 * One Meldcode record: the fold of its entries, in the order in which they were recorded. Every
 * entry stays in it; where something was recorded twice, the last one is in force and the earlier
 * ones stand beside it.
 */
public final class MeldcodeRecord implements Serializable {

  private static final long serialVersionUID = 1L;

  private final MeldcodeId id;
  private final List<MeldcodeEntry> entries;

  private MeldcodeRecord(MeldcodeId id, List<MeldcodeEntry> entries) {
    this.id = id;
    this.entries = entries;
  }

  /**
   * Folds entries.
   *
   * @throws IllegalArgumentException where the first one does not open the record
   */
  public static MeldcodeRecord of(MeldcodeId id, List<MeldcodeEntry> entries) {
    if (entries.isEmpty() || !(entries.get(0).event() instanceof MeldcodeEvent.Opened)) {
      throw new IllegalArgumentException("A Meldcode record begins with its opening.");
    }
    return new MeldcodeRecord(id, List.copyOf(entries));
  }

  public MeldcodeId id() {
    return id;
  }

  /** All that was recorded, in order. Nothing ever leaves it. */
  public List<MeldcodeEntry> entries() {
    return entries;
  }

  /** How many entries it has; grows with every one. */
  public int version() {
    return entries.size();
  }

  /**
   * The record as it was when it had fewer entries.
   *
   * @param version from 1 to the present version; outside it the nearest of the two
   */
  public MeldcodeRecord at(int version) {
    int end = Math.max(1, Math.min(version, entries.size()));
    return end == entries.size()
        ? this
        : new MeldcodeRecord(id, List.copyOf(entries.subList(0, end)));
  }

  public MeldcodeEntry opening() {
    return entries.get(0);
  }

  /** The children it was opened about; empty where it is about others of the family. */
  public Set<ChildId> children() {
    Set<ChildId> children = new LinkedHashSet<>();
    for (MeldcodeEvent.Opened opened : all(MeldcodeEvent.Opened.class)) {
      children.addAll(opened.children());
    }
    return children;
  }

  /** Whom else it was opened about: the whole family where nobody else was named. */
  public Set<Also> also() {
    Set<Also> also = new LinkedHashSet<>();
    for (MeldcodeEvent.Opened opened : all(MeldcodeEvent.Opened.class)) {
      also.addAll(opened.also());
    }
    return also.isEmpty() && children().isEmpty() ? Set.of(Also.WHOLE_FAMILY) : also;
  }

  /** The Kindchecks from which it was opened. */
  public Set<ResponseId> kindchecks() {
    Set<ResponseId> kindchecks = new LinkedHashSet<>();
    for (MeldcodeEvent.Opened opened : all(MeldcodeEvent.Opened.class)) {
      if (opened.kindcheck() != null) {
        kindchecks.add(opened.kindcheck());
      }
    }
    return kindchecks;
  }

  /** The entry that closed it; empty while it is open. */
  public Optional<MeldcodeEntry> closed() {
    return last(e -> e instanceof MeldcodeEvent.Closed || e instanceof MeldcodeEvent.Reopened)
        .filter(entry -> entry.event() instanceof MeldcodeEvent.Closed);
  }

  public boolean isClosed() {
    return closed().isPresent();
  }

  /**
   * The entry that says how it stands with acute danger: noted or over, or else the answer that
   * there was none; empty where nobody said.
   */
  public Optional<MeldcodeEntry> aboutDanger() {
    return lastOnDanger().or(() -> last(MeldcodeEvent.NoAcuteDanger.class::isInstance));
  }

  /** The entry that noted acute danger; empty where there is none, or where it is over. */
  public Optional<MeldcodeEntry> acuteDanger() {
    return lastOnDanger().filter(entry -> entry.event() instanceof MeldcodeEvent.AcuteDangerNoted);
  }

  private Optional<MeldcodeEntry> lastOnDanger() {
    return last(
        e ->
            e instanceof MeldcodeEvent.AcuteDangerNoted
                || e instanceof MeldcodeEvent.AcuteDangerOver);
  }

  /** Whether it stays out of any patient portal: yes, until somebody says otherwise. */
  public boolean isShielded() {
    List<MeldcodeEvent.ShieldingSet> set = all(MeldcodeEvent.ShieldingSet.class);
    return set.isEmpty() || set.get(set.size() - 1).shielded();
  }

  /**
   * The entry that says that the suspicion proved unfounded; empty where none does, or where the
   * record or a step was begun again, or a signal or acute danger noted, after it.
   */
  public Optional<MeldcodeEntry> unfounded() {
    return last(e -> e instanceof MeldcodeEvent.SuspicionUnfounded || raisesSuspicion(e))
        .filter(entry -> entry.event() instanceof MeldcodeEvent.SuspicionUnfounded);
  }

  private static boolean raisesSuspicion(MeldcodeEvent event) {
    return event instanceof MeldcodeEvent.SignalNoted
        || event instanceof MeldcodeEvent.AcuteDangerNoted
        || event instanceof MeldcodeEvent.Reopened
        || event instanceof MeldcodeEvent.StepReopened;
  }

  /** How a step stands. */
  public StepStanding standing(Step step) {
    StepState state = StepState.NOT_STARTED;
    boolean added = false;
    for (MeldcodeEntry entry : in(step)) {
      if (entry.event() instanceof MeldcodeEvent.StepClosed) {
        state = StepState.DONE;
        added = false;
      } else if (state != StepState.DONE || entry.event() instanceof MeldcodeEvent.StepReopened) {
        state = StepState.OPEN;
        added = false;
      } else {
        added = true;
      }
    }
    return new StepStanding(step, state, added);
  }

  /** What was recorded in a step, in order. */
  public List<MeldcodeEntry> in(Step step) {
    return entries.stream()
        .filter(entry -> entry.event().step().filter(step::equals).isPresent())
        .toList();
  }

  /** The last answer to a question of the weighing. */
  public Optional<MeldcodeEvent.Weighed> weighed(Weighing question) {
    return lastOf(MeldcodeEvent.Weighed.class, w -> w.question() == question);
  }

  /** Decision A as it stands: is reporting necessary. */
  public Optional<MeldcodeEvent.ReportingDecided> reporting() {
    return lastOf(MeldcodeEvent.ReportingDecided.class, d -> true);
  }

  /** Decision B as it stands: is giving or organising help (also) possible. */
  public Optional<MeldcodeEvent.SupportDecided> support() {
    return lastOf(MeldcodeEvent.SupportDecided.class, d -> true);
  }

  /** What was last written under a heading of step 5. */
  public Optional<MeldcodeEvent.AccountGiven> account(Account item) {
    return lastOf(MeldcodeEvent.AccountGiven.class, a -> a.item() == item);
  }

  /** The events of one kind, in order. */
  public <E extends MeldcodeEvent> List<E> all(Class<E> kind) {
    return entries.stream()
        .map(MeldcodeEntry::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private <E extends MeldcodeEvent> Optional<E> lastOf(Class<E> kind, Predicate<E> which) {
    return all(kind).stream().filter(which).reduce((earlier, later) -> later);
  }

  private Optional<MeldcodeEntry> last(Predicate<MeldcodeEvent> which) {
    return entries.stream()
        .filter(entry -> which.test(entry.event()))
        .reduce((earlier, later) -> later);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MeldcodeRecord record
        && id.equals(record.id)
        && entries.equals(record.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}
