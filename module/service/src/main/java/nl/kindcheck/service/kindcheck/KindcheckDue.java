package nl.kindcheck.service.kindcheck;

import java.time.LocalDate;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;

/**
 * A Kindcheck has reached a stage. Sent once for each due date. Holds ids only: who listens sets
 * the tenant first.
 */
public record KindcheckDue(UUID tenant, UUID family, LocalDate due, Stage stage) {

  /** The stages of a check that nobody has done. */
  public enum Stage implements Coded {
    DUE,
    OVERDUE,
    /** Overdue for so long that the officer gets it. */
    ESCALATED
  }
}
