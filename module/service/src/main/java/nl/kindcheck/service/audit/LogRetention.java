package nl.kindcheck.service.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.platform.Traces;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Removes lines whose time is over. The database knows the five years that are never undercut; a
 * chain that is not as it was is left alone, so that nothing is removed that somebody must look at.
 */
@Configuration(proxyBeanMethods = false)
class LogRetention {

  private static final Logger log = LoggerFactory.getLogger(LogRetention.class);
  private static final Duration EVERY = Duration.ofDays(1);

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final Verification verification;
  private final Policies policies;
  private final SecurityClock clock;

  LogRetention(
      TenantSql sql,
      JdbcClient jdbc,
      Verification verification,
      Policies policies,
      SecurityClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.verification = verification;
    this.policies = policies;
    this.clock = clock;
  }

  @Bean
  RecurringTask<?> removeOldLines(Organisations organisations) {
    return Tasks.recurring("remove-old-lines", FixedDelay.of(EVERY))
        .execute((instance, context) -> removeAll(organisations));
  }

  /** One organisation that fails does not keep the others waiting. */
  private void removeAll(Organisations organisations) {
    for (Organisations.Organisation organisation : organisations.organisations()) {
      try {
        remove(organisation.tenant());
      } catch (RuntimeException e) {
        log.error(
            "Old lines of the log of organisation {} could not be removed",
            organisation.code(),
            Traces.withoutMessages(e));
      }
    }
  }

  /**
   * Removes what is older than the policy says.
   *
   * @return the number of the last seal that was removed; 0 where nothing was
   */
  long remove(TenantId tenant) {
    LocalDate today = LocalDate.ofInstant(clock.now(), DomainClock.ZONE);
    return before(tenant, today.minusYears(policies.on(tenant, today).retention().logYears()));
  }

  long before(TenantId tenant, LocalDate day) {
    if (!hasOlder(tenant, day.atStartOfDay(DomainClock.ZONE).toInstant())) {
      return 0;
    }
    if (verification.of(tenant).fault() != null) {
      throw new IllegalStateException("The chain is not as it was: nothing is removed.");
    }
    return sql.inTransaction(
        tenant, () -> jdbc.sql("SELECT audit_remove(?)").param(day).query(Long.class).single());
  }

  private boolean hasOlder(TenantId tenant, Instant moment) {
    return sql.inTransaction(
        tenant,
        () ->
            jdbc.sql("SELECT EXISTS (SELECT 1 FROM audit_line WHERE tenant_id = ? AND at < ?)")
                .params(tenant.value(), moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single());
  }
}
