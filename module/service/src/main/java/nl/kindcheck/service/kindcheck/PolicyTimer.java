package nl.kindcheck.service.kindcheck;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.family.FamiliesByPolicy;
import nl.kindcheck.service.family.FamiliesByPolicy.Followed;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the stored due dates and the open tasks follow a policy that came into force: page by page,
 * each page with how far it came in one transaction, so that it goes on where it stopped and does
 * nothing twice.
 */
@Component
class PolicyTimer {

  private static final Logger log = LoggerFactory.getLogger(PolicyTimer.class);

  /** How many families one transaction takes on. */
  private static final int AT_ONCE = 200;

  /** What was begun under the policy of yesterday has been written by then. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final Organisations organisations;
  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final FamiliesByPolicy families;
  private final OpenChecks openChecks;
  private final Policies policies;
  private final DomainClock clock;
  private final AuditTrail trail;

  PolicyTimer(
      Organisations organisations,
      TenantSql sql,
      JdbcClient jdbc,
      FamiliesByPolicy families,
      OpenChecks openChecks,
      Policies policies,
      DomainClock clock,
      AuditTrail trail) {
    this.organisations = organisations;
    this.sql = sql;
    this.jdbc = jdbc;
    this.families = families;
    this.openChecks = openChecks;
    this.policies = policies;
    this.clock = clock;
    this.trail = trail;
  }

  /** Goes through every organisation; one that fails does not keep the others waiting. */
  void follow() {
    for (Organisations.Organisation organisation : organisations.organisations()) {
      try {
        trail.byItself("follow-policy", Event.READ, () -> follow(organisation.tenant(), AT_ONCE));
      } catch (RuntimeException e) {
        log.error(
            "The due dates of organisation {} could not follow its policy: {}",
            organisation.code(),
            e.getClass().getName());
      }
    }
  }

  /** Whether the day was far enough on to do it. */
  boolean follow(TenantId tenant, int atOnce) {
    LocalDate today = clock.today();
    if (clock.now().isBefore(today.atStartOfDay(DomainClock.ZONE).toInstant().plus(SETTLED))) {
      return false;
    }
    Policy policy = policies.on(tenant, today);
    boolean more = true;
    while (more) {
      more = sql.inTransaction(tenant, () -> followPage(tenant, policy, today, atOnce));
    }
    return true;
  }

  private record Progress(String after, boolean finished) {}

  /** Whether there is more to do. */
  private boolean followPage(TenantId tenant, Policy policy, LocalDate today, int atOnce) {
    Progress progress = progress(tenant, policy.version());
    if (progress.finished()) {
      return false;
    }
    Followed page = families.follow(tenant, policy, clock.now(), progress.after(), atOnce);
    for (FamilyHead head : page.changed()) {
      openChecks.followPolicy(tenant, head, policy, today);
    }
    String last = page.last();
    jdbc.sql(
            "UPDATE policy_followed SET after_family = ?, finished = ?, at = ? WHERE tenant_id = ?"
                + " AND version = ?")
        .params(
            last == null ? progress.after() : last,
            last == null,
            clock.now().atOffset(ZoneOffset.UTC),
            tenant.value(),
            policy.version())
        .update();
    return last != null;
  }

  /** How far it came; taken, so that two who do it at once come one after the other. */
  private Progress progress(TenantId tenant, String version) {
    jdbc.sql(
            "INSERT INTO policy_followed (tenant_id, version, after_family, finished, at) VALUES"
                + " (?, ?, '', false, ?) ON CONFLICT DO NOTHING")
        .params(tenant.value(), version, clock.now().atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql(
            "SELECT after_family, finished FROM policy_followed WHERE tenant_id = ? AND version = ?"
                + " FOR UPDATE")
        .params(tenant.value(), version)
        .query((row, n) -> new Progress(row.getString(1), row.getBoolean(2)))
        .single();
  }
}
