package nl.kindcheck.service.launch;

import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.audit.Line;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** How a session stands in the log. */
final class Logged {

  private static final String SESSION = "session";

  private Logged() {}

  /**
   * A clinician, in the record that is open. As the EPD names them where it opened it, else as they
   * signed in; an emergency is named by its id.
   */
  static Doing.Who who(LaunchContext launch) {
    Entry entry = launch.entry();
    String user = entry.account() == null ? launch.user() : entry.account();
    return new Doing.Who(
        launch.tenant(),
        new Actor(user, Role.CLINICIAN, entry.source(launch.epd().toString())),
        entry.ground(),
        launch.patient());
  }

  static Line begun(AuditTrail trail, LaunchContext launch) {
    return trail.line(
        Deed.of(Event.LAUNCH, SESSION, opening(launch.entry())), launch.tenant(), who(launch));
  }

  /** What opened it: the encounter of a care relation, or the access in an emergency. */
  private static @Nullable String opening(Entry entry) {
    if (entry.emergency() != null) {
      return entry.emergency().toString();
    }
    String encounter = entry.because() == null ? null : entry.because().facts().get("encounter");
    return encounter == null ? null : encounter.replaceFirst("^Encounter/", "");
  }

  static Line ended(AuditTrail trail, LaunchContext launch) {
    return trail.line(Deed.of(Event.LOGOUT, SESSION, null), launch.tenant(), who(launch));
  }
}
