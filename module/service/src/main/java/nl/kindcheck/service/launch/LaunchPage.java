package nl.kindcheck.service.launch;

import org.springframework.http.HttpStatus;

/**
 * What is shown where there is no session to show anything of: what happened and what to do, and
 * nothing of anybody.
 */
enum LaunchPage {
  INCOMPLETE(HttpStatus.BAD_REQUEST, "launch-incomplete"),
  UNKNOWN_EPD(HttpStatus.FORBIDDEN, "launch-unknown"),
  EPD_AWAY(HttpStatus.BAD_GATEWAY, "launch-away"),
  STALE(HttpStatus.BAD_REQUEST, "launch-stale"),
  REFUSED(HttpStatus.FORBIDDEN, "launch-refused"),
  NO_PATIENT(HttpStatus.BAD_REQUEST, "launch-patient"),
  NO_CLINICIAN(HttpStatus.FORBIDDEN, "launch-clinician"),
  NO_SESSION(HttpStatus.UNAUTHORIZED, "session-none"),
  OTHER_SESSION(HttpStatus.FORBIDDEN, "session-other"),
  /** A form came too late and is kept as a draft. */
  LATE_KEPT(HttpStatus.UNAUTHORIZED, "late-kept"),
  /** A form came too late and nobody knows whose it is: its reader gets it back. */
  LATE(HttpStatus.UNAUTHORIZED, "late"),
  LATE_OTHER(HttpStatus.FORBIDDEN, "late"),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "session-busy"),
  ENDED(HttpStatus.OK, "session-ended");

  private final HttpStatus status;
  private final String text;

  LaunchPage(HttpStatus status, String text) {
    this.status = status;
    this.text = text;
  }

  HttpStatus status() {
    return status;
  }

  /** The part of its texts' keys that is its own. */
  String text() {
    return text;
  }
}
