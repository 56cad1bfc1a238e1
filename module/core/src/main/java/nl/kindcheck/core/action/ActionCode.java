package nl.kindcheck.core.action;

import nl.kindcheck.core.family.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Every action that can be suggested. The texts are found by the code: what to do as {@code
 * action.<code>}, why it is suggested as {@code action.<code>.why}.
 */
public enum ActionCode implements Coded {
  OPEN_MELDCODE(Step.SAFETY, Means.MELDCODE, "facts, Meldcode: step 1", null),
  CONSULT_COLLEAGUE(Step.SAFETY, Means.MELDCODE, "facts, Meldcode: step 2", null),
  EXPLAIN_ILLNESS(Step.CONVERSATION, Means.GUIDE, "F8", "explain-illness"),
  ASK_WHAT_IS_UNKNOWN(Step.CONVERSATION, Means.GUIDE, "requirements 4.4", "opening"),
  ASK_ABOUT_PARTNERS_CHILDREN(
      Step.CONVERSATION, Means.GUIDE, "facts, Kindcheck: children in scope", "opening"),
  TALK_ABOUT_PREGNANCY(
      Step.CONVERSATION, Means.GUIDE, "requirements 2: pregnancy route", "pregnancy"),
  PARENT_ROLE_GOAL(Step.CONVERSATION, Means.GOAL, "F9, F15", null),
  AGREE_WHO_FOLLOWS(Step.CONVERSATION, Means.NEXT_CHECK, "facts, Kindcheck: taken over", null),
  LEAVE_LEAFLET(Step.CONVERSATION, Means.GUIDE, "F10", "leaflet"),
  ASK_AGAIN_AFTER_DECLINE(Step.CONVERSATION, Means.NEXT_CHECK, "F10", null),
  KEEP_POSTPONED_DATE(Step.CONVERSATION, Means.NEXT_CHECK, "requirements 4.1", null),
  ASK_AGAIN(Step.CONVERSATION, Means.NEXT_CHECK, "F13", null),
  CONSULT_ABOUT_OVER_ADAPTATION(Step.COLLEAGUE, Means.CONSULT, "F12", "officer"),
  CONSULT_WHEN_UNCLEAR(
      Step.COLLEAGUE,
      Means.CONSULT,
      "facts, Kindcheck: unclear whether the parent manages",
      "officer"),
  CONSULT_WHEN_IN_DOUBT(Step.COLLEAGUE, Means.CONSULT, "requirements 4.7", "officer"),
  WIDEN_NETWORK(Step.OWN_NETWORK, Means.GUIDE, "facts, KOPP/KOV: network; F4", "network"),
  INFORMAL_SUPPORT(Step.INFORMAL, Means.OFFER, "requirements 2 and 4.8; F17", null),
  KOPP_KOV_GROUP(Step.PROFESSIONAL, Means.OFFER, "facts, KOPP/KOV: offers seen", null);

  private final Step step;
  private final Means means;
  private final String source;
  private final @Nullable String guideTopic;

  ActionCode(Step step, Means means, String source, @Nullable String guideTopic) {
    this.step = step;
    this.means = means;
    this.source = source;
    this.guideTopic = guideTopic;
  }

  public Step step() {
    return step;
  }

  public Means means() {
    return means;
  }

  /**
   * Whether taking it is something that is agreed with the parent. All else is the clinician's own
   * work, which no summary for the parent calls an agreement.
   */
  public boolean withParent() {
    return switch (this) {
      case EXPLAIN_ILLNESS,
          TALK_ABOUT_PREGNANCY,
          PARENT_ROLE_GOAL,
          WIDEN_NETWORK,
          INFORMAL_SUPPORT,
          KOPP_KOV_GROUP ->
          true;
      default -> false;
    };
  }

  /** The requirement or fact that it rests on. */
  public String source() {
    return source;
  }

  /** The topic of the guide that helps with it; null where there is none. */
  public @Nullable String guideTopic() {
    return guideTopic;
  }
}
