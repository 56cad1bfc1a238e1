package nl.kindcheck.service.launch;

import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.audit.Ground;
import nl.kindcheck.service.audit.Line;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.Role;

/** How a session stands in the log. */
final class Logged {

  private static final String SESSION = "session";

  private Logged() {}

  /** A clinician, in the record for which the EPD opened Kindcheck. */
  static Doing.Who who(LaunchContext launch) {
    return new Doing.Who(
        launch.tenant(),
        new Actor(launch.user(), Role.CLINICIAN, launch.epd().toString()),
        Ground.LAUNCH,
        launch.patient());
  }

  static Line begun(AuditTrail trail, LaunchContext launch) {
    return trail.line(Deed.of(Event.LAUNCH, SESSION, null), launch.tenant(), who(launch));
  }

  static Line ended(AuditTrail trail, LaunchContext launch) {
    return trail.line(Deed.of(Event.LOGOUT, SESSION, null), launch.tenant(), who(launch));
  }
}
