package nl.kindcheck.service.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.kindcheck.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The day on which the service began for an organisation. */
class FirstDayTests extends ServiceTest {

  @Autowired private FirstDay firstDay;
  @Autowired private Policies policies;

  @Test
  void theStandardPolicyAsksSinceTheFirstDayWhichStaysTheFirst() {
    TenantId tenant = new TenantId(UUID.randomUUID());
    firstDay.remember(tenant);
    clock.moveTo(LocalDate.of(2026, 7, 1));
    firstDay.remember(tenant);

    assertThat(policies.standard(tenant).startedOn()).isEqualTo("2026-06-01");
    assertThat(policies.today(tenant)).isEqualTo(policies.standard(tenant));
  }

  @Test
  void everyOrganisationHasOneSinceTheServiceStarted() {
    TenantId haven = new TenantId(nl.kindcheck.service.World.HAVEN);

    assertThat(policies.standard(haven).startedOn()).isNotNull();
  }
}
