package nl.kindcheck.service.kindcheck;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DueTimerConfiguration {

  /**
   * @param announceEvery how often due dates are looked through
   * @param followPolicyEvery how often it is looked whether another policy came into force
   */
  @ConfigurationProperties("kindcheck.timers")
  record Settings(
      @DefaultValue("5m") Duration announceEvery, @DefaultValue("5m") Duration followPolicyEvery) {}

  @Bean
  RecurringTask<?> announceDue(DueTimer due, Settings settings) {
    return Tasks.recurring("announce-due", FixedDelay.of(settings.announceEvery()))
        .execute((instance, context) -> due.announce());
  }

  @Bean
  RecurringTask<?> followPolicy(PolicyTimer policy, Settings settings) {
    return Tasks.recurring("follow-policy", FixedDelay.of(settings.followPolicyEvery()))
        .execute((instance, context) -> policy.follow());
  }
}
