package nl.kindcheck.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.policy.MomentMapping.Element;
import nl.kindcheck.core.policy.PolicyValidation.Advice;
import nl.kindcheck.core.policy.PolicyValidation.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyValidationTests {

  private static final Code EMER = new Code(null, "EMER");

  @Test
  void theStandardPolicyWorks() {
    assertThat(PolicyValidation.faultsOf(Policy.standard())).isEmpty();
  }

  @Test
  void theStandardPolicyHasTheIntervalsOfTheIssue() {
    Policy p = Policy.standard();

    assertThat(p.intervals()).isEqualTo(new Policy.Intervals(12, 6, 3, 3));
    assertThat(p.windows().eventMetBefore()).isEqualTo(14);
  }

  @Test
  void aPolicyAtAnotherLevelDiffersInNothingElse() {
    Policy held = Policy.standard().with(Enforcement.HOLD, "own-2");

    assertThat(held.version()).isEqualTo("own-2");
    assertThat(held.enforcement()).isEqualTo(Enforcement.HOLD);
    assertThat(held.with(Enforcement.REMIND, "standard-1")).isEqualTo(Policy.standard());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "36, 36, 36, 36", "36, 6, 1, 36"})
  void intervalsWithinTheirRangeAreFine(int without, int with, int concerns, int decline) {
    assertThat(faults(new Policy.Intervals(without, with, concerns, decline))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 3, intervals.withoutChildren, 1 to 36",
    "37, 6, 3, 3, intervals.withoutChildren, 1 to 36",
    "12, 0, 1, 3, intervals.withChildren, 1 to 12",
    "12, 13, 3, 3, intervals.withChildren, 1 to 12",
    "99, 37, 3, 3, intervals.withChildren, 1 to 36",
    "0, 2, 1, 3, intervals.withChildren, 1 to 1",
    "12, 6, 0, 3, intervals.withConcerns, 1 to 6",
    "12, 6, 7, 3, intervals.withConcerns, 1 to 6",
    "12, 0, 2, 3, intervals.withConcerns, 1 to 1",
    "12, 20, 13, 3, intervals.withConcerns, 1 to 12",
    "12, 6, 3, 0, intervals.afterDecline, 1 to 36",
    "12, 6, 3, 37, intervals.afterDecline, 1 to 36"
  })
  void intervalsOutOfRangeAreNamed(
      int without, int with, int concerns, int decline, String field, String range) {
    assertThat(faults(new Policy.Intervals(without, with, concerns, decline)))
        .contains(number(field, range));
  }

  private static Fault number(String field, String range) {
    String[] ends = range.split(" to ");
    return new Fault(field, Advice.CHOOSE_A_NUMBER, Map.of("least", ends[0], "most", ends[1]));
  }

  private static Iterable<Fault> faults(Policy.Intervals intervals) {
    return PolicyValidation.faultsOf(Policies.with(intervals));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0, 1", "60, 60, 7, 180, 90", "14, 28, 1, 28, 42"})
  void windowsWithinTheirRangeAreFine(int met, int over, int urgent, int officer, int longest) {
    assertThat(faults(new Policy.Windows(met, over, urgent, officer, longest))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 7, 1, 28, 42, windows.eventMetBefore, 0 to 60",
    "61, 7, 1, 28, 42, windows.eventMetBefore, 0 to 60",
    "14, -1, 1, 28, 42, windows.overdueAfter, 0 to 60",
    "14, 61, 1, 70, 42, windows.overdueAfter, 0 to 60",
    "14, 7, -1, 28, 42, windows.urgentOverdueAfter, 0 to 7",
    "14, 7, 8, 28, 42, windows.urgentOverdueAfter, 0 to 7",
    "14, 7, 1, 6, 42, windows.escalateAfter, 7 to 180",
    "14, 7, 1, 181, 42, windows.escalateAfter, 7 to 180",
    "14, 200, 1, 59, 42, windows.escalateAfter, 60 to 180",
    "14, -9, 1, -1, 42, windows.escalateAfter, 0 to 180",
    "14, 7, 1, 28, 0, windows.longestPostponement, 1 to 90",
    "14, 7, 1, 28, 91, windows.longestPostponement, 1 to 90"
  })
  void windowsOutOfRangeAreNamed(
      int met, int over, int urgent, int officer, int longest, String field, String range) {
    assertThat(faults(new Policy.Windows(met, over, urgent, officer, longest)))
        .contains(number(field, range));
  }

  private static Iterable<Fault> faults(Policy.Windows windows) {
    return PolicyValidation.faultsOf(Policies.with(windows));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void aVersionHasAName(String version) {
    assertThat(PolicyValidation.faultsOf(Policies.named(version)))
        .containsExactly(Fault.of("version", Advice.FILL_IN_A_NAME));
  }

  @Test
  void aRoleHasAName() {
    assertThat(PolicyValidation.faultsOf(Policies.withRoles(" ", "")))
        .extracting(Fault::field)
        .containsExactly("fallbackRole", "escalationRole");
  }

  @Test
  void anEvaluationHasACodeSystem() {
    assertThat(PolicyValidation.faultsOf(Policies.evaluatedBy("urn:example", " ")))
        .extracting(Fault::field)
        .containsExactly("evaluationCodeSystems[1]");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 30})
  void theLogIsKeptForFiveYearsAtLeast(int years) {
    assertThat(faultsWithLogKeptFor(years)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 4, 31})
  void aLogThatIsKeptForLessThanFiveYearsIsRefused(int years) {
    assertThat(faultsWithLogKeptFor(years))
        .containsExactly(number("retention.logYears", "5 to 30"));
  }

  @Test
  void aRecordIsKeptForTwentyYearsAndTheLogNoLongerThanTheRecord() {
    assertThat(faultsOf(new Policy.Retention(5, 20))).isEmpty();
    assertThat(faultsOf(new Policy.Retention(20, 20))).isEmpty();
    assertThat(faultsOf(new Policy.Retention(21, 20)))
        .containsExactly(number("retention.logYears", "5 to 20"));
    assertThat(faultsOf(new Policy.Retention(5, 19)))
        .containsExactly(number("retention.recordYears", "20 to 115"));
    assertThat(faultsOf(new Policy.Retention(5, 116)))
        .containsExactly(number("retention.recordYears", "20 to 115"));
  }

  private static Iterable<Fault> faultsOf(Policy.Retention retention) {
    return PolicyValidation.faultsOf(Policy.standard().with(retention));
  }

  @Test
  void theTimesOfAccessHaveTheirBounds() {
    assertThat(PolicyValidation.faultsOf(reached(1, 5, 1))).isEmpty();
    assertThat(PolicyValidation.faultsOf(reached(366, 480, 50))).isEmpty();
    assertThat(PolicyValidation.faultsOf(reached(0, 4, 0)))
        .extracting(Fault::field)
        .containsExactly(
            "access.careRelationDays", "access.emergencyMinutes", "access.emergenciesADay");
    assertThat(PolicyValidation.faultsOf(reached(90, 481, 3)))
        .containsExactly(number("access.emergencyMinutes", "5 to 480"));
  }

  private static Policy reached(int days, int minutes, int aDay) {
    Policy policy = Policy.standard().with(new Policy.Access(days, minutes, aDay));
    return policy.with(Policy.Retention.STANDARD).with(Enforcement.HOLD, "own");
  }

  private static Iterable<Fault> faultsWithLogKeptFor(int years) {
    Policy policy = Policy.standard().with(new Policy.Retention(years, 40));
    assertThat(policy.with(Enforcement.HOLD, "own").retention().logYears()).isEqualTo(years);
    return PolicyValidation.faultsOf(policy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLASS", "TYPE", "SERVICE_TYPE"})
  void aLineThatLooksForACodeHasOne(Element element) {
    assertThat(faults(new MomentMapping(element, null, Moment.CRISIS)))
        .containsExactly(Fault.of("moments[0].code", Advice.GIVE_THE_CODE));
    assertThat(faults(new MomentMapping(element, new Code(null, ""), Moment.CRISIS)))
        .containsExactly(Fault.of("moments[0].code.code", Advice.FILL_IN_THE_CODE));
    assertThat(faults(new MomentMapping(element, EMER, Moment.CRISIS))).isEmpty();
  }

  @Test
  void aLineThatLooksAtTheEpisodeHasNoCode() {
    assertThat(faults(new MomentMapping(Element.FIRST_OF_EPISODE, EMER, Moment.INTAKE)))
        .extracting(Fault::field)
        .containsExactly("moments[0].code");
    assertThat(faults(new MomentMapping(Element.FIRST_OF_EPISODE, null, Moment.INTAKE))).isEmpty();
  }

  @Test
  void nothingIsMappedToUnmapped() {
    assertThat(
            faults(
                new MomentMapping(Element.CLASS, EMER, Moment.CRISIS),
                new MomentMapping(Element.CLASS, new Code(null, "AMB"), Moment.UNMAPPED)))
        .extracting(Fault::field)
        .containsExactly("moments[1].moment");
  }

  private static Iterable<Fault> faults(MomentMapping... lines) {
    return PolicyValidation.faultsOf(Policies.mapping(lines));
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(PolicyValidation.faultsOf(Policies.with(new Policy.Windows(-1, 7, 9, 28, 0))))
        .extracting(Fault::field)
        .containsExactly(
            "windows.eventMetBefore", "windows.urgentOverdueAfter", "windows.longestPostponement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", ".x", "a b", "a/b", "é", "a\nb", "a#b"})
  void aNameThatCannotStandInAnAddressIsRefused(String version) {
    assertThat(PolicyValidation.faultsOf(Policies.named(version)))
        .containsExactly(Fault.of("version", Advice.WRITE_THE_NAME_PLAINLY));
  }

  @Test
  void aNameIsNotEndless() {
    assertThat(PolicyValidation.faultsOf(Policies.named("a".repeat(40)))).isEmpty();
    assertThat(PolicyValidation.faultsOf(Policies.named("a".repeat(41))))
        .containsExactly(Fault.of("version", Advice.WRITE_THE_NAME_PLAINLY));
  }

  @Test
  void nothingInItIsEndless() {
    Fault less = new Fault("fallbackRole", Advice.WRITE_LESS, Map.of("most", "200"));
    assertThat(PolicyValidation.faultsOf(Policies.withRoles("a".repeat(200), "b"))).isEmpty();
    assertThat(PolicyValidation.faultsOf(Policies.withRoles("a".repeat(201), "b")))
        .containsExactly(less);
    MomentMapping line = new MomentMapping(Element.CLASS, EMER, Moment.CRISIS);
    assertThat(faults(Collections.nCopies(60, line).toArray(MomentMapping[]::new))).isEmpty();
    assertThat(faults(Collections.nCopies(61, line).toArray(MomentMapping[]::new)))
        .containsExactly(new Fault("moments", Advice.KEEP_FEWER_LINES, Map.of("most", "60")));
    assertThat(
            faults(
                new MomentMapping(
                    Element.CLASS, new Code("s".repeat(201), "c".repeat(201)), Moment.CRISIS)))
        .extracting(Fault::field)
        .containsExactly("moments[0].code.code", "moments[0].code.system");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000-01-01", "2025-12-31", "2026-01-01"})
  void anOrganisationBeganBeforeItsPolicyHolds(LocalDate day) {
    assertThat(PolicyValidation.faultsOf(Policy.standard().startingOn(day))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-12-31", "2026-01-02", "0206-01-01"})
  void aBeginningThatCannotBeIsNamed(LocalDate day) {
    assertThat(PolicyValidation.faultsOf(Policy.standard().startingOn(day)))
        .isEqualTo(
            List.of(
                new Fault(
                    "startedOn",
                    Advice.CHOOSE_A_DAY,
                    Map.of("least", "2000-01-01", "most", "2026-01-01"))));
  }
}
