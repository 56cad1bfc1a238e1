package nl.kindcheck.service.kindcheck;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Ownership;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.kindcheck.KindcheckDue.Stage;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends the events of due, overdue and handed to the officer. What is due follows from the rules on
 * the day; the table only remembers what was sent, so that each is sent once, by whichever instance
 * comes first.
 */
@Component
class DueTimer {

  private static final Logger log = LoggerFactory.getLogger(DueTimer.class);

  /** How many families one transaction takes on. */
  private static final int AT_ONCE = 200;

  private final Organisations organisations;
  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final FamilyRecord record;
  private final Policies policies;
  private final DomainClock clock;
  private final ApplicationEventPublisher events;
  private final AuditTrail trail;

  DueTimer(
      Organisations organisations,
      TenantSql sql,
      JdbcClient jdbc,
      FamilyRecord record,
      Policies policies,
      DomainClock clock,
      ApplicationEventPublisher events,
      AuditTrail trail) {
    this.organisations = organisations;
    this.sql = sql;
    this.jdbc = jdbc;
    this.record = record;
    this.policies = policies;
    this.clock = clock;
    this.events = events;
    this.trail = trail;
  }

  /** Goes through every organisation; one that fails does not keep the others waiting. */
  void announce() {
    for (Organisations.Organisation organisation : organisations.organisations()) {
      try {
        trail.byItself("announce-due", Event.READ, () -> announce(organisation.tenant()));
      } catch (RuntimeException e) {
        log.error(
            "The due dates of organisation {} could not be announced: {}",
            organisation.code(),
            e.getClass().getName());
      }
    }
  }

  private boolean announce(TenantId tenant) {
    LocalDate today = clock.today();
    Policy policy = policies.on(tenant, today);
    String after = "";
    while (after != null) {
      String from = after;
      after = sql.inTransaction(tenant, () -> announcePage(tenant, policy, today, from));
    }
    return true;
  }

  private @Nullable String announcePage(
      TenantId tenant, Policy policy, LocalDate today, String after) {
    List<FamilyHead> page = record.dueBy(tenant, today, after, AT_ONCE);
    Map<UUID, Set<String>> sent = sent(tenant, page);
    for (FamilyHead head : page) {
      announce(tenant, head, sent.getOrDefault(head.id().value(), Set.of()), policy, today);
    }
    return page.size() < AT_ONCE ? null : page.get(page.size() - 1).id().toString();
  }

  /** What was announced before, as due date and stage, for each family of a page. */
  private Map<UUID, Set<String>> sent(TenantId tenant, List<FamilyHead> page) {
    Map<UUID, Set<String>> sent = new HashMap<>();
    UUID[] ids = page.stream().map(head -> head.id().value()).toArray(UUID[]::new);
    jdbc.sql(
            "SELECT family_id, due, kind FROM due_announced WHERE tenant_id = ? AND family_id ="
                + " ANY(?)")
        .params(tenant.value(), ids)
        .query(
            row -> {
              sent.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                  .add(row.getObject(2, LocalDate.class) + row.getString(3));
            });
    return sent;
  }

  private void announce(
      TenantId tenant, FamilyHead head, Set<String> sent, Policy policy, LocalDate today) {
    Recurrence recurrence = Recurrences.decide(head.state(), policy, today).outcome();
    LocalDate due = recurrence.due();
    if (due == null || !recurrence.status().asksNow()) {
      return;
    }
    Stage stage =
        Ownership.isLongOverdue(recurrence, today, policy)
            ? Stage.ESCALATED
            : recurrence.status() == Recurrence.Status.OVERDUE ? Stage.OVERDUE : Stage.DUE;
    for (Stage reached : Stage.values()) {
      if (reached.compareTo(stage) <= 0 && !sent.contains(due + reached.code())) {
        announceOnce(tenant, head, due, reached);
      }
    }
  }

  private void announceOnce(TenantId tenant, FamilyHead head, LocalDate due, Stage stage) {
    int inserted =
        jdbc.sql(
                """
                INSERT INTO due_announced (tenant_id, family_id, due, kind, at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING\
                """)
            .params(
                tenant.value(),
                head.id().value(),
                due,
                stage.code(),
                clock.now().atOffset(ZoneOffset.UTC))
            .update();
    if (inserted == 1) {
      events.publishEvent(new KindcheckDue(tenant.value(), head.id().value(), due, stage));
    }
  }
}
