package nl.kindcheck.core.meldcode;

import static nl.kindcheck.core.meldcode.MeldcodeCases.DAY;
import static nl.kindcheck.core.meldcode.MeldcodeCases.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.meldcode.MeldcodeEvent.AccountGiven;
import nl.kindcheck.core.meldcode.MeldcodeEvent.AcuteDangerNoted;
import nl.kindcheck.core.meldcode.MeldcodeEvent.AcuteDangerOver;
import nl.kindcheck.core.meldcode.MeldcodeEvent.Closed;
import nl.kindcheck.core.meldcode.MeldcodeEvent.DiscussedWithFamily;
import nl.kindcheck.core.meldcode.MeldcodeEvent.NotDiscussedWithFamily;
import nl.kindcheck.core.meldcode.MeldcodeEvent.ReportingDecided;
import nl.kindcheck.core.meldcode.MeldcodeEvent.StepClosed;
import nl.kindcheck.core.meldcode.MeldcodeEvent.SupportDecided;
import nl.kindcheck.core.meldcode.MeldcodeEvent.SuspicionUnfounded;
import nl.kindcheck.core.meldcode.MeldcodeEvent.Weighed;
import nl.kindcheck.core.policy.Policy;
import org.junit.jupiter.api.Test;

class MeldcodeRulesTests {

  private static final Policy POLICY = Policy.standard();

  private static List<Lacking> lacking(MeldcodeEvent... events) {
    return MeldcodeRules.lacking(record(events), POLICY).outcome();
  }

  private static MeldcodeEvent[] everything() {
    List<MeldcodeEvent> all = new ArrayList<>();
    Stream.of(Weighing.values()).forEach(w -> all.add(new Weighed(w, Answer.UNKNOWN, null)));
    Stream.of(Account.values()).forEach(a -> all.add(new AccountGiven(a, "Vastgelegd")));
    all.add(new ReportingDecided(Verdict.NOT_YET, "Eerst overleg"));
    all.add(new SupportDecided(Verdict.YES, "Tante vangt op"));
    all.add(new DiscussedWithFamily(DAY, "Opgelucht"));
    return all.toArray(MeldcodeEvent[]::new);
  }

  @Test
  void theFiveStepsAreShownInTheirOrder() {
    var steps = MeldcodeRules.steps(record(new StepClosed(Step.DECIDE, null)), POLICY);

    assertThat(steps.outcome()).extracting(StepStanding::step).containsExactly(Step.values());
    assertThat(steps.outcome().get(4).state()).isEqualTo(StepState.DONE);
    assertThat(steps.reasons().get(0).facts())
        .containsEntry("done", "1")
        .containsEntry("open", "4");
    assertThat(steps.reasons().get(0).source()).contains("afwegingskadermeldcode");
  }

  @Test
  void atFirstEverythingIsLackingAtStepFive() {
    assertThat(lacking()).containsExactlyInAnyOrder(Lacking.values());
  }

  @Test
  void nothingIsLackingWhenAllOfItIsRecorded() {
    var decision = MeldcodeRules.lacking(record(everything()), POLICY);

    assertThat(decision.outcome()).isEmpty();
    assertThat(decision.reasons().get(0).rule()).isEqualTo("meldcode.recorded");
    assertThat(decision.reasons().get(0).source()).contains("knmg-meldcode");
  }

  @Test
  void notKnownYetAndNotDecidedYetAreAnswers() {
    assertThat(lacking(new Weighed(Weighing.ACCEPTED, Answer.UNKNOWN, null)))
        .doesNotContain(Lacking.ACCEPTED);
    assertThat(lacking(new ReportingDecided(Verdict.NOT_YET, "Wacht op Veilig Thuis")))
        .doesNotContain(Lacking.REPORTING)
        .contains(Lacking.SUPPORT);
  }

  @Test
  void theTwoDecisionsAreEachAskedByThemselves() {
    assertThat(lacking(new SupportDecided(Verdict.NO, "Wordt niet aangenomen")))
        .contains(Lacking.REPORTING)
        .doesNotContain(Lacking.SUPPORT);
  }

  @Test
  void theReasonWhyNotIsAsGoodAsHavingDiscussedIt() {
    assertThat(lacking(new NotDiscussedWithFamily("Niet veilig")))
        .doesNotContain(Lacking.DISCUSSED);
  }

  @Test
  void anUnfoundedSuspicionLeavesNothingToWeighOrDecide() {
    var decision = MeldcodeRules.lacking(record(new SuspicionUnfounded("Andere oorzaak")), POLICY);

    assertThat(decision.outcome())
        .contains(Lacking.ACTIONS, Lacking.INFORMED, Lacking.REACTIONS, Lacking.DISCUSSED)
        .doesNotContain(Lacking.REPORTING, Lacking.SUPPORT, Lacking.SUSPICION);
    assertThat(decision.reasons().get(0).rule()).isEqualTo("meldcode.lacking-unfounded");
  }

  @Test
  void acuteDangerShowsAtOnceWhomToCall() {
    assertThat(MeldcodeRules.danger(record(new AcuteDangerNoted(null)), POLICY).outcome())
        .containsExactly(
            DangerCall.EMERGENCY_SERVICES, DangerCall.VEILIG_THUIS, DangerCall.CRISIS_LINE);
  }

  @Test
  void acuteDangerShowsOnAClosedRecordToo() {
    assertThat(
            MeldcodeRules.danger(record(new AcuteDangerNoted("Nu"), new Closed("Weg")), POLICY)
                .outcome())
        .isNotEmpty();
  }

  @Test
  void nobodyIsToldToCallWhereNoDangerIsNotedOrItIsOver() {
    assertThat(MeldcodeRules.danger(record(), POLICY).outcome()).isEmpty();
    assertThat(
            MeldcodeRules.danger(
                    record(new AcuteDangerNoted("Nu"), new AcuteDangerOver("Voorbij")), POLICY)
                .outcome())
        .isEmpty();
  }
}
