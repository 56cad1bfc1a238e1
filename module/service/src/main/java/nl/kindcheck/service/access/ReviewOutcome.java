package nl.kindcheck.service.access;

import nl.kindcheck.core.family.Coded;

/** What a privacy officer finds of access in an emergency. */
enum ReviewOutcome implements Coded {
  JUSTIFIED("justified"),
  NOT_JUSTIFIED("not-justified"),
  /** The person was asked to explain it. */
  ASKED("asked");

  private final String code;

  ReviewOutcome(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
