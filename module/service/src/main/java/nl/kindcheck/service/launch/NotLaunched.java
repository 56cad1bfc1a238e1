package nl.kindcheck.service.launch;

/** A launch that came to nothing. Its message names the kind, never a value. */
final class NotLaunched extends Exception {

  private static final long serialVersionUID = 1L;

  private final LaunchPage page;

  NotLaunched(LaunchPage page, String kind) {
    super(kind, null, false, false);
    this.page = page;
  }

  LaunchPage page() {
    return page;
  }
}
