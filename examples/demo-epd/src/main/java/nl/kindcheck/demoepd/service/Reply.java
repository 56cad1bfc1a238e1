package nl.kindcheck.demoepd.service;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came back from the service. There is no empty reply: a caller has to say what it does when
 * nothing usable came, so that silence never reads as "done".
 */
public sealed interface Reply<T> {

  /** The service answered. */
  record Answered<T>(T value) implements Reply<T> {}

  /**
   * The service understood the request and refused it.
   *
   * @param message its own words, for the user
   */
  record Refused<T>(int status, String message) implements Reply<T> {}

  /** Nothing usable came. */
  record Silent<T>(Silence why) implements Reply<T> {}

  /** Reads the value; a value that cannot be read is no answer. */
  default <R> Reply<R> read(Function<T, R> reader) {
    if (this instanceof Refused<T> refused) {
      return new Refused<>(refused.status(), refused.message());
    }
    if (this instanceof Silent<T> silent) {
      return new Silent<>(silent.why());
    }
    try {
      return new Answered<>(reader.apply(((Answered<T>) this).value()));
    } catch (RuntimeException e) {
      // The class alone: the message of a parser may quote what it read.
      Log.LOG.warn("The service's answer could not be read: {}", e.getClass().getSimpleName());
      return new Silent<>(Silence.UNREADABLE);
    }
  }

  /** Keeps the logger out of the interface's face. */
  final class Log {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    private Log() {}
  }
}
