package nl.kindcheck.service.audit;

import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Leaves no line of a hook, in the bench alone: so that what a line costs can be measured. */
@Component
@Primary
public class NoLines extends AuditTrail {

  NoLines(Lines lines, TenantSql sql, SecurityClock clock) {
    super(lines, sql, clock);
  }

  @Override
  public void add(OneTrip trip, Line line) {
    trip.withLineBeforeTheAnswer();
  }
}
