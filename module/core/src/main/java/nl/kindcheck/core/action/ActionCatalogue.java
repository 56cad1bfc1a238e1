package nl.kindcheck.core.action;

import static nl.kindcheck.core.action.ActionCode.AGREE_WHO_FOLLOWS;
import static nl.kindcheck.core.action.ActionCode.ASK_ABOUT_PARTNERS_CHILDREN;
import static nl.kindcheck.core.action.ActionCode.ASK_AGAIN;
import static nl.kindcheck.core.action.ActionCode.ASK_AGAIN_AFTER_DECLINE;
import static nl.kindcheck.core.action.ActionCode.ASK_WHAT_IS_UNKNOWN;
import static nl.kindcheck.core.action.ActionCode.CONSULT_ABOUT_OVER_ADAPTATION;
import static nl.kindcheck.core.action.ActionCode.CONSULT_COLLEAGUE;
import static nl.kindcheck.core.action.ActionCode.CONSULT_WHEN_IN_DOUBT;
import static nl.kindcheck.core.action.ActionCode.CONSULT_WHEN_UNCLEAR;
import static nl.kindcheck.core.action.ActionCode.EXPLAIN_ILLNESS;
import static nl.kindcheck.core.action.ActionCode.INFORMAL_SUPPORT;
import static nl.kindcheck.core.action.ActionCode.KEEP_POSTPONED_DATE;
import static nl.kindcheck.core.action.ActionCode.KOPP_KOV_GROUP;
import static nl.kindcheck.core.action.ActionCode.LEAVE_LEAFLET;
import static nl.kindcheck.core.action.ActionCode.OPEN_MELDCODE;
import static nl.kindcheck.core.action.ActionCode.PARENT_ROLE_GOAL;
import static nl.kindcheck.core.action.ActionCode.TALK_ABOUT_PREGNANCY;
import static nl.kindcheck.core.action.ActionCode.WIDEN_NETWORK;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The action catalogue (F9): for every outcome the steps that fit, at most three at a time
 * (requirements 4.12). It suggests; a person decides, and nothing is sent or arranged by it.
 */
public final class ActionCatalogue {

  /** Requirements 4.12. */
  public static final int MOST = 3;

  /**
   * What can be suggested at an outcome, what is chosen first standing first. Among support the own
   * network stands before the informal and the informal before the professional, so that nothing
   * heavier ever takes the place of something lighter that fits (requirements 4.8).
   */
  private static final Map<Outcome, List<ActionCode>> AT =
      Map.of(
          Outcome.SAFETY_CONCERN,
          List.of(OPEN_MELDCODE, CONSULT_COLLEAGUE, PARENT_ROLE_GOAL),
          Outcome.CONCERNS,
          List.of(
              PARENT_ROLE_GOAL,
              CONSULT_ABOUT_OVER_ADAPTATION,
              CONSULT_WHEN_IN_DOUBT,
              TALK_ABOUT_PREGNANCY,
              EXPLAIN_ILLNESS,
              WIDEN_NETWORK,
              ASK_WHAT_IS_UNKNOWN,
              INFORMAL_SUPPORT,
              KOPP_KOV_GROUP),
          Outcome.SUPPORT_WANTED,
          List.of(
              CONSULT_ABOUT_OVER_ADAPTATION,
              CONSULT_WHEN_IN_DOUBT,
              TALK_ABOUT_PREGNANCY,
              WIDEN_NETWORK,
              EXPLAIN_ILLNESS,
              INFORMAL_SUPPORT,
              KOPP_KOV_GROUP,
              ASK_WHAT_IS_UNKNOWN),
          Outcome.UNCLEAR,
          List.of(
              AGREE_WHO_FOLLOWS,
              CONSULT_ABOUT_OVER_ADAPTATION,
              CONSULT_WHEN_UNCLEAR,
              CONSULT_WHEN_IN_DOUBT,
              ASK_WHAT_IS_UNKNOWN,
              TALK_ABOUT_PREGNANCY,
              WIDEN_NETWORK,
              EXPLAIN_ILLNESS,
              INFORMAL_SUPPORT),
          Outcome.GOES_WELL,
          List.of(
              CONSULT_ABOUT_OVER_ADAPTATION,
              CONSULT_WHEN_IN_DOUBT,
              TALK_ABOUT_PREGNANCY,
              EXPLAIN_ILLNESS,
              WIDEN_NETWORK,
              ASK_WHAT_IS_UNKNOWN,
              ASK_AGAIN),
          Outcome.NO_CHILDREN,
          List.of(
              TALK_ABOUT_PREGNANCY, ASK_ABOUT_PARTNERS_CHILDREN, CONSULT_WHEN_IN_DOUBT, ASK_AGAIN),
          Outcome.DECLINED,
          List.of(LEAVE_LEAFLET, ASK_AGAIN_AFTER_DECLINE, CONSULT_WHEN_IN_DOUBT),
          Outcome.POSTPONED,
          List.of(KEEP_POSTPONED_DATE, CONSULT_WHEN_IN_DOUBT),
          Outcome.NOT_APPLICABLE,
          List.of(CONSULT_WHEN_IN_DOUBT, ASK_AGAIN));

  private ActionCatalogue() {}

  /**
   * Suggests what fits.
   *
   * @param family as recorded before, with or without this conversation
   * @param conversation what was said just now, recorded or not; null where there is none
   * @return one to three actions, the lightest first and safety before all; each reason names the
   *     action that it is for, as {@code action.<code>}
   */
  public static Decision<List<Action>> suggest(
      Outcome outcome,
      Family family,
      @Nullable Conversation conversation,
      Policy policy,
      LocalDate today) {
    Situation situation = Situation.of(family, conversation, today);
    List<Action> chosen = new ArrayList<>();
    for (ActionCode code : AT.getOrDefault(outcome, List.of())) {
      if (chosen.size() < MOST && situation.asksFor(code) && !alreadyConsults(code, chosen)) {
        chosen.add(new Action(code, situation.childrenFor(code)));
      }
    }
    chosen.sort(Comparator.comparing(Action::step));
    List<Action> shown = List.copyOf(chosen);
    List<Reason> reasons =
        shown.stream()
            .map(
                a ->
                    new Reason(
                        a.reason(),
                        Map.of("outcome", outcome.code()),
                        a.source(),
                        policy.version()))
            .toList();
    return new Decision<>(shown, reasons);
  }

  /** Whoever asks the officer does so once, with every question in it. */
  private static boolean alreadyConsults(ActionCode code, List<Action> chosen) {
    return code.means() == Means.CONSULT
        && chosen.stream().anyMatch(a -> a.means() == Means.CONSULT);
  }

  static String rule(ActionCode code) {
    return "action." + code.code();
  }
}
