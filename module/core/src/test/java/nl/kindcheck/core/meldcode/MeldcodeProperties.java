package nl.kindcheck.core.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kindcheck.core.policy.Policy;
import org.junit.jupiter.api.Test;

/** What is never or always so of a record, over thousands of generated ones. */
class MeldcodeProperties {

  private static final Policy POLICY = Policy.standard();
  private static final List<List<MeldcodeEvent>> CASES = MeldcodeCases.generated(20_260_601, 3_000);

  private static MeldcodeRecord record(List<MeldcodeEvent> events) {
    return MeldcodeRecord.of(MeldcodeCases.ID, MeldcodeCases.entries(events));
  }

  @Test
  void theCasesHoldEveryKindOfEvent() {
    Set<Class<?>> kinds =
        CASES.stream().flatMap(List::stream).map(Object::getClass).collect(Collectors.toSet());
    Set<Class<?>> all =
        Stream.concat(
                Stream.of(MeldcodeEvent.class.getPermittedSubclasses()),
                Stream.of(MeldcodeEvent.InStep.class.getPermittedSubclasses()))
            .filter(Class::isRecord)
            .collect(Collectors.toSet());

    assertThat(kinds).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void nothingThatWasRecordedIsEverErased() {
    Random random = new Random(7);
    for (List<MeldcodeEvent> events : CASES) {
      List<MeldcodeEvent> more = new ArrayList<>(events);
      more.add(MeldcodeCases.anEvent(random));
      MeldcodeRecord after = record(more);

      assertThat(after.entries())
          .startsWith(record(events).entries().toArray(MeldcodeEntry[]::new));
      assertThat(after.at(events.size())).isEqualTo(record(events));
    }
  }

  @Test
  void everyOrderIsTakenAndLosesNothing() {
    Random random = new Random(8);
    for (List<MeldcodeEvent> events : CASES) {
      List<MeldcodeEvent> shuffled = new ArrayList<>(events.subList(1, events.size()));
      Collections.shuffle(shuffled, random);
      shuffled.add(0, events.get(0));
      MeldcodeRecord other = record(shuffled);

      assertThat(other.entries().stream().map(MeldcodeEntry::event))
          .containsExactlyInAnyOrderElementsOf(events);
      assertThat(MeldcodeRules.steps(other, POLICY).outcome()).hasSize(5);
      assertThat(other.children()).isEqualTo(record(events).children());
    }
  }

  @Test
  void closesAndOpensAgainAtAnyPoint() {
    for (List<MeldcodeEvent> events : CASES) {
      List<MeldcodeEvent> closed = new ArrayList<>(events);
      closed.add(new MeldcodeEvent.Closed("Klaar"));
      List<MeldcodeEvent> again = new ArrayList<>(closed);
      again.add(new MeldcodeEvent.Reopened("Nieuw"));

      assertThat(record(closed).isClosed()).isTrue();
      assertThat(record(again).isClosed()).isFalse();
      for (Step step : Step.values()) {
        assertThat(record(closed).standing(step)).isEqualTo(record(events).standing(step));
      }
    }
  }

  @Test
  void everyStepClosesAndBeginsAgainAtAnyPointWithoutTheOthers() {
    for (List<MeldcodeEvent> events : CASES.subList(0, 500)) {
      for (Step step : Step.values()) {
        List<MeldcodeEvent> more = new ArrayList<>(events);
        more.add(new MeldcodeEvent.StepClosed(step, null));
        assertThat(record(more).standing(step).state()).isEqualTo(StepState.DONE);
        for (Step other : Step.values()) {
          if (other != step) {
            assertThat(record(more).standing(other)).isEqualTo(record(events).standing(other));
          }
        }
        more.add(new MeldcodeEvent.StepReopened(step, "Nieuw"));
        assertThat(record(more).standing(step).state()).isEqualTo(StepState.OPEN);
      }
    }
  }

  @Test
  void everyDecisionHasItsReasonAndSource() {
    for (List<MeldcodeEvent> events : CASES) {
      MeldcodeRecord record = record(events);
      Stream.of(
              MeldcodeRules.steps(record, POLICY),
              MeldcodeRules.lacking(record, POLICY),
              MeldcodeRules.danger(record, POLICY))
          .forEach(
              decision -> {
                assertThat(decision.reasons().get(0).rule()).startsWith("meldcode.");
                assertThat(decision.reasons().get(0).source()).isNotBlank();
              });
    }
  }

  @Test
  void moreWorkNeverMakesMoreLackUnlessTheSuspicionIsRaisedAgain() {
    Random random = new Random(9);
    for (List<MeldcodeEvent> events : CASES) {
      List<MeldcodeEvent> more = new ArrayList<>(events);
      more.add(MeldcodeCases.anEvent(random));
      MeldcodeRecord before = record(events);
      if (before.unfounded().isEmpty()) {
        assertThat(MeldcodeRules.lacking(before, POLICY).outcome())
            .containsAll(MeldcodeRules.lacking(record(more), POLICY).outcome());
      }
    }
  }

  @Test
  void recordsTravelUnchanged() throws IOException, ClassNotFoundException {
    for (List<MeldcodeEvent> events : CASES.subList(0, 200)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(new ArrayList<>(record(events).entries()));
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(in.readObject()).isEqualTo(record(events).entries());
      }
    }
  }
}
