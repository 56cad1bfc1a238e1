package nl.kindcheck.service.launch;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets sessions that have ended and launches that never came back. */
@Configuration(proxyBeanMethods = false)
class LaunchPurge {

  private static final Duration EVERY = Duration.ofMinutes(5);

  @Bean
  RecurringTask<?> forgetEndedSessions(
      Organisations organisations, Begun begun, Sessions sessions) {
    return Tasks.recurring("forget-ended-sessions", FixedDelay.of(EVERY))
        .execute(
            (instance, context) -> {
              for (Organisations.Organisation organisation : organisations.organisations()) {
                begun.forget(organisation.tenant());
                sessions.forget(organisation.tenant());
              }
            });
  }
}
