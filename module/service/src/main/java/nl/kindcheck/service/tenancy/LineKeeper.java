package nl.kindcheck.service.tenancy;

import java.util.Set;

/**
 * Writes the lines of the log that a transaction leaves behind. What it cannot write, is not done:
 * the transaction ends without effect.
 */
public interface LineKeeper {

  /** Looks at a transaction that touches a family's data; what is being done is known now. */
  Open open();

  /** The lines of one transaction. */
  interface Open {

    /** Writes the lines of a transaction that is about to be committed, as part of it. */
    void beforeCommit(Touched touched);

    void ended(Touched touched, boolean committed);
  }

  /**
   * Adds the lines of a trip that is a transaction of its own.
   *
   * @param patients whose data it touches
   * @return what is to be done once the trip was made
   */
  Runnable into(OneTrip trip, TenantId tenant, Set<String> patients, boolean writes);
}
