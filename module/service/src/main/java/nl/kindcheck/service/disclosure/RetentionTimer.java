package nl.kindcheck.service.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.disclosure.Asker;
import nl.kindcheck.core.disclosure.Destruction;
import nl.kindcheck.core.disclosure.DestructionStep;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Traces;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import nl.kindcheck.service.tenancy.Touched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks each day for records that were kept as long as the policy says, and proposes to destroy
 * them. It only asks: a person weighs and decides, as of any other request. What was refused is not
 * proposed again until something is recorded anew.
 */
@Configuration(proxyBeanMethods = false)
class RetentionTimer {

  /** Who asks, where nobody does. */
  static final String SERVICE = "kindcheck";

  private static final Logger log = LoggerFactory.getLogger(RetentionTimer.class);
  private static final Duration EVERY = Duration.ofDays(1);
  private static final int AT_ONCE = 200;

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final Requests requests;
  private final Policies policies;
  private final DomainClock clock;
  private final AuditTrail trail;

  RetentionTimer(
      TenantSql sql,
      JdbcClient jdbc,
      Requests requests,
      Policies policies,
      DomainClock clock,
      AuditTrail trail) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.requests = requests;
    this.policies = policies;
    this.clock = clock;
    this.trail = trail;
  }

  @Bean
  RecurringTask<?> proposeDestruction(Organisations organisations) {
    return Tasks.recurring("propose-destruction", FixedDelay.of(EVERY))
        .execute((instance, context) -> proposeAll(organisations));
  }

  /** One organisation that fails does not keep the others waiting. */
  private void proposeAll(Organisations organisations) {
    for (Organisations.Organisation organisation : organisations.organisations()) {
      try {
        propose(organisation.tenant());
      } catch (RuntimeException e) {
        log.error(
            "The records of organisation {} could not be looked through for their age",
            organisation.code(),
            Traces.withoutMessages(e));
      }
    }
  }

  private record Old(UUID family, String patient, Instant last) {}

  /**
   * Proposes for each record that was kept long enough.
   *
   * @return how many were proposed that were not before
   */
  int propose(TenantId tenant) {
    int years = policies.today(tenant).retention().recordYears();
    Instant before = clock.today().minusYears(years).atStartOfDay(DomainClock.ZONE).toInstant();
    int proposed = 0;
    UUID after = new UUID(0, 0);
    List<Old> page;
    do {
      UUID from = after;
      page = trail.byItself("retention", Event.CREATE, () -> page(tenant, before, from));
      for (Old old : page) {
        proposed += trail.byItself("retention", Event.CREATE, () -> propose(tenant, old)) ? 1 : 0;
        after = old.family();
      }
    } while (page.size() == AT_ONCE);
    return proposed;
  }

  private List<Old> page(TenantId tenant, Instant before, UUID after) {
    return sql.inTransaction(
        tenant,
        () -> {
          List<Old> found =
              jdbc.sql(
                      """
                      SELECT family_id, patient_ref, last_recorded FROM family WHERE tenant_id = ? AND last_recorded < ?
                        AND last_recorded > 'epoch' AND family_id > ? ORDER BY family_id LIMIT ?\
                      """)
                  .params(tenant.value(), before.atOffset(ZoneOffset.UTC), after, AT_ONCE)
                  .query(
                      (row, n) ->
                          new Old(
                              row.getObject(1, UUID.class),
                              row.getString(2),
                              row.getObject(3, OffsetDateTime.class).toInstant()))
                  .list();
          Touched.everybody(!found.isEmpty());
          return found;
        });
  }

  private boolean propose(TenantId tenant, Old old) {
    UUID id =
        UUID.nameUUIDFromBytes(
            (tenant + " " + old.family() + " retention " + old.last()).getBytes(UTF_8));
    Request request =
        new Request(id, old.patient(), null, Asker.RETENTION, new Destruction(List.of()));
    Destruction.Entry asked =
        new Destruction.Entry(DestructionStep.ASKED, null, null, SERVICE, clock.now());
    return sql.inTransaction(tenant, () -> requests.append(tenant, request, asked));
  }
}
