package nl.kindcheck.service.kindcheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.service.family.FamilyId;
import org.jspecify.annotations.Nullable;

/**
 * The work of one open check, as it stands now.
 *
 * @param owner never nobody (F6)
 * @param ownerRule the rule that chose the owner
 * @param due the due date; a postponement does not move it
 * @param encounter the encounter it came from, as a reference; null where it came from none
 * @param question what somebody asks; null where the task is not a question
 */
public record CheckTask(
    UUID id,
    FamilyId family,
    String patient,
    Kind kind,
    Status status,
    Owner owner,
    String ownerRule,
    LocalDate due,
    @Nullable String encounter,
    Instant createdAt,
    Instant changedAt,
    @Nullable Question question) {

  /**
   * A question to the owner.
   *
   * @param by who asks, as a reference of the EPD
   */
  public record Question(String text, String by) {}

  /** What is to be done. */
  public enum Kind implements Coded {
    KINDCHECK,
    /** The patient died: somebody looks after the children (once). */
    KINDCHECK_FOR_THE_CHILDREN,
    /** Somebody asks the officer to think along (F7). */
    CONSULT
  }

  /** A part of FHIR's task statuses. */
  public enum Status implements Coded {
    REQUESTED,
    COMPLETED,
    CANCELLED
  }
}
