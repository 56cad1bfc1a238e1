package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Telling;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.family.Wellbeing;
import nl.kindcheck.core.rule.Missing.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessRuleTests {

  private static final ChildId NOOR = Families.NOOR;

  private static Talk anja() {
    return Talk.about(Families.anja(), Outcome.GOES_WELL);
  }

  private static Missing whole(Item item) {
    return new Missing(item, null);
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"GOES_WELL", "SUPPORT_WANTED", "CONCERNS", "SAFETY_CONCERN"})
  void aConversationAboutChildrenWithAllItsContentIsComplete(Outcome outcome) {
    Decision<Completeness> d = anja().with(outcome).decision();

    assertThat(d.outcome().standing()).isEqualTo(Standing.COMPLETE);
    assertThat(d.outcome().outcome()).isEqualTo(outcome);
    assertThat(d.outcome().missing()).isEmpty();
    assertThat(d.reasons())
        .containsExactly(
            new Reason(
                "completeness.complete",
                Map.of("outcome", outcome.code(), "missing", "0"),
                "F1",
                "standard-1"));
  }

  @Test
  void aGrandfatherIsAskedTheSame() {
    assertThat(Talk.about(Families.grandfatherRaisingAChild(), Outcome.SUPPORT_WANTED).standing())
        .isEqualTo(Standing.COMPLETE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"GOES_WELL", "SUPPORT_WANTED", "CONCERNS", "SAFETY_CONCERN"})
  void aBareTickIsIncomplete(Outcome outcome) {
    Decision<Completeness> d = Talk.bare(Families.nobody(), outcome).decision();

    assertThat(d.outcome().standing()).isEqualTo(Standing.INCOMPLETE);
    assertThat(d.outcome().missing())
        .containsExactly(
            whole(Item.CHILDREN),
            whole(Item.OTHER_CARERS),
            whole(Item.PREGNANCY),
            whole(Item.PARTNER_CHILDREN),
            whole(Item.DISCUSSED),
            whole(Item.GUT_FEELING));
    assertThat(d.reasons().get(0).rule()).isEqualTo("completeness.missing");
    assertThat(d.reasons().get(0).facts()).containsEntry("missing", "6");
  }

  @Test
  void withoutAnOutcomeItIsIncompleteAndUnclear() {
    Completeness c = Talk.bare(Families.anja(), null).decision().outcome();

    assertThat(c.standing()).isEqualTo(Standing.INCOMPLETE);
    assertThat(c.outcome()).isEqualTo(Outcome.UNCLEAR);
    assertThat(c.missing())
        .contains(whole(Item.OUTCOME), new Missing(Item.WELLBEING, NOOR))
        .doesNotContain(whole(Item.CHILDREN));
  }

  @Test
  void withoutAnOutcomeAndWithoutChildrenBothAreMissing() {
    assertThat(Talk.bare(Families.nobody(), null).missing())
        .containsExactly(whole(Item.OUTCOME), whole(Item.CHILDREN));
  }

  @ParameterizedTest
  @CsvSource({
    "BIRTH, BIRTH",
    "RELATION, RELATION",
    "RESIDENCE, RESIDENCE",
    "WELLBEING, WELLBEING",
    "OVER_ADAPTATION, OVER_ADAPTATION",
    "ILLNESS_EXPLAINED, ILLNESS_EXPLAINED"
  })
  void everyTopicIsRequiredOfEveryChild(Topic left, Item missing) {
    assertThat(anja().without(left, NOOR).missing()).containsExactly(new Missing(missing, NOOR));
  }

  @ParameterizedTest
  @CsvSource({
    "OTHER_CARERS, OTHER_CARERS",
    "PREGNANCY, PREGNANCY",
    "PARTNER_CHILDREN, PARTNER_CHILDREN",
    "DISCUSSED, DISCUSSED",
    "GUT_FEELING, GUT_FEELING"
  })
  void eachOfTheseIsRequiredOnce(Topic left, Item missing) {
    assertThat(anja().without(left).missing()).containsExactly(whole(missing));
  }

  @Test
  void aChildWithoutALabelIsIncomplete() {
    Talk talk = anja().without(Topic.CHILD_NAMED, NOOR).says(new Claim.ChildNamed(NOOR, null));

    assertThat(talk.missing()).containsExactly(new Missing(Item.LABEL, NOOR));
  }

  @Test
  void aBlankLabelIsNone() {
    Talk talk = anja().without(Topic.CHILD_NAMED, NOOR).says(new Claim.ChildNamed(NOOR, " "));

    assertThat(talk.missing()).containsExactly(new Missing(Item.LABEL, NOOR));
  }

  @Test
  void aChildOfTheFormThatNobodyNamedIsIncomplete() {
    assertThat(anja().without(Topic.CHILD_NAMED, NOOR).missing())
        .containsExactly(new Missing(Item.LABEL, NOOR));
  }

  @Test
  void aLabelGivenBeforeIsEnough() {
    Telling before = Families.nobody().on("2025-01-01").says(new Claim.ChildNamed(NOOR, "Noor"));
    Talk talk = Talk.bare(before, Outcome.GOES_WELL);
    anja()
        .without(Topic.CHILD_NAMED, NOOR)
        .conversation()
        .said()
        .forEach(said -> talk.says(said.claim()));

    assertThat(talk.says(new Claim.ChildNamed(NOOR, null)).missing()).isEmpty();
  }

  @Test
  void whatWasSaidAboutAChildBeforeIsNotSaidNow() {
    assertThat(
            Talk.bare(Families.anja(), Outcome.GOES_WELL).missing().stream()
                .filter(m -> NOOR.equals(m.child()))
                .map(Missing::item))
        .containsExactly(
            Item.BIRTH,
            Item.RELATION,
            Item.RESIDENCE,
            Item.WELLBEING,
            Item.OVER_ADAPTATION,
            Item.ILLNESS_EXPLAINED);
  }

  @Test
  void unknownIsAnAnswer() {
    Talk talk =
        Talk.about(
            Families.nobody()
                .says(
                    new Claim.ChildNamed(NOOR, "de oudste"),
                    new Claim.Born(NOOR, null),
                    new Claim.RelationStated(NOOR, Relation.OTHER),
                    new Claim.Lives(NOOR, Residence.UNKNOWN, null),
                    new Claim.Fares(NOOR, Wellbeing.UNKNOWN, null),
                    new Claim.OverAdapts(NOOR, OverAdaptation.UNKNOWN),
                    new Claim.WasTold(NOOR, IllnessExplained.UNKNOWN),
                    new Claim.OthersCare(Answer.UNKNOWN),
                    new Claim.PregnancyStated(PregnancyStatus.UNKNOWN, null),
                    new Claim.PartnerHasChildren(Answer.UNKNOWN)),
            Outcome.GOES_WELL);

    assertThat(talk.standing()).isEqualTo(Standing.COMPLETE);
  }

  @Test
  void aYearOfBirthIsEnough() {
    Talk talk =
        anja().without(Topic.BIRTH, NOOR).says(new Claim.Born(NOOR, PartialDate.parse("2019")));

    assertThat(talk.missing()).isEmpty();
  }

  @Test
  void aChildNamedBeforeAndNotSpokenAboutIsMissing() {
    Talk talk = Talk.bare(Families.anja(), Outcome.GOES_WELL);
    anja().without(NOOR).conversation().said().forEach(said -> talk.says(said.claim()));

    assertThat(talk.missing())
        .hasSize(6)
        .allSatisfy(missing -> assertThat(missing.child()).isEqualTo(NOOR));
  }

  @Test
  void nothingIsRequiredOfAChildThatDied() {
    Talk talk = Talk.bare(Families.anja().says(new Claim.Died(NOOR)), Outcome.GOES_WELL);
    anja().without(NOOR).conversation().said().forEach(said -> talk.says(said.claim()));

    assertThat(talk.missing()).isEmpty();
  }

  @Test
  void nobodyIsAskedToNameAChildAfterTellingOfOneThatDied() {
    Talk talk =
        Talk.about(
            Families.milaWhoExpectsAChild()
                .says(
                    new Claim.PregnancyStated(PregnancyStatus.NO, null),
                    new Claim.ChildNamed(NOOR, "Noor"),
                    new Claim.Died(NOOR)),
            Outcome.SUPPORT_WANTED);

    assertThat(talk.missing()).isEmpty();
  }

  @Test
  void nobodyIsAskedToNameAChildAfterTellingOfAPregnancyThatEnded() {
    Talk talk =
        Talk.about(
            Families.milaWhoExpectsAChild()
                .says(new Claim.PregnancyStated(PregnancyStatus.ENDED, null)),
            Outcome.SUPPORT_WANTED);

    assertThat(talk.missing()).isEmpty();
  }

  @Test
  void aPregnancyThatEndedBeforeIsNobodyToTalkAbout() {
    Talk talk =
        Talk.bare(
            Families.nobody()
                .on("2025-05-05")
                .says(new Claim.PregnancyStated(PregnancyStatus.ENDED, null)),
            Outcome.GOES_WELL);

    assertThat(talk.missing()).contains(whole(Item.CHILDREN));
  }

  @Test
  void noPregnancyIsNobodyToTalkAbout() {
    Talk talk = anja().without(NOOR).without(Families.SAM);

    assertThat(talk.missing()).containsExactly(whole(Item.CHILDREN));
  }

  @Test
  void anUnbornChildIsEnoughToTalkAbout() {
    assertThat(Talk.about(Families.milaWhoExpectsAChild(), Outcome.SUPPORT_WANTED).standing())
        .isEqualTo(Standing.COMPLETE);
  }

  @Test
  void nothingIsRequiredOfAnAdultChild() {
    Talk talk =
        anja()
            .says(
                new Claim.ChildNamed(Families.LOTTE, "Lotte"),
                new Claim.Born(Families.LOTTE, PartialDate.parse("2008-01-12")));

    assertThat(talk.missing()).isEmpty();
  }

  @Test
  void allIsRequiredOfAChildOnTheLastDayBeforeItIsAnAdult() {
    Talk talk =
        anja()
            .says(
                new Claim.ChildNamed(Families.LOTTE, "Lotte"),
                new Claim.Born(Families.LOTTE, PartialDate.parse("2008-01-13")));

    assertThat(talk.missing()).hasSize(5);
  }

  @Test
  void anAdultChildIsSomebodyToTalkAbout() {
    Talk talk =
        anja()
            .without(NOOR)
            .without(Families.SAM)
            .says(
                new Claim.ChildNamed(NOOR, "Noor"),
                new Claim.Born(NOOR, PartialDate.parse("2008-01-12")));

    assertThat(talk.missing()).isEmpty();
  }

  @Test
  void notDiscussedWithTheParentNeedsAReason() {
    Talk talk = anja().without(Topic.DISCUSSED);

    assertThat(talk.says(new Claim.DiscussedWithParent(false, null)).missing())
        .containsExactly(whole(Item.DISCUSSED));
    assertThat(talk.says(new Claim.DiscussedWithParent(false, " ")).missing())
        .containsExactly(whole(Item.DISCUSSED));
    assertThat(talk.says(new Claim.DiscussedWithParent(false, "te ziek")).missing()).isEmpty();
  }

  @Test
  void declinedIsConsideredAndNotComplete() {
    Decision<Completeness> d = Talk.bare(Families.anja(), Outcome.DECLINED).decision();

    assertThat(d.outcome().standing()).isEqualTo(Standing.CONSIDERED);
    assertThat(d.outcome().missing()).isEmpty();
    assertThat(d.reasons().get(0).rule()).isEqualTo("completeness.considered");
  }

  @Test
  void postponedNeedsAReasonAndADate() {
    Talk talk = Talk.bare(Families.anja(), Outcome.POSTPONED);

    assertThat(talk.missing()).containsExactly(whole(Item.REASON), whole(Item.POSTPONED_UNTIL));
    assertThat(talk.reason("te ziek").missing()).containsExactly(whole(Item.POSTPONED_UNTIL));
    assertThat(talk.until("2026-01-19").standing()).isEqualTo(Standing.CONSIDERED);
  }

  @Test
  void postponedWithADateAndNoReasonIsIncomplete() {
    Talk talk = Talk.bare(Families.anja(), Outcome.POSTPONED).until("2026-01-19");

    assertThat(talk.standing()).isEqualTo(Standing.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-12", "2026-01-11"})
  void postponedToADayThatHasComeIsNotPostponed(String day) {
    Talk talk = Talk.bare(Families.anja(), Outcome.POSTPONED).reason("te ziek").until(day);

    assertThat(talk.missing()).containsExactly(whole(Item.POSTPONED_UNTIL));
  }

  @Test
  void notApplicableNeedsAReason() {
    Talk talk = Talk.bare(Families.anja(), Outcome.NOT_APPLICABLE);

    assertThat(talk.missing()).containsExactly(whole(Item.REASON));
    assertThat(talk.reason("  ").missing()).containsExactly(whole(Item.REASON));
    assertThat(talk.reason("dubbele afspraak").standing()).isEqualTo(Standing.CONSIDERED);
  }

  @ParameterizedTest
  @EnumSource(UnclearBecause.class)
  void unclearIsCompleteWithItsSubOutcome(UnclearBecause why) {
    assertThat(anja().with(Outcome.UNCLEAR).because(why).standing()).isEqualTo(Standing.COMPLETE);
  }

  @Test
  void unclearIsIncompleteWithoutItsSubOutcome() {
    assertThat(anja().with(Outcome.UNCLEAR).missing()).containsExactly(whole(Item.UNCLEAR_BECAUSE));
  }

  @Test
  void unclearNeedsWhatIsSaidOnceAndOfEachChild() {
    Talk talk =
        anja()
            .with(Outcome.UNCLEAR)
            .because(UnclearBecause.NOT_TAKEN_OVER)
            .without(Topic.GUT_FEELING)
            .without(Topic.WELLBEING, NOOR);

    assertThat(talk.missing())
        .containsExactly(new Missing(Item.WELLBEING, NOOR), whole(Item.GUT_FEELING));
  }

  @Test
  void unclearNeedsNoChildBecauseThatMayBeWhatIsUnclear() {
    Talk talk =
        anja()
            .without(NOOR)
            .without(Families.SAM)
            .with(Outcome.UNCLEAR)
            .because(UnclearBecause.NOBODY_ELSE_INVOLVED);

    assertThat(talk.standing()).isEqualTo(Standing.COMPLETE);
  }
}
