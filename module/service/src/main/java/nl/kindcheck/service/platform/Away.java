package nl.kindcheck.service.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that cannot be reached from a fault of ours: asking again may help. */
public final class Away {

  private Away() {}

  /** Whether a fault, or what caused it, says that the database did not answer. */
  public static boolean is(@Nullable Throwable fault) {
    Throwable at = fault;
    for (int depth = 0; at != null && depth < 10; depth++, at = at.getCause()) {
      if (at instanceof CannotCreateTransactionException
          || at instanceof DataAccessResourceFailureException
          || at instanceof TransientDataAccessException) {
        return true;
      }
    }
    return false;
  }
}
