package nl.kindcheck.service.office;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets sessions that have ended. */
@Configuration(proxyBeanMethods = false)
class OfficePurge {

  private static final Duration EVERY = Duration.ofMinutes(5);

  @Bean
  RecurringTask<?> forgetEndedOfficeSessions(Organisations organisations, OfficeSessions sessions) {
    return Tasks.recurring("forget-ended-office-sessions", FixedDelay.of(EVERY))
        .execute(
            (instance, context) ->
                organisations.organisations().forEach(o -> sessions.forget(o.tenant())));
  }
}
