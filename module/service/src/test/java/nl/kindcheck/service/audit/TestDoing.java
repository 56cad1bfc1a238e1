package nl.kindcheck.service.audit;

import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.Role;

/** What a test does when it calls the service's own classes: there is no request that says so. */
public final class TestDoing {

  private TestDoing() {}

  public static void begin() {
    Doing.begin(
        Doing.of(
            Deed.of(Event.READ, "test", null),
            new Doing.Who(null, new Actor("a-test", Role.SYSTEM, "test"), Ground.TIMER, null)));
  }

  public static void end() {
    Doing.end(null);
  }
}
