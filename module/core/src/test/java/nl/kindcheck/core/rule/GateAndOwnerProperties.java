package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.kindcheck.core.Cases;
import nl.kindcheck.core.Cases.Case;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.policy.PolicyValidation;
import nl.kindcheck.core.rule.Gate.Answer;
import nl.kindcheck.core.rule.Ownership.Owner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is never or always so of the gate and the owner, over thousands of generated families. */
class GateAndOwnerProperties {

  private static final List<Case> CASES = Cases.of(20_261_231, 3_000);

  private static void each(BiConsumer<Case, KindcheckState> property) {
    for (Case c : CASES) {
      try {
        property.accept(c, KindcheckState.of(c.family(), c.care(), c.events(), c.checks()));
      } catch (AssertionError e) {
        throw new AssertionError("Seed " + c.seed(), e);
      }
    }
  }

  private static LocalDate intake(Case c) {
    return c.anotherEvent().on();
  }

  private static Decision<Answer> close(
      Case c, Moment moment, KindcheckState state, Policy policy) {
    return Gate.mayClose(moment, intake(c), state, policy, c.today());
  }

  private static Policy at(Enforcement level, Case c) {
    return c.policy().with(level, c.policy().version());
  }

  @Test
  void everyGeneratedPolicyIsValid() {
    each((c, state) -> assertThat(PolicyValidation.faultsOf(c.policy())).isEmpty());
  }

  @Test
  void nothingIsEverHeldButTheClosingOfAnIntakeAtTheLevelThatHolds() {
    each(
        (c, state) -> {
          for (Moment moment : Moment.values()) {
            for (Enforcement level : Enforcement.values()) {
              if (!close(c, moment, state, at(level, c)).outcome().allowsClosing()) {
                assertThat(moment).isEqualTo(Moment.INTAKE);
                assertThat(level).isEqualTo(Enforcement.HOLD);
              }
            }
          }
        });
  }

  @Test
  void theCasesHaveEveryAnswer() {
    assertThat(
            CASES.stream()
                .flatMap(
                    c ->
                        Arrays.stream(Moment.values())
                            .map(
                                moment ->
                                    close(
                                            c,
                                            moment,
                                            KindcheckState.of(
                                                c.family(), c.care(), c.events(), c.checks()),
                                            c.policy())
                                        .outcome()))
                .distinct())
        .containsExactlyInAnyOrder(Answer.values());
  }

  @Test
  void aPostponementWithAReasonAndADateAlwaysFreesAnIntakeInOneStep() {
    each(
        (c, state) -> {
          List<Check> checks = new ArrayList<>(c.checks());
          checks.add(
              new Check(
                  new ResponseId(new UUID(4, 99)),
                  c.today(),
                  Outcome.POSTPONED,
                  Standing.CONSIDERED,
                  false,
                  c.today().plusDays(1)));
          KindcheckState after = KindcheckState.of(c.family(), c.care(), c.events(), checks);
          assertThat(close(c, Moment.INTAKE, after, at(Enforcement.HOLD, c)).outcome())
              .isEqualTo(Answer.OPEN);
        });
  }

  @Test
  void aHigherLevelNeverAsksLess() {
    each(
        (c, state) -> {
          for (Moment moment : Moment.values()) {
            List<Answer> answers = new ArrayList<>();
            for (Enforcement level : Enforcement.values()) {
              answers.add(close(c, moment, state, at(level, c)).outcome());
            }
            assertThat(answers).isSorted();
          }
        });
  }

  @Test
  void everyAnswerCarriesItsReasonAndThePolicysVersion() {
    each(
        (c, state) -> {
          for (Moment moment : Moment.values()) {
            assertThat(close(c, moment, state, c.policy()).reasons())
                .isNotEmpty()
                .allMatch(r -> r.policyVersion().equals(c.policy().version()));
          }
        });
  }

  @Test
  void theOwnerIsNeverNobody() {
    each(
        (c, state) -> {
          Recurrence r = Recurrences.decide(state, c.policy(), c.today()).outcome();
          for (@Nullable String intaker : new @Nullable String[] {null, "", "Practitioner/1"}) {
            for (@Nullable String manager : new @Nullable String[] {null, " ", "Practitioner/2"}) {
              Decision<Owner> d = Ownership.of(intaker, manager, state, r, c.today(), c.policy());
              assertThat(name(d.outcome())).isNotBlank();
              assertThat(d.reasons()).isNotEmpty();
            }
          }
        });
  }

  private static String name(Owner owner) {
    return owner instanceof Owner.Person person ? person.reference() : ((Owner.Role) owner).role();
  }
}
