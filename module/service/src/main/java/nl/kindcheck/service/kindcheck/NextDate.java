package nl.kindcheck.service.kindcheck;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.BroughtForward;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.service.family.CareSeen;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import nl.kindcheck.service.tenancy.Touched;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the next Kindcheck forward, with a reason. What the rules say stays as it is: the agreed
 * day only comes before it.
 */
@Component
public class NextDate {

  private static final int LONGEST = 2_000;

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final FamilyRecord record;
  private final OpenChecks openChecks;
  private final Policies policies;
  private final DomainClock clock;

  NextDate(
      TenantSql sql,
      JdbcClient jdbc,
      FamilyRecord record,
      OpenChecks openChecks,
      Policies policies,
      DomainClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.record = record;
    this.openChecks = openChecks;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * What was agreed.
   *
   * @param id which makes a second sending of the same form recognisable
   * @param author who agreed it, as a reference of the EPD
   */
  public record Agreement(UUID id, LocalDate on, String reason, String author) {}

  /**
   * Brings it forward.
   *
   * @throws Refused 422 where the day is not before the due date or the reason is none
   */
  public void bringForward(TenantId tenant, String patient, Agreement agreement) {
    sql.inTransaction(
        tenant,
        () -> {
          FamilyHead head = record.take(tenant, patient);
          LocalDate today = clock.today();
          Policy policy = policies.on(tenant, today);
          if (isKept(tenant, head.id(), agreement.id())) {
            return head;
          }
          check(agreement, Recurrences.decide(head.state(), policy, today).outcome(), today);
          keep(tenant, head.id(), agreement);
          CareSeen seen = CareSeen.agreed(today, agreement.id(), agreement.on());
          FamilyHead after = record.see(tenant, patient, List.of(seen), policy, head);
          openChecks.follow(tenant, after, policy, today);
          return after;
        });
  }

  private static void check(Agreement agreement, Recurrence next, LocalDate today) {
    List<Refused.Fault> faults = new ArrayList<>();
    if (!BroughtForward.mayBeTo(agreement.on(), next, today)) {
      faults.add(
          new Refused.Fault("next.not-earlier", "on", Map.of("due", String.valueOf(next.due()))));
    }
    if (agreement.reason().isBlank() || agreement.reason().length() > LONGEST) {
      faults.add(
          new Refused.Fault("next.reason", "reason", Map.of("longest", Integer.toString(LONGEST))));
    } else if (Bsn.hiddenIn(agreement.reason())) {
      faults.add(new Refused.Fault("plausibility.bsn", "reason", Map.of()));
    }
    if (!faults.isEmpty()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
  }

  private boolean isKept(TenantId tenant, FamilyId family, UUID id) {
    Touched.family(family.value(), null);
    return jdbc.sql(
                "SELECT count(*) FROM next_agreed WHERE tenant_id = ? AND family_id = ? AND"
                    + " agreed_id = ?")
            .params(tenant.value(), family.value(), id)
            .query(Long.class)
            .single()
        > 0;
  }

  private void keep(TenantId tenant, FamilyId family, Agreement agreement) {
    jdbc.sql(
            "INSERT INTO next_agreed (tenant_id, family_id, agreed_id, on_day, reason, author,"
                + " agreed_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            tenant.value(),
            family.value(),
            agreement.id(),
            agreement.on(),
            agreement.reason().strip(),
            agreement.author(),
            clock.now().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The reason why a patient's Kindcheck was brought forward to a day; empty where it was not. */
  public Optional<String> reason(TenantId tenant, String patient, LocalDate day) {
    UUID family = FamilyId.of(tenant, patient).value();
    return sql.inTransaction(
        tenant,
        () -> {
          Touched.family(family, patient);
          return jdbc.sql(
                  "SELECT reason FROM next_agreed WHERE tenant_id = ? AND family_id = ? AND"
                      + " on_day = ? ORDER BY agreed_at DESC LIMIT 1")
              .params(tenant.value(), family, day)
              .query(String.class)
              .optional();
        });
  }
}
