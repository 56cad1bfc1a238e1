package nl.kindcheck.service.platform;

/**
 * Makes a fault fit for the log: its place and kind, never its message, which may hold what
 * somebody typed.
 */
public final class Traces {

  private Traces() {}

  public static Throwable withoutMessages(Throwable fault) {
    Throwable cause = fault.getCause();
    Throwable bareCause = cause == null || cause == fault ? null : withoutMessages(cause);
    Throwable bare = new Throwable(fault.getClass().getName(), bareCause);
    bare.setStackTrace(fault.getStackTrace());
    return bare;
  }
}
