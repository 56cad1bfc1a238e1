package nl.kindcheck.service.careplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.platform.DomainClock;
import org.jspecify.annotations.Nullable;

/**
 * What a parent wants to do, or keep doing, as a parent (F9). It is in the parent's own words, is
 * never measured, and says nothing of how a child does. It stays open until a person closes it,
 * whoever else supports the family meanwhile (F15).
 *
 * @param patient the EPD's reference
 * @param version 1, 2, 3; each is kept
 * @param owner who works on it with the parent, as people there say it
 * @param lookBackOn the day on which it is looked at again
 * @param reason why it was stopped, or why the words were corrected; null where neither happened
 * @param author who recorded this version, as a reference of the EPD
 * @param at when this version was recorded
 * @param firstAt when the first one was
 */
public record ParentGoal(
    UUID id,
    String patient,
    int version,
    String words,
    String owner,
    LocalDate lookBackOn,
    Status status,
    @Nullable String reason,
    String author,
    Instant at,
    Instant firstAt) {

  /** How it stands with a goal. */
  public enum Status implements Coded {
    PROPOSED,
    ACTIVE,
    ACHIEVED,
    STOPPED;

    public boolean isOpen() {
      return this == PROPOSED || this == ACTIVE;
    }
  }

  /** The day of this version. */
  public LocalDate on() {
    return LocalDate.ofInstant(at, DomainClock.ZONE);
  }

  /** The day on which it was first recorded. */
  public LocalDate firstOn() {
    return LocalDate.ofInstant(firstAt, DomainClock.ZONE);
  }

  /** Whether this version says it already. A reason that was given before need not be repeated. */
  boolean says(ParentGoals.Said said) {
    return words.equals(said.words())
        && owner.equals(said.owner())
        && lookBackOn.equals(said.lookBackOn())
        && status == said.status()
        && (said.reason().isEmpty() || said.reason().equals(reason));
  }
}
