package nl.kindcheck.service.conversation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets drafts that nobody came back to: what was never recorded is not kept for ever. */
@Configuration(proxyBeanMethods = false)
class DraftPurge {

  private static final Duration EVERY = Duration.ofHours(1);

  /**
   * @param keepFor how long a draft is kept after its last change
   */
  @ConfigurationProperties("kindcheck.drafts")
  record Settings(@DefaultValue("30d") Duration keepFor) {}

  @Bean
  RecurringTask<?> forgetOldDrafts(
      Organisations organisations,
      Drafts drafts,
      SecurityClock clock,
      Settings settings,
      AuditTrail trail) {
    return Tasks.recurring("forget-old-drafts", FixedDelay.of(EVERY))
        .execute(
            (instance, context) ->
                organisations
                    .organisations()
                    .forEach(
                        o ->
                            trail.byItself(
                                "forget-old-drafts",
                                Event.DESTROY,
                                () ->
                                    drafts.removeBefore(
                                        o.tenant(), clock.now().minus(settings.keepFor())))));
  }
}
