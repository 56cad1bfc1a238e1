package nl.kindcheck.service.kindcheck;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Ownership;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyHeads;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import org.springframework.stereotype.Component;

/** How a patient's Kindcheck stands today: the one answer behind card, status, task and list. */
@Component
public class KindcheckStatus {

  private final FamilyHeads heads;
  private final Policies policies;
  private final DomainClock clock;

  KindcheckStatus(FamilyHeads heads, Policies policies, DomainClock clock) {
    this.heads = heads;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * How it stands.
   *
   * @param head the family's row
   * @param recurrence when the next one is due, and why
   * @param reasons those that decide today; all that was weighed stands in the recurrence
   * @param owner who owns it, and why
   */
  public record View(
      FamilyHead head,
      Decision<Recurrence> recurrence,
      List<Reason> reasons,
      Decision<Owner> owner) {}

  /**
   * @param patient the EPD's reference
   */
  public View of(TenantId tenant, String patient) {
    return of(tenant, heads.of(tenant, patient));
  }

  /**
   * @param head as it was read just now
   */
  public View of(TenantId tenant, FamilyHead head) {
    LocalDate today = clock.today();
    Policy policy = policies.on(tenant, today);
    Decision<Recurrence> recurrence = Recurrences.decide(head.state(), policy, today);
    return new View(
        head,
        recurrence,
        recurrence.outcome().due() == null
            ? recurrence.reasons()
            : recurrence.outcome().decisive(today),
        Ownership.of(
            head.intaker(), head.careManager(), head.state(), recurrence.outcome(), today, policy));
  }
}
