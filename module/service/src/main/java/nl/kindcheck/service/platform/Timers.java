package nl.kindcheck.service.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** Runs the timers of every capability: persistent, and each run by one instance at a time. */
@Configuration(proxyBeanMethods = false)
class Timers {

  private static final Duration POLLING = Duration.ofSeconds(1);

  /** What an instance that died was at work with is taken over after four of these. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

  /**
   * @param repeatEvery how long after an event could not be followed it is tried again
   */
  @ConfigurationProperties("kindcheck.events")
  record Settings(@DefaultValue("30s") Duration repeatEvery) {}

  @Bean
  RunningTimers runningTimers(DataSource dataSource, List<RecurringTask<?>> timers) {
    return new RunningTimers(
        Scheduler.create(dataSource)
            .startTasks(timers)
            .threads(2)
            .pollingInterval(POLLING)
            .heartbeatInterval(SIGN_OF_LIFE)
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build());
  }

  /** An event whose listener failed, a database that was away for instance, is not lost. */
  @Bean
  RecurringTask<?> repeatEvents(FailedEventPublications failed, Settings settings) {
    ResubmissionOptions options = ResubmissionOptions.defaults().withMinAge(settings.repeatEvery());
    return Tasks.recurring("repeat-events", FixedDelay.of(settings.repeatEvery()))
        .execute((instance, context) -> failed.resubmit(options));
  }
}
