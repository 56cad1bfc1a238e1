package nl.kindcheck.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Old lines go, younger ones never, and the chain still holds. */
class LogRetentionTests extends AuditTest {

  @Autowired private LogRetention retention;
  @Autowired private Sealer sealer;
  @Autowired private Verification verification;
  @Autowired private Policies policies;

  private final TenantId tenant = new TenantId(UUID.randomUUID());
  private final LocalDate today = LocalDate.now(DomainClock.ZONE);

  private void line(LocalDate day) {
    asSuperuser(
        "INSERT INTO audit_line (tenant_id, request_id, at, event, object, parameters, user_ref,"
            + " role, source, responsible, ground, outcome) VALUES (?, ?, ?, 'read', 'overview',"
            + " '', 'u', 'clinician', 's', 'r', 'launch-context', 'done')",
        tenant.value(),
        UUID.randomUUID(),
        day.atTime(12, 0).atOffset(ZoneOffset.UTC));
  }

  private long left() {
    return count("SELECT count(*) FROM audit_line WHERE tenant_id = ?", tenant.value());
  }

  private void sixYearsOf() {
    for (int years = 7; years >= 0; years--) {
      line(today.minusYears(years).minusDays(1));
    }
    sealer.seal(tenant);
  }

  @Test
  void whatIsOlderThanFiveYearsIsRemovedAndTheChainHolds() {
    sixYearsOf();
    assertThat(retention.remove(tenant)).isEqualTo(3);
    assertThat(left()).isEqualTo(5);
    Verification.Result result = verification.of(tenant);
    assertThat(result.fault()).isNull();
    assertThat(result.sealed()).isEqualTo(5);
    line(today);
    sealer.seal(tenant);
    assertThat(verification.of(tenant).sealed()).isEqualTo(6);
    assertThat(retention.remove(tenant)).isZero();
  }

  @Test
  void anOrganisationThatKeepsThemLongerKeepsThem() {
    policies.store(tenant, policies.toJson(Policy.standard().with(new Policy.Retention(7, 20))));
    sixYearsOf();
    assertThat(retention.remove(tenant)).isEqualTo(1);
    assertThat(left()).isEqualTo(7);
  }

  @Test
  void nothingYoungerThanFiveYearsIsRemovedWhateverIsAskedFor() {
    sixYearsOf();
    assertThat(retention.before(tenant, today.plusDays(1))).isEqualTo(3);
    assertThat(left()).isEqualTo(5);
  }

  @Test
  void aChainThatIsNotAsItWasIsLeftAlone() {
    sixYearsOf();
    asSuperuser(
        "DELETE FROM audit_line WHERE tenant_id = ? AND at < ?",
        tenant.value(),
        today.minusYears(7).atStartOfDay().atOffset(ZoneOffset.UTC));
    assertThatThrownBy(() -> retention.remove(tenant)).hasMessageContaining("not as it was");
    assertThat(left()).isEqualTo(7);
  }

  @Test
  void whatIsRemovedFromTheEndOfWhatIsLeftIsStillFound() {
    sixYearsOf();
    retention.remove(tenant);
    asSuperuser("DELETE FROM audit_seal WHERE tenant_id = ? AND number = 4", tenant.value());
    assertThat(verification.of(tenant).fault())
        .isEqualTo(new Verification.Fault(Verification.Wrong.SEAL_MISSING, 4));
  }

  @Test
  void aPolicyOfBeforeThereWasAChoiceKeepsTheLogForFiveYears() {
    String document = policies.toJson(Policy.standard());
    String before = document.replaceFirst(",\"retention\":\\{[^}]*}", "");
    assertThat(before).doesNotContain("retention");
    assertThat(policies.store(tenant, before).retention()).isEqualTo(Policy.Retention.STANDARD);
  }

  @Test
  void aPolicyThatKeepsTheLogForLessIsNotLoaded() {
    String document = policies.toJson(Policy.standard().with(new Policy.Retention(4, 20)));
    assertThatThrownBy(() -> policies.store(tenant, document))
        .hasMessageContaining("policy.choose-a-number");
  }
}
