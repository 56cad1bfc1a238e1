package nl.kindcheck.core.meldcode;

import static nl.kindcheck.core.meldcode.MeldcodeCases.DAY;
import static nl.kindcheck.core.meldcode.MeldcodeCases.entries;
import static nl.kindcheck.core.meldcode.MeldcodeCases.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.meldcode.MeldcodeEvent.AcuteDangerNoted;
import nl.kindcheck.core.meldcode.MeldcodeEvent.AcuteDangerOver;
import nl.kindcheck.core.meldcode.MeldcodeEvent.Closed;
import nl.kindcheck.core.meldcode.MeldcodeEvent.NoAcuteDanger;
import nl.kindcheck.core.meldcode.MeldcodeEvent.Opened;
import nl.kindcheck.core.meldcode.MeldcodeEvent.Reopened;
import nl.kindcheck.core.meldcode.MeldcodeEvent.ShieldingSet;
import nl.kindcheck.core.meldcode.MeldcodeEvent.SignalNoted;
import nl.kindcheck.core.meldcode.MeldcodeEvent.StepClosed;
import nl.kindcheck.core.meldcode.MeldcodeEvent.StepReopened;
import nl.kindcheck.core.meldcode.MeldcodeEvent.StepWorkedOn;
import nl.kindcheck.core.meldcode.MeldcodeEvent.SuspicionUnfounded;
import nl.kindcheck.core.meldcode.MeldcodeEvent.Weighed;
import org.junit.jupiter.api.Test;

class MeldcodeRecordTests {

  @Test
  void beginsWithItsOpening() {
    List<MeldcodeEntry> none = List.of();
    List<MeldcodeEntry> another = entries(List.of(new Closed("Klaar")));

    assertThatThrownBy(() -> MeldcodeRecord.of(MeldcodeCases.ID, none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MeldcodeRecord.of(MeldcodeCases.ID, another))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTextThatMustBeGivenIsNeverBlank() {
    assertThatThrownBy(() -> new Closed(" \n")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AcuteDangerNoted("")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new AcuteDangerNoted(null).what()).isNull();
  }

  @Test
  void knowsTheChildrenAndTheKindchecksItIsAbout() {
    ChildId noor = new ChildId(new UUID(1, 1));
    ChildId sam = new ChildId(new UUID(1, 2));
    ResponseId kindcheck = new ResponseId(new UUID(1, 3));
    List<Also> unborn = List.of(Also.UNBORN_CHILD);
    MeldcodeRecord family = record();
    MeldcodeRecord several =
        record(new Opened("Nog iets", List.of(noor, sam, noor), unborn, kindcheck));

    assertThat(family.children()).isEmpty();
    assertThat(family.also()).containsExactly(Also.WHOLE_FAMILY);
    assertThat(several.children()).containsExactly(noor, sam);
    assertThat(several.also()).containsExactly(Also.UNBORN_CHILD);
    assertThat(several.kindchecks()).containsExactly(kindcheck);
    assertThat(record(new Opened("Nog iets", List.of(noor), List.of(), null)).also()).isEmpty();
  }

  @Test
  void closesAndOpensAgain() {
    assertThat(record().isClosed()).isFalse();
    assertThat(record(new Closed("Klaar")).isClosed()).isTrue();
    assertThat(record(new Closed("Klaar"), new Reopened("Toch niet")).isClosed()).isFalse();
  }

  @Test
  void staysClosedWhenSomethingIsAdded() {
    MeldcodeRecord record =
        record(new Closed("Klaar"), new StepWorkedOn(Step.TALK, "Nog een telefoontje"));

    assertThat(record.isClosed()).isTrue();
    assertThat(record.in(Step.TALK)).hasSize(1);
  }

  @Test
  void isShieldedUntilSomebodySaysOtherwise() {
    ShieldingSet off = new ShieldingSet(false, "De ouder leest mee");

    assertThat(record().isShielded()).isTrue();
    assertThat(record(off).isShielded()).isFalse();
    assertThat(record(off, new ShieldingSet(true, "Toch niet veilig")).isShielded()).isTrue();
  }

  @Test
  void acuteDangerLastsUntilItIsOver() {
    AcuteDangerNoted danger = new AcuteDangerNoted(null);

    assertThat(record().acuteDanger()).isEmpty();
    assertThat(record(danger).acuteDanger()).isPresent();
    assertThat(record(danger, new Closed("Klaar")).acuteDanger()).isPresent();
    assertThat(record(danger, new AcuteDangerOver("Kind is bij oma")).acuteDanger()).isEmpty();
    assertThat(record(danger, new AcuteDangerOver("Bij oma"), danger).acuteDanger()).isPresent();
  }

  @Test
  void thatThereWasNoDangerIsAnAnswerAndEndsNone() {
    NoAcuteDanger no = new NoAcuteDanger();
    AcuteDangerNoted danger = new AcuteDangerNoted(null);
    AcuteDangerOver over = new AcuteDangerOver("Kind is bij oma");

    assertThat(record().aboutDanger()).isEmpty();
    assertThat(record(no).aboutDanger().orElseThrow().event()).isEqualTo(no);
    assertThat(record(no, danger).aboutDanger().orElseThrow().event()).isEqualTo(danger);
    assertThat(record(danger, no).aboutDanger().orElseThrow().event()).isEqualTo(danger);
    assertThat(record(danger, no).acuteDanger()).isPresent();
    assertThat(record(no, danger, over).aboutDanger().orElseThrow().event()).isEqualTo(over);
  }

  @Test
  void anUnfoundedSuspicionStandsUntilSomethingRaisesItAgain() {
    SuspicionUnfounded unfounded = new SuspicionUnfounded("De arts vond een andere oorzaak");
    StepWorkedOn note = new StepWorkedOn(Step.TALK, "Teruggebeld");

    assertThat(record(unfounded, note, new Closed("Klaar")).unfounded()).isPresent();
    assertThat(record(unfounded, new Reopened("Nieuw")).unfounded()).isEmpty();
    assertThat(record(unfounded, new StepReopened(Step.TALK, "Nieuw")).unfounded()).isEmpty();
    assertThat(record(unfounded, new AcuteDangerNoted(null)).unfounded()).isEmpty();
    assertThat(
            record(unfounded, new SignalNoted(DAY, Perspective.CHILD, Nature.FACT, "Zei iets"))
                .unfounded())
        .isEmpty();
  }

  @Test
  void aStepIsNotStartedThenOpenThenDone() {
    StepWorkedOn work = new StepWorkedOn(Step.WEIGH, "Gewogen");
    StepClosed close = new StepClosed(Step.WEIGH, null);

    assertThat(record().standing(Step.WEIGH).state()).isEqualTo(StepState.NOT_STARTED);
    assertThat(record(work).standing(Step.WEIGH).state()).isEqualTo(StepState.OPEN);
    assertThat(record(work, close).standing(Step.WEIGH).state()).isEqualTo(StepState.DONE);
    assertThat(record(close).standing(Step.WEIGH).state()).isEqualTo(StepState.DONE);
    assertThat(record(close, new StepReopened(Step.WEIGH, "Nieuw")).standing(Step.WEIGH).state())
        .isEqualTo(StepState.OPEN);
  }

  @Test
  void whatIsAddedToAClosedStepIsSeenAndDoesNotOpenIt() {
    StepStanding standing =
        record(new StepClosed(Step.TALK, null), new StepWorkedOn(Step.TALK, "Nog iets"))
            .standing(Step.TALK);

    assertThat(standing.state()).isEqualTo(StepState.DONE);
    assertThat(standing.addedSinceDone()).isTrue();
  }

  @Test
  void theLastAnswerIsInForceAndTheEarlierOneStays() {
    Weighed first = new Weighed(Weighing.UNSAFETY, Answer.UNKNOWN, null);
    Weighed second = new Weighed(Weighing.UNSAFETY, Answer.YES, "Gezien");
    MeldcodeRecord record = record(first, second);

    assertThat(record.weighed(Weighing.UNSAFETY)).contains(second);
    assertThat(record.all(Weighed.class)).containsExactly(first, second);
  }

  @Test
  void showsWhatItWasBefore() {
    MeldcodeRecord record = record(new Closed("Klaar"));

    assertThat(record.at(1).isClosed()).isFalse();
    assertThat(record.at(2)).isEqualTo(record);
    assertThat(record.at(-3)).isEqualTo(record());
    assertThat(record.at(99)).isEqualTo(record);
  }
}
