package nl.kindcheck.core.rule;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Pregnancy;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.policy.Policy;

/**
 * Whether a Kindcheck may be done by confirming that nothing has changed (F20). Never with an open
 * concern, and never three times running: a child that looks fine must not drop out of a real
 * conversation (F12, F13).
 */
public final class Unchanged {

  private static final int AT_MOST_RUNNING = 2;

  private static final Set<Topic> NEEDED =
      EnumSet.of(
          Topic.CHILD_NAMED,
          Topic.BIRTH,
          Topic.RELATION,
          Topic.RESIDENCE,
          Topic.WELLBEING,
          Topic.OVER_ADAPTATION,
          Topic.ILLNESS_EXPLAINED);

  private Unchanged() {}

  /** Why it may or may not. */
  enum Rule implements Coded {
    OFFERED,
    NOTHING_KNOWN,
    OPEN_CONCERN,
    TWICE_RUNNING,
    INCOMPLETE,
    PREGNANCY
  }

  /**
   * Decides whether it may be offered, and whether it may be recorded.
   *
   * @param family as recorded before
   */
  public static Decision<Boolean> mayBeConfirmed(
      Family family, KindcheckState state, Policy policy, LocalDate today) {
    Check last = state.lastComplete();
    List<Child> children = family.childrenAskedAboutOn(today);
    if (last == null || children.isEmpty()) {
      return decision(Rule.NOTHING_KNOWN, Map.of(), policy);
    }
    if (last.raisesAttention() || state.since().stream().anyMatch(Check::raisesAttention)) {
      return decision(Rule.OPEN_CONCERN, Map.of("on", last.on().toString()), policy);
    }
    if (family.pregnancy().map(Pregnancy::ongoing).orElse(false)) {
      return decision(Rule.PREGNANCY, Map.of(), policy);
    }
    if (running(family) >= AT_MOST_RUNNING) {
      return decision(Rule.TWICE_RUNNING, Map.of(), policy);
    }
    boolean known = isKnown(family) && children.stream().allMatch(Unchanged::isKnown);
    return decision(known ? Rule.OFFERED : Rule.INCOMPLETE, Map.of(), policy);
  }

  private static Decision<Boolean> decision(Rule rule, Map<String, String> facts, Policy policy) {
    return Decision.of(
        rule == Rule.OFFERED,
        new Reason("unchanged." + rule.code(), facts, "F20", policy.version()));
  }

  private static boolean isKnown(Child child) {
    Set<Topic> known = EnumSet.noneOf(Topic.class);
    child.statements().forEach(s -> known.add(s.claim().topic()));
    return child.label().isPresent() && known.containsAll(NEEDED);
  }

  private static boolean isKnown(Family family) {
    return family.pregnancy().isPresent()
        && family.partnerHasChildren().isPresent()
        && family.othersCare().isPresent();
  }

  /** How many of the last conversations that spoke of how it goes were done this way. */
  private static int running(Family family) {
    Set<ResponseId> conversations = new LinkedHashSet<>();
    Set<ResponseId> confirmed = new LinkedHashSet<>();
    for (Statement s : family.statements()) {
      if (s.claim() instanceof Claim.Fares) {
        conversations.add(s.origin().response());
      } else if (s.claim() instanceof Claim.Unchanged) {
        confirmed.add(s.origin().response());
      }
    }
    int count = 0;
    for (ResponseId conversation : conversations) {
      count = confirmed.contains(conversation) ? count + 1 : 0;
    }
    return count;
  }
}
