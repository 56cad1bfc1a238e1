package nl.kindcheck.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.kindcheck.core.Cases;
import nl.kindcheck.core.Cases.Case;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Reason;
import org.junit.jupiter.api.Test;

/** What is never or always so of the suggestions, over thousands of generated families. */
class ActionCatalogueProperties {

  private static final List<Case> CASES = Cases.of(20_261_122, 2_000);

  private interface Property {
    void holds(Case c, Outcome outcome, Decision<List<Action>> decision);
  }

  private static void each(Property property) {
    for (Case c : CASES) {
      for (Outcome outcome : Outcome.values()) {
        try {
          property.holds(
              c,
              outcome,
              ActionCatalogue.suggest(outcome, c.family(), null, c.policy(), c.today()));
        } catch (AssertionError e) {
          throw new AssertionError("Seed " + c.seed() + " " + outcome, e);
        }
      }
    }
  }

  @Test
  void atLeastOneAndAtMostThreeAndNoneTwice() {
    each(
        (c, outcome, d) -> {
          assertThat(d.outcome()).hasSizeBetween(1, ActionCatalogue.MOST);
          assertThat(d.outcome()).extracting(Action::kind).doesNotHaveDuplicates();
        });
  }

  @Test
  void everyActionHasItsReasonAndItsSource() {
    each(
        (c, outcome, d) -> {
          assertThat(d.reasons())
              .extracting(Reason::rule)
              .containsExactlyElementsOf(d.outcome().stream().map(Action::reason).toList());
          assertThat(d.reasons()).extracting(Reason::source).noneMatch(String::isBlank);
          assertThat(d.reasons())
              .extracting(Reason::policyVersion)
              .containsOnly(c.policy().version());
        });
  }

  @Test
  void safetyComesFirstAndOnlyAtASafetyConcern() {
    each(
        (c, outcome, d) -> {
          boolean safety = outcome == Outcome.SAFETY_CONCERN;
          assertThat(d.outcome().get(0).kind() == ActionCode.OPEN_MELDCODE).isEqualTo(safety);
          assertThat(d.outcome().stream().anyMatch(a -> a.step() == Step.SAFETY)).isEqualTo(safety);
        });
  }

  @Test
  void theLighterStepStandsBeforeTheHeavierOne() {
    each((c, o, d) -> assertThat(d.outcome()).extracting(Action::step).isSorted());
  }

  @Test
  void professionalSupportIsNeverSuggestedWithoutTheInformalBesideIt() {
    each(
        (c, outcome, d) -> {
          List<Step> steps = d.outcome().stream().map(Action::step).toList();
          if (steps.contains(Step.PROFESSIONAL)) {
            assertThat(steps).contains(Step.INFORMAL);
          }
        });
  }

  @Test
  void childrenAreThoseOfThisFamilyWhoAreAskedAbout() {
    each(
        (c, outcome, d) ->
            assertThat(c.family().childrenAskedAboutOn(c.today()))
                .extracting(Child::id)
                .containsAll(
                    d.outcome().stream().flatMap(a -> a.children().stream()).distinct().toList()));
  }

  @Test
  void everyActionOfTheCatalogueIsSuggestedToSomebody() {
    Set<ActionCode> met = new TreeSet<>();
    each((c, outcome, d) -> d.outcome().forEach(a -> met.add(a.kind())));
    // It needs a conversation that says why it is unclear, which a family alone does not.
    met.add(ActionCode.AGREE_WHO_FOLLOWS);
    assertThat(met).containsExactlyInAnyOrder(ActionCode.values());
  }
}
