package nl.kindcheck.service.meldcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.service.meldcode.Question.Choice;
import org.jspecify.annotations.Nullable;

/** The form that opens a record. It asks for one text; all else may be left out. */
final class Opening {

  private static final String CHILD = "child";
  private static final String KINDCHECK = "kindcheck";
  private static final String FAMILY = "family";

  private Opening() {}

  static List<Question> questions(Map<ChildId, String> children) {
    List<Question> questions = new ArrayList<>();
    questions.add(Question.text("reason", "meldcode.ask.new"));
    if (!children.isEmpty()) {
      List<Choice> choices = new ArrayList<>();
      children.forEach(
          (id, label) ->
              choices.add(
                  label.isBlank()
                      ? new Choice(id.toString(), "meldcode.child.unnamed", true)
                      : new Choice(id.toString(), label, false)));
      choices.add(new Choice(FAMILY, "meldcode.child.family", true));
      questions.add(Question.choice(CHILD, "meldcode.ask.child", choices).optional());
    }
    questions.add(
        Question.choice(
                "danger",
                "meldcode.ask.danger-now",
                List.of(
                    new Choice("yes", "meldcode.answer.yes", true),
                    new Choice("no", "meldcode.answer.no", true)))
            .optional());
    return questions;
  }

  /** What the fields hold at first: the child and the Kindcheck that a link named. */
  static Map<String, String> start(@Nullable String child, @Nullable String kindcheck) {
    return Map.of(CHILD, child == null ? "" : child, KINDCHECK, kindcheck == null ? "" : kindcheck);
  }

  static List<MeldcodeEvent> events(Typed typed, Meldcodes.Known known) {
    List<MeldcodeEvent> events = new ArrayList<>();
    events.add(
        new MeldcodeEvent.Opened(
            typed.written("reason"),
            known.children().keySet().stream()
                .filter(id -> id.toString().equals(typed.value(CHILD)))
                .findFirst()
                .orElse(null),
            known.concerns().keySet().stream()
                .filter(id -> id.toString().equals(typed.value(KINDCHECK)))
                .findFirst()
                .orElse(null)));
    if (typed.value("danger").equals("yes")) {
      events.add(new MeldcodeEvent.AcuteDangerNoted(null));
    } else if (typed.value("danger").equals("no")) {
      events.add(new MeldcodeEvent.NoAcuteDanger());
    }
    return events;
  }

  /** The concerns from which no record was opened yet. */
  static List<ResponseId> notTakenUp(
      Meldcodes.Known known, List<nl.kindcheck.core.meldcode.MeldcodeRecord> records) {
    return known.concerns().keySet().stream()
        .filter(id -> records.stream().noneMatch(r -> r.kindchecks().contains(id)))
        .toList();
  }

  static UUID key(@Nullable String sent) {
    try {
      return sent == null ? UUID.randomUUID() : UUID.fromString(sent);
    } catch (IllegalArgumentException e) {
      // Not ours: then it is simply a sending of its own.
      return UUID.randomUUID();
    }
  }
}
