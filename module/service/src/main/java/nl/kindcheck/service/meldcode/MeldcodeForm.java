package nl.kindcheck.service.meldcode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.core.meldcode.Step;
import org.jspecify.annotations.Nullable;

/**
 * One form: what it asks, and which events follow from the answers.
 *
 * @param name stands in its address, and its texts are found by it
 * @param step the step it belongs to; null where it is about the record as a whole
 * @param reader makes events of sound answers
 * @param starter what the fields hold at first
 */
record MeldcodeForm(
    String name, @Nullable Step step, List<Question> questions, Reader reader, Starter starter) {

  /** What a form may look at beside the answers. */
  record Setting(MeldcodeRecord shown, Set<String> names) {}

  /** Makes events of answers that are sound, or finds a last fault in them. */
  @FunctionalInterface
  interface Reader {
    List<MeldcodeEvent> read(Typed typed, Setting setting);
  }

  /** Says what the fields hold at first. */
  @FunctionalInterface
  interface Starter {
    Map<String, String> values(MeldcodeRecord record);
  }

  Question question(String question) {
    return questions.stream().filter(q -> q.name().equals(question)).findFirst().orElseThrow();
  }

  /**
   * The events; none where a fault was found.
   *
   * @param setting the record as the form showed it, so that only what was changed in it counts
   */
  List<MeldcodeEvent> events(Typed typed, Setting setting) {
    if (!typed.isSound()) {
      return List.of();
    }
    List<MeldcodeEvent> events = reader.read(typed, setting);
    if (typed.isSound() && events.isEmpty()) {
      typed.fault(questions.get(0), "nothing");
    }
    return typed.isSound() ? events : List.of();
  }
}
