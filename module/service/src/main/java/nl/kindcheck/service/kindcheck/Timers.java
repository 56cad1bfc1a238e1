package nl.kindcheck.service.kindcheck;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timers of this capability: persistent, and run by one instance at a time. */
@Configuration(proxyBeanMethods = false)
class Timers {

  /**
   * @param announceEvery how often due dates are looked through
   */
  @ConfigurationProperties("kindcheck.timers")
  record Settings(@DefaultValue("5m") Duration announceEvery) {}

  @Bean(initMethod = "start", destroyMethod = "stop")
  Scheduler scheduler(DataSource dataSource, DueTimer due, Settings settings) {
    var announce =
        Tasks.recurring("announce-due", FixedDelay.of(settings.announceEvery()))
            .execute((instance, context) -> due.announce());
    Duration polling =
        settings.announceEvery().compareTo(Duration.ofSeconds(10)) < 0
            ? settings.announceEvery()
            : Duration.ofSeconds(10);
    return Scheduler.create(dataSource)
        .startTasks(announce)
        .threads(1)
        .pollingInterval(polling)
        .build();
  }
}
