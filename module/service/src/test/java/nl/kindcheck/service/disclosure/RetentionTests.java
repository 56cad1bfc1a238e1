package nl.kindcheck.service.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import nl.kindcheck.core.disclosure.Asker;
import nl.kindcheck.core.disclosure.DestructionStep;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After its time a record is proposed for destruction, once, and a person decides. */
class RetentionTests extends DisclosureTest {

  @Autowired private RetentionTimer timer;
  @Autowired private Policies policies;

  private long proposals(String patient) {
    return as(
        () ->
            destructions.of(HAVEN, "Patient/" + patient).stream()
                .filter(r -> r.asker() == Asker.RETENTION)
                .count());
  }

  @Test
  void whatWasKeptLongEnoughIsProposedOnceAndNothingIsDestroyed() {
    recorded("haven", "r-1");
    clock.moveTo(LocalDate.of(2046, 6, 1));
    timer.propose(HAVEN);
    assertThat(proposals("r-1")).isZero();
    clock.moveTo(LocalDate.of(2046, 6, 2));
    assertThat(timer.propose(HAVEN)).isPositive();
    assertThat(timer.propose(HAVEN)).isZero();
    assertThat(proposals("r-1")).isEqualTo(1);
    assertThat(command(0, "granted")).doesNotContain("destroyed");
    assertThat(rows("statement", "r-1")).isPositive();
  }

  @Test
  void whatAPersonRefusedIsNotProposedAgain() {
    recorded("haven", "r-2");
    clock.moveTo(LocalDate.of(2050, 1, 1));
    timer.propose(HAVEN);
    Request request =
        as(() -> destructions.of(HAVEN, "Patient/r-2").stream().findFirst().orElseThrow());
    take(request.id(), DestructionStep.REFUSED, "Het kind is nog in zorg");
    timer.propose(HAVEN);
    assertThat(proposals("r-2")).isEqualTo(1);
  }

  @Test
  void aPolicyOfBeforeThereWasAChoiceKeepsARecordForTwentyYears() {
    String document = policies.toJson(Policy.standard());
    String before = document.replaceFirst(",\"recordYears\":20", "");
    assertThat(before).isNotEqualTo(document);
    var other = new TenantId(UUID.randomUUID());
    assertThat(policies.store(other, before).retention()).isEqualTo(Policy.Retention.STANDARD);
  }

  @Test
  void aPolicyThatKeepsARecordForLessIsNotLoaded() {
    String document = policies.toJson(Policy.standard().with(new Policy.Retention(5, 19)));
    assertThatThrownBy(() -> policies.store(HAVEN, document))
        .hasMessageContaining("policy.choose-a-number");
  }
}
