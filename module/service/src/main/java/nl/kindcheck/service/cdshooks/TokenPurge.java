package nl.kindcheck.service.cdshooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.ZoneOffset;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets the ids of tokens that could not be used again anyway, because they have expired. */
@Configuration(proxyBeanMethods = false)
class TokenPurge {

  private static final Duration EVERY = Duration.ofMinutes(5);

  @Bean
  RecurringTask<?> forgetExpiredTokens(
      Organisations organisations, TenantSql sql, JdbcClient jdbc, SecurityClock clock) {
    return Tasks.recurring("forget-expired-tokens", FixedDelay.of(EVERY))
        .execute(
            (instance, context) -> {
              for (Organisations.Organisation organisation : organisations.organisations()) {
                forget(organisation.tenant(), sql, jdbc, clock);
              }
            });
  }

  static int forget(TenantId tenant, TenantSql sql, JdbcClient jdbc, SecurityClock clock) {
    return sql.inTransaction(
        tenant,
        () ->
            jdbc.sql("DELETE FROM token_seen WHERE tenant_id = ? AND expires_at < ?")
                .params(tenant.value(), clock.now().atOffset(ZoneOffset.UTC))
                .update());
  }
}
