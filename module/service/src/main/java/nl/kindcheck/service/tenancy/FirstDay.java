package nl.kindcheck.service.tenancy;

import nl.kindcheck.service.platform.DomainClock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Remembers for each organisation the day on which this service began: whoever is in care for years
 * by then is asked from that day on, and overdue not before.
 */
@Component
class FirstDay implements ApplicationRunner {

  private final Organisations organisations;
  private final TenantSql sql;
  private final DomainClock clock;

  FirstDay(Organisations organisations, TenantSql sql, DomainClock clock) {
    this.organisations = organisations;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    organisations.organisations().forEach(organisation -> remember(organisation.tenant()));
  }

  /** The first day stays the first. */
  void remember(TenantId tenant) {
    OneTrip trip = new OneTrip();
    trip.write(
        "INSERT INTO policy_start (tenant_id, on_day, at) VALUES (?, ?, now()) ON CONFLICT DO"
            + " NOTHING",
        tenant.value(),
        clock.today());
    trip.run(sql, tenant);
  }
}
