package nl.kindcheck.service.guide;

/** A file of the guide that cannot be shown. The start stops: a clinician must not find a gap. */
final class GuideUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final String fault;

  /**
   * @param fault which field, and what it must be
   */
  GuideUnusable(String file, String fault) {
    super(file + ": " + fault, null, false, false);
    this.file = file;
    this.fault = fault;
  }

  String file() {
    return file;
  }

  String fault() {
    return fault;
  }
}
