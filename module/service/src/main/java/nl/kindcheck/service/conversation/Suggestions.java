package nl.kindcheck.service.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kindcheck.core.action.Action;
import nl.kindcheck.core.action.ActionCatalogue;
import nl.kindcheck.core.action.ActionCode;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Policies;
import org.springframework.stereotype.Component;

/** At most three steps that fit the outcome, each to be taken over as an agreement or left (F9). */
@Component
class Suggestions {

  /** Begins the action of the button that takes one over. */
  static final String TAKE = "take-";

  /** Ends the field that keeps which suggestion an agreement came from, however it is reworded. */
  private static final String FROM = ".from";

  private final Known known;
  private final Policies policies;
  private final Texts texts;
  private final Understood understood;

  Suggestions(Known known, Policies policies, Texts texts, Understood understood) {
    this.understood = understood;
    this.known = known;
    this.policies = policies;
    this.texts = texts;
  }

  /** Those that were not taken over yet; empty as long as no outcome was chosen. */
  List<Action> of(LaunchContext launch, Draft draft) {
    Typed typed = draft.typed();
    return Coded.find(Outcome.class, typed.value("outcome"))
        .map(
            outcome ->
                ActionCatalogue.suggest(
                        outcome,
                        known.family(launch),
                        understood.of(launch, draft).orElse(null),
                        policies.today(launch.tenant()),
                        known.today())
                    .outcome()
                    .stream()
                    .filter(action -> !isTaken(action.kind(), typed))
                    .toList())
        .orElse(List.of());
  }

  /** By its mark, or by its words where it was taken over elsewhere. */
  private boolean isTaken(ActionCode code, Typed typed) {
    Set<String> words =
        Texts.LANGUAGES.stream()
            .map(language -> texts.of("action." + code.code(), language))
            .collect(Collectors.toSet());
    return typed.groups("follow-up").stream()
        .map(number -> "follow-up." + number)
        .anyMatch(
            row ->
                typed.value(row + FROM).equals(code.code())
                    || words.contains(typed.value(row + ".action").strip()));
  }

  /**
   * An agreement as a parent reads it: worded for the parent where it was suggested; nothing where
   * it is the clinician's own work; as it was typed where it was typed.
   */
  Optional<String> forParent(String agreed, Locale locale) {
    for (ActionCode code : ActionCode.values()) {
      for (Locale language : Texts.LANGUAGES) {
        if (texts.of("action." + code.code(), language).equals(agreed.strip())) {
          return code.withParent()
              ? Optional.of(texts.of("action." + code.code() + ".parent", locale))
              : Optional.empty();
        }
      }
    }
    return Optional.of(agreed);
  }

  /** The same with an agreement of the suggestion that was taken over, if one was. */
  Typed taken(Typed typed, String action, Locale locale) {
    Optional<String> code =
        action.startsWith(TAKE) ? Optional.of(action.substring(TAKE.length())) : Optional.empty();
    if (code.isEmpty() || Coded.find(ActionCode.class, code.get()).isEmpty()) {
      return typed;
    }
    Typed more = typed.withGroup("follow-up");
    List<Integer> rows = more.groups("follow-up");
    String row = "follow-up." + rows.get(rows.size() - 1);
    return more.with(row + ".action", texts.of("action." + code.get(), locale))
        .with(row + FROM, code.get());
  }
}
