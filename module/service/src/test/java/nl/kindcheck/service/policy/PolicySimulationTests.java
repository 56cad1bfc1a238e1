package nl.kindcheck.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.policy.PolicySimulation.Numbers;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a version would change, before it does. */
class PolicySimulationTests extends PolicyTest {

  private static final Set<Role> OFFICER = Set.of(Role.ADMINISTRATOR, Role.KOPP_KOV_OFFICER);
  private static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMINISTRATOR);

  @Autowired private PolicySimulation simulation;
  @Autowired private PolicyComparison comparison;

  private static Policy starting(LocalDate day) {
    return named("v2").startingOn(day);
  }

  private static Count exactly(long number) {
    return new Count(number, number);
  }

  /** Twelve patients, never asked: six in care for years, six since last week. */
  private void families() {
    for (int i = 0; i < 6; i++) {
      inCare("sim-old-" + i, LocalDate.of(2020, 3, 3));
      inCare("sim-new-" + i, TODAY.minusDays(7));
    }
  }

  @Test
  void countsWhoseDateMovesAndSaysFromWhatToWhat() {
    families();
    Numbers n = simulation.numbers(tenant, starting(TODAY.plusDays(1)), "", OFFICER);

    assertThat(n.day()).isEqualTo(TODAY.plusDays(1));
    assertThat(n.against()).isEqualTo("standard-1");
    assertThat(n.families()).isEqualTo(exactly(12));
    assertThat(n.looked()).isEqualTo(exactly(12));
    assertThat(n.later()).isEqualTo(exactly(12));
    assertThat(n.earlier()).isEqualTo(exactly(0));
    assertThat(n.overdue()).isEqualTo(new PolicySimulation.Change(exactly(12), exactly(0)));
    assertThat(n.next()).isNull();
  }

  @Test
  void countsWhatFallsDueWithinAWeekAndAMonth() {
    policies.store(
        tenant, policies.toJson(Policy.standard().named("own", LocalDate.of(2026, 5, 1))));
    inCare("sim-a", TODAY.plusDays(1));
    inCare("sim-b", TODAY.plusDays(8));
    inCare("sim-c", TODAY.plusDays(20));
    inCare("sim-d", TODAY.plusDays(50));
    Numbers n = simulation.numbers(tenant, named("v2"), "", OFFICER);

    assertThat(n.same()).isEqualTo(exactly(4));
    assertThat(n.dueWithinAWeek()).isEqualTo(new PolicySimulation.Change(exactly(2), exactly(2)));
    assertThat(n.dueWithinAMonth()).isEqualTo(new PolicySimulation.Change(exactly(3), exactly(3)));
  }

  @Test
  void whoMayNotSeeFamiliesSeesNoNumberThatIsSmallOrExact() {
    families();
    inCare("sim-one", null);
    Numbers n = simulation.numbers(tenant, starting(TODAY.plusDays(1)), "", ADMINISTRATOR);

    for (Count count :
        List.of(n.families(), n.looked(), n.earlier(), n.later(), n.same(), n.notAsked())) {
      assertThat(count.most() - count.least()).isEqualTo(4);
      assertThat(count.exact()).isFalse();
    }
    assertThat(n.later()).isEqualTo(new Count(10, 14));
    assertThat(n.earlier().few()).isTrue();
  }

  @Test
  void neverCanANumberBeToldFromTheOnesBesideIt() {
    for (long number = 0; number < 200; number++) {
      Count shown = Count.of(number, ADMINISTRATOR);
      assertThat(number).isBetween(shown.least(), shown.most());
      assertThat(shown).isEqualTo(Count.of(number - number % 5, ADMINISTRATOR));
      assertThat(Count.of(number, OFFICER)).isEqualTo(exactly(number));
    }
  }

  @Test
  void looksAtABoundedNumberAndGoesOnWhereItStopped() {
    families();
    Policy then = starting(TODAY.plusDays(1));
    Numbers first = simulation.numbers(tenant, then, "", OFFICER, 5);
    Numbers second = simulation.numbers(tenant, then, String.valueOf(first.next()), OFFICER, 5);
    Numbers third = simulation.numbers(tenant, then, String.valueOf(second.next()), OFFICER, 5);

    assertThat(List.of(first.looked(), second.looked(), third.looked()))
        .containsExactly(exactly(5), exactly(5), exactly(2));
    assertThat(first.families()).isEqualTo(exactly(12));
    assertThat(third.next()).isNull();
  }

  @Test
  void changesNothing() {
    families();
    String sum =
        "SELECT count(*) FROM family WHERE tenant_id = ? AND next_due <= date '2026-06-01'";
    long before = count(sum, tenant.value());
    simulation.numbers(tenant, starting(TODAY.plusDays(1)), "", OFFICER);

    assertThat(count(sum, tenant.value())).isEqualTo(before).isEqualTo(12);
  }

  @Test
  void theSamePolicyMovesNothing() {
    families();
    Numbers n = simulation.numbers(tenant, named("v2"), "", OFFICER);

    assertThat(n.same()).isEqualTo(exactly(12));
  }

  @Test
  void theExamplesAreCoresOwnAnswersWithItsReasons() {
    Policy then = monthsWithoutChildren(named("v2"), 24);
    for (PolicySimulation.Example e : simulation.examples(tenant, then, Texts.DUTCH)) {
      var core =
          Recurrences.decide(e.patient().on(TODAY.plusDays(1)), then, TODAY.plusDays(1)).outcome();
      assertThat(e.then().due()).isEqualTo(core.due());
      assertThat(e.then().status()).isEqualTo(core.status());
      assertThat(e.then().reasons()).isNotEmpty().noneMatch(String::isBlank);
    }
    assertThat(simulation.examples(tenant, then, Texts.DUTCH))
        .filteredOn(PolicySimulation.Example::differs)
        .extracting(PolicySimulation.Example::patient)
        .containsExactly(ExamplePatient.NO_CHILDREN);
  }

  @Test
  void theComparisonNamesEachSettingThatDiffersAndNoOther() {
    Policy other = monthsWithoutChildren(named("v2"), 24).startingOn(LocalDate.of(2026, 5, 4));
    List<PolicyComparison.Difference> differences = comparison.of(named("v1"), other);

    assertThat(differences)
        .extracting(PolicyComparison.Difference::setting)
        .containsExactly(Setting.STARTED_ON, Setting.WITHOUT_CHILDREN);
    assertThat(comparison.worded(differences.get(1), Texts.DUTCH))
        .isEqualTo(
            new PolicyComparison.Worded(
                "Termijn zonder kinderen", List.of("12 maanden"), List.of("24 maanden")));
    assertThat(comparison.worded(differences.get(0), java.util.Locale.ENGLISH).to())
        .containsExactly("4 May 2026");
    assertThat(comparison.of(other, other)).isEmpty();
  }

  @Test
  void everySettingOfAPolicyCanBeComparedInWords() {
    Set<String> paths =
        java.util.stream.Stream.of(Setting.values())
            .map(Setting::path)
            .collect(java.util.stream.Collectors.toSet());
    var document = nl.kindcheck.service.tenancy.PolicyJson.of(Policy.standard());
    for (String name : document.propertyNames()) {
      if (document.get(name).isObject()) {
        document
            .get(name)
            .propertyNames()
            .forEach(inner -> assertThat(paths).contains(name + "." + inner));
      } else if (!Set.of("version", "effectiveFrom").contains(name)) {
        assertThat(paths).contains(name);
      }
    }
  }
}
