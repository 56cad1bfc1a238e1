package nl.kindcheck.service.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.family.CareSeen;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** An organisation of the test's own, with its policy and its families. */
abstract class PolicyTest extends FhirTest {

  static final Actor ADA = new Actor("ada", Role.ADMINISTRATOR, "office");
  static final Actor BO = new Actor("bo", Role.ADMINISTRATOR, "office");

  /** The day on which the clock stands. */
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @Autowired protected PolicyDrafts drafts;
  @Autowired protected Policies policies;
  @Autowired protected FamilyRecord record;
  @Autowired protected TenantSql sql;

  final TenantId tenant = new TenantId(UUID.randomUUID());

  static Policy named(String name) {
    return Policy.standard().named(name, TODAY.plusDays(1));
  }

  static Policy monthsWithoutChildren(Policy p, int months) {
    Policy.Intervals i = p.intervals();
    return new Policy(
        p.version(),
        p.effectiveFrom(),
        p.enforcement(),
        new Policy.Intervals(months, i.withChildren(), i.withConcerns(), i.afterDecline()),
        p.windows(),
        p.moments(),
        p.evaluationCodeSystems(),
        p.fallbackRole(),
        p.escalationRole(),
        p.retention(),
        p.access(),
        p.startedOn());
  }

  /** A patient who came into care on a day, of whom nothing else is known. */
  FamilyHead inCare(String patient, @Nullable LocalDate since) {
    return sql.inTransaction(
        tenant,
        () ->
            record.see(
                tenant,
                "Patient/" + patient,
                List.of(CareSeen.care(new Care(Care.Status.OPEN, since, null), null)),
                policies.today(tenant),
                null));
  }

  static Refused refused(Supplier<?> work) {
    return Assertions.catchThrowableOfType(Refused.class, work::get);
  }
}
