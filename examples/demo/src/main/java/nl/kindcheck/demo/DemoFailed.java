package nl.kindcheck.demo;

/** The demo cannot go on; the message says why and what to do. */
final class DemoFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailed(String message) {
    super(message);
  }
}
