package nl.kindcheck.core.rule;

import java.time.LocalDate;

/**
 * Whether the next Kindcheck may be brought forward to a day: to one that is still to come and lies
 * before the due date. To a later day nothing is moved; that is a postponement, which leaves the
 * due date where it is (F13).
 */
public final class BroughtForward {

  private BroughtForward() {}

  /** Whether that day is possible. */
  public static boolean mayBeTo(LocalDate day, Recurrence next, LocalDate today) {
    return next.due() != null && day.isAfter(today) && day.isBefore(next.due());
  }
}
