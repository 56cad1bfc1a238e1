package nl.kindcheck.service.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  private final Known known;
  private final Policies policies;
  private final Texts texts;

  Suggestions(Known known, Policies policies, Texts texts) {
    this.known = known;
    this.policies = policies;
    this.texts = texts;
  }

  /** Empty as long as no outcome was chosen. */
  List<Action> of(LaunchContext launch, Typed typed) {
    return Coded.find(Outcome.class, typed.value("outcome"))
        .map(
            outcome ->
                ActionCatalogue.suggest(
                        outcome,
                        known.family(launch),
                        null,
                        policies.today(launch.tenant()),
                        known.today())
                    .outcome())
        .orElse(List.of());
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
    return more.with(row + ".action", texts.of("action." + code.get(), locale));
  }
}
