package nl.kindcheck.service.kindcheck;

import java.time.LocalDate;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Opens the task of a check that has become due, and hands it on when it is long overdue. */
@Component
class DueListener {

  private final TenantSql sql;
  private final FamilyRecord record;
  private final OpenChecks openChecks;
  private final Policies policies;
  private final DomainClock clock;
  private final AuditTrail trail;

  DueListener(
      TenantSql sql,
      FamilyRecord record,
      OpenChecks openChecks,
      Policies policies,
      DomainClock clock,
      AuditTrail trail) {
    this.sql = sql;
    this.record = record;
    this.openChecks = openChecks;
    this.policies = policies;
    this.clock = clock;
    this.trail = trail;
  }

  @ApplicationModuleListener
  void on(KindcheckDue event) {
    TenantId tenant = new TenantId(event.tenant());
    LocalDate today = clock.today();
    trail.byItself(
        "kindcheck-due",
        Event.CREATE,
        () -> sql.inTransaction(tenant, () -> follow(tenant, new FamilyId(event.family()), today)));
  }

  /** Locked: the events of due and overdue may come at once, and the task must open once. */
  private boolean follow(TenantId tenant, FamilyId family, LocalDate today) {
    record
        .lock(tenant, family)
        .ifPresent(head -> openChecks.follow(tenant, head, policies.on(tenant, today), today));
    return true;
  }
}
