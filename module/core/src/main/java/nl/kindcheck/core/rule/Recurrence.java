package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.family.Coded;
import org.jspecify.annotations.Nullable;

/**
 * When the next Kindcheck is due.
 *
 * @param status how that stands on the day asked about; computed, never stored
 * @param due the due date; null exactly where the recurrence is paused or stopped
 * @param postponedUntil the day to which it was postponed, at most the policy's longest away; never
 *     moves {@code due}; may lie in the past; null where it is not postponed
 * @param question the question to begin with
 * @param candidates every date that was weighed, the earliest first; the first one is {@code due}
 */
public record Recurrence(
    Status status,
    @Nullable LocalDate due,
    @Nullable LocalDate postponedUntil,
    FirstQuestion question,
    List<Candidate> candidates)
    implements Serializable {

  public Recurrence {
    candidates = List.copyOf(candidates);
  }

  /**
   * Why it is due when it is: the candidates that have come, and before that day the first ones.
   */
  public List<Reason> decisive(LocalDate today) {
    return candidates.stream()
        .filter(c -> !c.on().isAfter(today) || c.on().equals(due))
        .map(Candidate::reason)
        .distinct()
        .toList();
  }

  /** How the next Kindcheck stands on a day. */
  public enum Status implements Coded {
    NOT_DUE,
    DUE,
    OVERDUE,
    /** Due, and postponed to a day that has not come. */
    POSTPONED,
    /** Neither care nor waiting is open. */
    PAUSED,
    /** The patient died. */
    STOPPED;

    /** Whether somebody should be asked now. */
    public boolean asksNow() {
      return this == DUE || this == OVERDUE;
    }
  }

  /** The question that the conversation begins with. */
  public enum FirstQuestion implements Coded {
    HOW_ARE_THE_CHILDREN,
    /** At a crisis or an admission. */
    WHERE_ARE_THE_CHILDREN_NOW,
    /** Past an expected date of birth: neutral, whatever happened. */
    WHAT_IS_THE_SITUATION_NOW
  }

  /** A date on which a Kindcheck is asked for, and why. */
  public record Candidate(LocalDate on, Reason reason, boolean urgent) implements Serializable {}
}
