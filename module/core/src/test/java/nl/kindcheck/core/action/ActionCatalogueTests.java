package nl.kindcheck.core.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Telling;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Wellbeing;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.UnclearBecause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the catalogue suggests, a test for each sentence about it. */
class ActionCatalogueTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-01-12");

  /** One child of whom all is known and nothing asks for anything. */
  private static Telling calm() {
    return new Telling()
        .says(
            new Claim.ChildNamed(Families.NOOR, "Noor"),
            new Claim.Born(Families.NOOR, PartialDate.parse("2019-03")),
            new Claim.Fares(Families.NOOR, Wellbeing.GOES_WELL, null),
            new Claim.OverAdapts(Families.NOOR, OverAdaptation.NOT_SEEN),
            new Claim.WasTold(Families.NOOR, IllnessExplained.EXPLAINED),
            new Claim.OthersCare(Answer.YES),
            new Claim.PregnancyStated(PregnancyStatus.NO, null),
            new Claim.PartnerHasChildren(Answer.NO));
  }

  private static Decision<List<Action>> decide(Outcome outcome, Telling told) {
    return ActionCatalogue.suggest(outcome, told.family(), null, Policy.standard(), TODAY);
  }

  private static List<ActionCode> at(Outcome outcome, Telling told) {
    return decide(outcome, told).outcome().stream().map(Action::kind).toList();
  }

  private static List<ActionCode> unclear(@Nullable UnclearBecause why) {
    return ActionCatalogue.suggest(
            Outcome.UNCLEAR,
            calm().family(),
            conversation(why, new Claim.Felt(GutFeeling.PLUIS)),
            Policy.standard(),
            TODAY)
        .outcome()
        .stream()
        .map(Action::kind)
        .toList();
  }

  private static Conversation conversation(@Nullable UnclearBecause why, Claim said) {
    return new Conversation(
        TODAY,
        "Practitioner/12",
        Outcome.UNCLEAR,
        why,
        null,
        null,
        List.of(),
        List.of(
            new Conversation.Said(
                said,
                Perspective.PARENT,
                Nature.FACT,
                PartialDate.of(TODAY),
                said.topic().code(),
                "item")));
  }

  @Test
  void aSafetyConcernOpensTheMeldcodeFirstAndAsksAColleagueThen() {
    assertThat(at(Outcome.SAFETY_CONCERN, calm()))
        .containsExactly(
            ActionCode.OPEN_MELDCODE, ActionCode.CONSULT_COLLEAGUE, ActionCode.PARENT_ROLE_GOAL);
  }

  @Test
  void anIllnessThatWasNotExplainedIsExplainedWithTheGuide() {
    Decision<List<Action>> decision = decide(Outcome.GOES_WELL, Families.anja());
    Action action =
        decision.outcome().stream()
            .filter(a -> a.kind() == ActionCode.EXPLAIN_ILLNESS)
            .findFirst()
            .orElseThrow();
    assertThat(action.children()).containsExactly(Families.NOOR);
    assertThat(action.guideTopic()).isEqualTo("explain-illness");
    assertThat(action.source()).isEqualTo("F8");
    assertThat(action.reason()).isEqualTo("action.explain-illness");
    assertThat(at(Outcome.GOES_WELL, calm())).doesNotContain(ActionCode.EXPLAIN_ILLNESS);
  }

  @Test
  void aParentWhomNobodyReplacesIsOfferedAWiderNetworkBeforeAnyOtherSupport() {
    Telling alone = calm().on("2026-01-13").says(new Claim.OthersCare(Answer.NO));
    assertThat(at(Outcome.SUPPORT_WANTED, alone))
        .containsExactly(
            ActionCode.WIDEN_NETWORK, ActionCode.INFORMAL_SUPPORT, ActionCode.KOPP_KOV_GROUP);
    assertThat(at(Outcome.SUPPORT_WANTED, calm())).doesNotContain(ActionCode.WIDEN_NETWORK);
  }

  @Test
  void aChildThatClearlyCarriesTooMuchIsBroughtToTheOfficerAlsoWhenItGoesWell() {
    Telling henk = Families.grandfatherRaisingAChild();
    for (Outcome outcome :
        List.of(Outcome.GOES_WELL, Outcome.SUPPORT_WANTED, Outcome.CONCERNS, Outcome.UNCLEAR)) {
      assertThat(at(outcome, henk)).contains(ActionCode.CONSULT_ABOUT_OVER_ADAPTATION);
    }
  }

  @Test
  void itIsEnoughThatOnePersonSeesThatAChildCarriesTooMuch() {
    Telling schoolSaw =
        calm()
            .by(Perspective.THIRD_PARTY)
            .as(Nature.OPINION)
            .says(new Claim.OverAdapts(Families.NOOR, OverAdaptation.CLEARLY));
    assertThat(at(Outcome.GOES_WELL, schoolSaw)).contains(ActionCode.CONSULT_ABOUT_OVER_ADAPTATION);
  }

  @Test
  void whatIsUnknownIsAskedAgainAndNeverTakenForNo() {
    Telling unknown =
        calm().on("2026-01-13").says(new Claim.Fares(Families.NOOR, Wellbeing.UNKNOWN, null));
    assertThat(at(Outcome.GOES_WELL, unknown)).contains(ActionCode.ASK_WHAT_IS_UNKNOWN);
    assertThat(at(Outcome.GOES_WELL, Families.milaWhoExpectsAChild()))
        .contains(ActionCode.ASK_WHAT_IS_UNKNOWN);
    assertThat(at(Outcome.GOES_WELL, calm())).doesNotContain(ActionCode.ASK_WHAT_IS_UNKNOWN);
    assertThat(at(Outcome.NO_CHILDREN, new Telling()))
        .contains(ActionCode.ASK_ABOUT_PARTNERS_CHILDREN);
  }

  @Test
  void aDeclineLeavesTheLeafletAndIsAskedAgainLater() {
    assertThat(at(Outcome.DECLINED, calm()))
        .containsExactly(ActionCode.LEAVE_LEAFLET, ActionCode.ASK_AGAIN_AFTER_DECLINE);
  }

  @Test
  void aPregnancyIsTalkedAboutAlsoWhereThereAreNoChildren() {
    for (Outcome outcome :
        List.of(Outcome.NO_CHILDREN, Outcome.GOES_WELL, Outcome.SUPPORT_WANTED, Outcome.CONCERNS)) {
      assertThat(at(outcome, Families.milaWhoExpectsAChild()))
          .contains(ActionCode.TALK_ABOUT_PREGNANCY);
    }
    assertThat(at(Outcome.NO_CHILDREN, calm())).doesNotContain(ActionCode.TALK_ABOUT_PREGNANCY);
  }

  @Test
  void concernsAskForAGoalForTheParentsRole() {
    assertThat(at(Outcome.CONCERNS, calm()))
        .containsExactly(
            ActionCode.PARENT_ROLE_GOAL, ActionCode.INFORMAL_SUPPORT, ActionCode.KOPP_KOV_GROUP);
  }

  @Test
  void unclearGoesToTheOfficerUnlessAnotherProfessionalTookItOver() {
    assertThat(unclear(UnclearBecause.NOBODY_ELSE_INVOLVED))
        .contains(ActionCode.CONSULT_WHEN_UNCLEAR);
    assertThat(unclear(UnclearBecause.NOT_TAKEN_OVER)).contains(ActionCode.CONSULT_WHEN_UNCLEAR);
    assertThat(unclear(null)).contains(ActionCode.CONSULT_WHEN_UNCLEAR);
    assertThat(unclear(UnclearBecause.TAKEN_OVER))
        .contains(ActionCode.AGREE_WHO_FOLLOWS)
        .doesNotContain(ActionCode.CONSULT_WHEN_UNCLEAR);
  }

  @Test
  void aGutFeelingThatIsNotGoodAsksForASecondLookAtEveryOutcomeButSafety() {
    Telling doubt = calm().says(new Claim.Felt(GutFeeling.TWIJFEL));
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.SAFETY_CONCERN) {
        assertThat(decide(outcome, doubt).outcome())
            .as(outcome.code())
            .extracting(Action::step)
            .contains(Step.COLLEAGUE);
      }
    }
  }

  @Test
  void whatIsSaidNowCountsBeforeItIsRecorded() {
    Conversation now =
        conversation(null, new Claim.WasTold(Families.NOOR, IllnessExplained.NOT_YET));
    assertThat(
            ActionCatalogue.suggest(
                    Outcome.GOES_WELL, calm().family(), now, Policy.standard(), TODAY)
                .outcome())
        .extracting(Action::kind)
        .contains(ActionCode.EXPLAIN_ILLNESS);
  }

  @Test
  void nothingIsSuggestedAboutAnAdultOrAChildThatDied() {
    Telling grown =
        Families.anja()
            .on("2026-01-13")
            .says(
                new Claim.Born(Families.NOOR, PartialDate.parse("2001-03")),
                new Claim.OverAdapts(Families.SAM, OverAdaptation.CLEARLY),
                new Claim.Died(Families.SAM));
    assertThat(decide(Outcome.GOES_WELL, grown).outcome())
        .allSatisfy(a -> assertThat(a.children()).isEmpty())
        .extracting(Action::kind)
        .doesNotContain(ActionCode.EXPLAIN_ILLNESS, ActionCode.CONSULT_ABOUT_OVER_ADAPTATION);
  }

  @Test
  void postponedKeepsItsDateAndNotApplicableIsAskedAgain() {
    assertThat(at(Outcome.POSTPONED, calm())).containsExactly(ActionCode.KEEP_POSTPONED_DATE);
    assertThat(at(Outcome.NOT_APPLICABLE, calm())).containsExactly(ActionCode.ASK_AGAIN);
    assertThat(at(Outcome.GOES_WELL, calm())).containsExactly(ActionCode.ASK_AGAIN);
  }

  @Test
  void onlyWhatIsDoneTogetherIsAnAgreementWithTheParent() {
    assertThat(java.util.Arrays.stream(ActionCode.values()).filter(ActionCode::withParent))
        .containsExactlyInAnyOrder(
            ActionCode.EXPLAIN_ILLNESS,
            ActionCode.TALK_ABOUT_PREGNANCY,
            ActionCode.PARENT_ROLE_GOAL,
            ActionCode.WIDEN_NETWORK,
            ActionCode.INFORMAL_SUPPORT,
            ActionCode.KOPP_KOV_GROUP);
  }
}
