package nl.kindcheck.service.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import nl.kindcheck.service.platform.Traces;
import nl.kindcheck.service.tenancy.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealTimer {

  private static final Logger log = LoggerFactory.getLogger(SealTimer.class);

  /** Each time the scheduler looks, which is each second. */
  private static final Duration EVERY = Duration.ofMillis(100);

  @Bean
  RecurringTask<?> sealTheLog(Organisations organisations, Sealer sealer) {
    return Tasks.recurring("seal-the-log", FixedDelay.of(EVERY))
        .execute((instance, context) -> sealAll(organisations, sealer));
  }

  /** One organisation that fails does not keep the others waiting. */
  static void sealAll(Organisations organisations, Sealer sealer) {
    for (Organisations.Organisation organisation : organisations.organisations()) {
      try {
        sealer.seal(organisation.tenant());
      } catch (RuntimeException e) {
        log.error(
            "The log of organisation {} could not be sealed",
            organisation.code(),
            Traces.withoutMessages(e));
      }
    }
  }
}
