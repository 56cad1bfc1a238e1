package nl.kindcheck.service.meldcode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.meldcode.Account;
import nl.kindcheck.core.meldcode.Involved;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.core.meldcode.Step;
import nl.kindcheck.core.meldcode.Verdict;
import nl.kindcheck.core.meldcode.Weighing;
import org.jspecify.annotations.Nullable;

/** The forms with which a record is written in. Each may be used at any time, in any order. */
final class Forms {

  private static final String ON = "on";
  private static final String REASON = "reason";
  private static final String BASIS = "-basis";
  private static final String ASK = "meldcode.ask.";

  private static final Map<String, MeldcodeForm> RECORD =
      byName(
          signal(),
          colleague(),
          advice(),
          anonymous(),
          talk(),
          because("no-talk", Step.TALK, MeldcodeEvent.TalkNotHeld::new),
          weigh(),
          decide(),
          account(),
          discussed(),
          because("not-discussed", Step.DECIDE, MeldcodeEvent.NotDiscussedWithFamily::new),
          report(),
          because("unfounded", null, MeldcodeEvent.SuspicionUnfounded::new),
          danger(),
          because("danger-over", null, MeldcodeEvent.AcuteDangerOver::new),
          because("shield", null, reason -> new MeldcodeEvent.ShieldingSet(true, reason)),
          because("unshield", null, reason -> new MeldcodeEvent.ShieldingSet(false, reason)),
          because("close", null, MeldcodeEvent.Closed::new),
          because("reopen", null, MeldcodeEvent.Reopened::new));

  private Forms() {}

  /** A form of the record or of one kind of step work. */
  static Optional<MeldcodeForm> of(String name) {
    return Optional.ofNullable(RECORD.get(name));
  }

  /** A form that every step has: a note, closing it, beginning it again. */
  static Optional<MeldcodeForm> of(Step step, String name) {
    return Optional.ofNullable(
        switch (name) {
          case "note" -> because(name, step, text -> new MeldcodeEvent.StepWorkedOn(step, text));
          case "step-close" -> closeStep(step);
          case "step-reopen" ->
              because(name, step, text -> new MeldcodeEvent.StepReopened(step, text));
          default -> null;
        });
  }

  static Map<String, MeldcodeForm> all() {
    return RECORD;
  }

  private static Map<String, MeldcodeForm> byName(MeldcodeForm... forms) {
    Map<String, MeldcodeForm> byName = new LinkedHashMap<>();
    for (MeldcodeForm form : forms) {
      byName.put(form.name(), form);
    }
    return byName;
  }

  private static MeldcodeForm form(
      String name,
      @Nullable Step step,
      List<Question> questions,
      Function<Typed, MeldcodeEvent> event) {
    return new MeldcodeForm(
        name, step, questions, (typed, setting) -> List.of(event.apply(typed)), r -> Map.of());
  }

  /** A form that asks for one text. */
  private static MeldcodeForm because(
      String name, @Nullable Step step, Function<String, MeldcodeEvent> event) {
    return form(
        name,
        step,
        List.of(Question.text(REASON, ASK + name)),
        typed -> event.apply(typed.written(REASON)));
  }

  private static MeldcodeForm closeStep(Step step) {
    return form(
        "step-close",
        step,
        List.of(Question.text(REASON, ASK + "step-close").optional()),
        typed -> new MeldcodeEvent.StepClosed(step, typed.text(REASON).orElse(null)));
  }

  private static MeldcodeForm signal() {
    return form(
        "signal",
        Step.MAP_SIGNALS,
        List.of(
            Question.text("what", ASK + "signal"),
            Question.choice(
                "perspective", ASK + "perspective", "meldcode.perspective.", Perspective.values()),
            Question.choice("nature", ASK + "nature", "meldcode.nature.", Nature.values()),
            Question.date(ON, ASK + "signal-on")),
        typed ->
            new MeldcodeEvent.SignalNoted(
                typed.date(ON).orElseThrow(),
                typed.code(Perspective.class, "perspective").orElseThrow(),
                typed.code(Nature.class, "nature").orElseThrow(),
                typed.written("what")));
  }

  private static MeldcodeForm colleague() {
    return form(
        "colleague",
        Step.CONSULT,
        List.of(
            Question.line("whom", ASK + "colleague"),
            Question.date(ON, ASK + "on"),
            Question.text("advice", ASK + "advice")),
        typed ->
            new MeldcodeEvent.ColleagueConsulted(
                typed.date(ON).orElseThrow(), typed.written("whom"), typed.written("advice")));
  }

  private static MeldcodeForm advice() {
    return form(
        "advice",
        Step.CONSULT,
        List.of(
            Question.date(ON, ASK + "on"),
            Question.line("adviser", ASK + "adviser").optional(),
            Question.text("advice", ASK + "advice")),
        typed ->
            new MeldcodeEvent.AdviceAsked(
                typed.date(ON).orElseThrow(),
                typed.text("adviser").orElse(null),
                typed.written("advice")));
  }

  /** Asks for no name, and takes none of a child of this family. */
  private static MeldcodeForm anonymous() {
    Question advice = Question.text("advice", ASK + "anonymous");
    return new MeldcodeForm(
        "anonymous",
        Step.CONSULT,
        List.of(Question.date(ON, ASK + "on"), advice),
        (typed, setting) -> {
          if (typed.names("advice", setting.names())) {
            typed.fault(advice, "named");
          }
          return List.of(
              new MeldcodeEvent.AnonymousAdviceAsked(
                  typed.date(ON).orElseThrow(), typed.written("advice")));
        },
        record -> Map.of());
  }

  private static MeldcodeForm talk() {
    return form(
        "talk",
        Step.TALK,
        List.of(
            Question.choice("with", ASK + "with", "meldcode.involved.", Involved.values()),
            Question.date(ON, ASK + "on"),
            Question.text("said", ASK + "said")),
        typed ->
            new MeldcodeEvent.TalkHeld(
                typed.date(ON).orElseThrow(),
                typed.code(Involved.class, "with").orElseThrow(),
                typed.written("said")));
  }

  private static MeldcodeForm weigh() {
    List<Question> questions =
        Stream.of(Weighing.values())
            .flatMap(
                w ->
                    Stream.of(
                        Question.choice(
                                w.code(),
                                "meldcode.weighing." + w.code(),
                                "meldcode.answer.",
                                Answer.values())
                            .optional(),
                        Question.text(w.code() + BASIS, ASK + "basis." + w.code()).optional()))
            .toList();
    return new MeldcodeForm("weigh", Step.WEIGH, questions, Forms::weighed, Forms::weighedBefore);
  }

  private static List<MeldcodeEvent> weighed(Typed typed, MeldcodeForm.Setting setting) {
    List<MeldcodeEvent> events = new ArrayList<>();
    for (Weighing w : Weighing.values()) {
      Optional<Answer> answer = typed.code(Answer.class, w.code());
      Optional<String> basis = typed.text(w.code() + BASIS);
      if (answer.isPresent()) {
        MeldcodeEvent now = new MeldcodeEvent.Weighed(w, answer.get(), basis.orElse(null));
        addIfNew(events, now, setting.shown().weighed(w));
      } else if (basis.isPresent()) {
        typed.fault(
            Question.choice(
                w.code(), "meldcode.weighing." + w.code(), "meldcode.answer.", Answer.values()),
            "choose");
      }
    }
    return events;
  }

  private static Map<String, String> weighedBefore(MeldcodeRecord record) {
    Map<String, String> values = new HashMap<>();
    for (Weighing w : Weighing.values()) {
      record
          .weighed(w)
          .ifPresent(
              e -> {
                values.put(w.code(), e.answer().code());
                values.put(w.code() + BASIS, e.basis() == null ? "" : e.basis());
              });
    }
    return values;
  }

  private static MeldcodeForm decide() {
    return new MeldcodeForm(
        "decide",
        Step.DECIDE,
        List.of(
            Question.choice("reporting", ASK + "reporting", "meldcode.verdict.", Verdict.values())
                .optional(),
            Question.text("reporting" + BASIS, ASK + "reasons.reporting").optional(),
            Question.choice("support", ASK + "support", "meldcode.verdict.", Verdict.values())
                .optional(),
            Question.text("support" + BASIS, ASK + "reasons.support").optional()),
        (typed, setting) -> {
          List<MeldcodeEvent> events = new ArrayList<>();
          decided(typed, "reporting", MeldcodeEvent.ReportingDecided::new)
              .ifPresent(e -> addIfNew(events, e, setting.shown().reporting()));
          decided(typed, "support", MeldcodeEvent.SupportDecided::new)
              .ifPresent(e -> addIfNew(events, e, setting.shown().support()));
          return events;
        },
        Forms::decidedBefore);
  }

  private static Optional<MeldcodeEvent> decided(
      Typed typed, String name, BiFunction<Verdict, String, MeldcodeEvent> event) {
    Optional<Verdict> verdict = typed.code(Verdict.class, name);
    Optional<String> reasons = typed.text(name + BASIS);
    if (verdict.isPresent() && reasons.isEmpty()) {
      typed.fault(Question.text(name + BASIS, ASK + "reasons." + name), "required");
    } else if (verdict.isEmpty() && reasons.isPresent()) {
      typed.fault(
          Question.choice(name, ASK + name, "meldcode.verdict.", Verdict.values()), "choose");
    }
    return verdict.isPresent() && reasons.isPresent()
        ? Optional.of(event.apply(verdict.get(), reasons.get()))
        : Optional.empty();
  }

  private static Map<String, String> decidedBefore(MeldcodeRecord record) {
    Map<String, String> values = new HashMap<>();
    record
        .reporting()
        .ifPresent(
            d -> {
              values.put("reporting", d.verdict().code());
              values.put("reporting" + BASIS, d.reasons());
            });
    record
        .support()
        .ifPresent(
            d -> {
              values.put("support", d.verdict().code());
              values.put("support" + BASIS, d.reasons());
            });
    return values;
  }

  private static MeldcodeForm account() {
    return new MeldcodeForm(
        "account",
        Step.DECIDE,
        Stream.of(Account.values())
            .map(a -> Question.text(a.code(), "meldcode.account." + a.code()).optional())
            .toList(),
        (typed, setting) -> {
          List<MeldcodeEvent> events = new ArrayList<>();
          for (Account a : Account.values()) {
            typed
                .text(a.code())
                .ifPresent(
                    text ->
                        addIfNew(
                            events,
                            new MeldcodeEvent.AccountGiven(a, text),
                            setting.shown().account(a)));
          }
          return events;
        },
        record -> {
          Map<String, String> values = new HashMap<>();
          for (Account a : Account.values()) {
            record.account(a).ifPresent(e -> values.put(a.code(), e.text()));
          }
          return values;
        });
  }

  /** What the form showed already is not recorded again. */
  private static void addIfNew(
      List<MeldcodeEvent> events, MeldcodeEvent now, Optional<? extends MeldcodeEvent> shown) {
    if (shown.isEmpty() || !shown.get().equals(now)) {
      events.add(now);
    }
  }

  private static MeldcodeForm discussed() {
    return form(
        "discussed",
        Step.DECIDE,
        List.of(Question.date(ON, ASK + "on"), Question.text("reaction", ASK + "reaction")),
        typed ->
            new MeldcodeEvent.DiscussedWithFamily(
                typed.date(ON).orElseThrow(), typed.written("reaction")));
  }

  private static MeldcodeForm report() {
    return form(
        "report",
        Step.DECIDE,
        List.of(
            Question.date(ON, ASK + "report-on"),
            Question.line("to", ASK + "to"),
            Question.text("note", ASK + "report-note").optional()),
        typed ->
            new MeldcodeEvent.ReportMade(
                typed.date(ON).orElseThrow(),
                typed.written("to"),
                typed.text("note").orElse(null)));
  }

  private static MeldcodeForm danger() {
    return form(
        "danger",
        null,
        List.of(Question.text("what", ASK + "danger").optional()),
        typed -> new MeldcodeEvent.AcuteDangerNoted(typed.text("what").orElse(null)));
  }
}
