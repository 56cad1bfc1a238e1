package nl.kindcheck.service.meldcode;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.meldcode.Also;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.service.meldcode.Question.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The form that opens a record. It asks for one text and whom it is about; all else may be left
 * out.
 */
final class Opening {

  static final String CHILD = "child";
  private static final String KINDCHECK = "kindcheck";
  private static final String DANGER = "danger";

  private Opening() {}

  /**
   * What it asks. Whom it is about is asked where there is somebody to choose.
   *
   * @param named whom somebody chose already, so that a choice that is gone is met by its question
   */
  static List<Question> questions(Meldcodes.Known known, List<String> named) {
    List<Question> questions = new ArrayList<>();
    questions.add(Question.text("reason", "meldcode.ask.new"));
    if (!known.children().isEmpty() || known.expected() || !named.isEmpty()) {
      questions.add(Question.choices(CHILD, "meldcode.ask.child", whom(known)));
    }
    questions.add(
        Question.choice(
                DANGER,
                "meldcode.ask.danger-now",
                List.of(
                    new Choice("yes", "meldcode.answer.yes", true),
                    new Choice("no", "meldcode.answer.no", true)))
            .optional());
    return questions;
  }

  private static List<Choice> whom(Meldcodes.Known known) {
    List<Choice> choices = new ArrayList<>();
    known
        .children()
        .forEach(
            (id, label) ->
                choices.add(
                    label.isBlank()
                        ? new Choice(id.toString(), "meldcode.child.unnamed", true)
                        : new Choice(id.toString(), label, false)));
    Stream.of(Also.values())
        .filter(also -> also != Also.UNBORN_CHILD || known.expected())
        .forEach(
            also -> choices.add(new Choice(also.code(), "meldcode.also." + also.code(), true)));
    return choices;
  }

  /** What the fields hold at first: the children and the Kindcheck that a link named. */
  static MultiValueMap<String, String> start(List<String> children, @Nullable String kindcheck) {
    MultiValueMap<String, String> start = new LinkedMultiValueMap<>();
    start.addAll(CHILD, children);
    start.add(KINDCHECK, kindcheck == null ? "" : kindcheck);
    return start;
  }

  static List<MeldcodeEvent> events(Typed typed, Meldcodes.Known known) {
    List<String> chosen = typed.chosen(CHILD);
    List<MeldcodeEvent> events = new ArrayList<>();
    events.add(
        new MeldcodeEvent.Opened(
            typed.written("reason"),
            known.children().keySet().stream()
                .filter(id -> chosen.contains(id.toString()))
                .toList(),
            Stream.of(Also.values()).filter(also -> chosen.contains(also.code())).toList(),
            known.concerns().keySet().stream()
                .filter(id -> id.toString().equals(typed.value(KINDCHECK)))
                .findFirst()
                .orElse(null)));
    if (typed.value(DANGER).equals("yes")) {
      events.add(new MeldcodeEvent.AcuteDangerNoted(null));
    } else if (typed.value(DANGER).equals("no")) {
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
