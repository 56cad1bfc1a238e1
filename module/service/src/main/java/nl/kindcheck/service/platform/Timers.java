package nl.kindcheck.service.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the timers of every capability: persistent, and each run by one instance at a time. */
@Configuration(proxyBeanMethods = false)
class Timers {

  private static final Duration POLLING = Duration.ofSeconds(1);

  @Bean(initMethod = "start", destroyMethod = "stop")
  Scheduler scheduler(DataSource dataSource, List<RecurringTask<?>> timers) {
    return Scheduler.create(dataSource)
        .startTasks(timers)
        .threads(2)
        .pollingInterval(POLLING)
        .shutdownMaxWait(Duration.ofSeconds(5))
        .build();
  }
}
