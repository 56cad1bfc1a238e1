package nl.kindcheck.service.kindcheck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.service.family.CareSeen;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.stereotype.Component;

/**
 * Takes the signal that a parent needs a Kindcheck, from youth care or a colleague: a Kindcheck is
 * due from that day, and whoever owns it reads why. What the sender knows of the family is not part
 * of a signal; the conversation finds out.
 */
@Component
public class Signals {

  private final TenantSql sql;
  private final FamilyRecord record;
  private final OpenChecks openChecks;
  private final Policies policies;
  private final DomainClock clock;

  Signals(
      TenantSql sql,
      FamilyRecord record,
      OpenChecks openChecks,
      Policies policies,
      DomainClock clock) {
    this.sql = sql;
    this.record = record;
    this.openChecks = openChecks;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * Takes a signal.
   *
   * @param identifier of the sender's, so that a signal sent twice is one
   * @return the id under which it is kept
   */
  public UUID take(TenantId tenant, String patient, CareEvent.SignalledBy by, String identifier) {
    UUID id =
        UUID.nameUUIDFromBytes((tenant + " " + patient + " signal " + identifier).getBytes(UTF_8));
    sql.inTransaction(
        tenant,
        () -> {
          FamilyHead head = record.take(tenant, patient);
          String reference = CareEvent.signalReference(by, id);
          if (record.seen(tenant, head.id(), reference).isPresent()) {
            return id;
          }
          LocalDate today = clock.today();
          Policy policy = policies.on(tenant, today);
          FamilyHead after =
              record.see(tenant, patient, List.of(CareSeen.signal(by, id, today)), policy, head);
          openChecks.follow(tenant, after, policy, today);
          return id;
        });
    return id;
  }
}
