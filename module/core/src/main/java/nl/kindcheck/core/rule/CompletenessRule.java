package nl.kindcheck.core.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Pregnancy;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Missing.Item;

/**
 * Whether a Kindcheck has the content that its outcome asks for (F1). "Unknown" is an answer; a
 * default never is. About every living child that anyone named and that is not certainly an adult
 * something must be said, so that no child drops out of view (F13).
 */
public final class CompletenessRule {

  /** What must be said, and what is missing where it is not. */
  private record Required(Topic topic, Item item) {}

  private static final List<Required> PER_CHILD =
      List.of(
          new Required(Topic.BIRTH, Item.BIRTH),
          new Required(Topic.RELATION, Item.RELATION),
          new Required(Topic.RESIDENCE, Item.RESIDENCE),
          new Required(Topic.WELLBEING, Item.WELLBEING),
          new Required(Topic.OVER_ADAPTATION, Item.OVER_ADAPTATION),
          new Required(Topic.ILLNESS_EXPLAINED, Item.ILLNESS_EXPLAINED));

  private static final List<Required> BEYOND_THE_CHILDREN =
      List.of(
          new Required(Topic.PREGNANCY, Item.PREGNANCY),
          new Required(Topic.PARTNER_CHILDREN, Item.PARTNER_CHILDREN));

  private static final List<Required> ONCE =
      List.of(
          new Required(Topic.OTHER_CARERS, Item.OTHER_CARERS),
          new Required(Topic.PREGNANCY, Item.PREGNANCY),
          new Required(Topic.PARTNER_CHILDREN, Item.PARTNER_CHILDREN),
          new Required(Topic.DISCUSSED, Item.DISCUSSED),
          new Required(Topic.GUT_FEELING, Item.GUT_FEELING));

  private final Conversation conversation;
  private final Family family;
  private final Set<Topic> once = EnumSet.noneOf(Topic.class);
  private final Map<ChildId, Set<Topic>> perChild = new HashMap<>();
  private final List<Missing> missing = new ArrayList<>();

  private CompletenessRule(Conversation conversation, Family family) {
    this.conversation = conversation;
    this.family = family;
    for (Conversation.Said said : conversation.said()) {
      note(said.claim());
    }
  }

  private void note(Claim claim) {
    if (claim instanceof Claim.AboutChild about) {
      Set<Topic> topics =
          perChild.computeIfAbsent(about.child(), id -> EnumSet.noneOf(Topic.class));
      topics.add(claim.topic());
    } else if (answers(claim)) {
      once.add(claim.topic());
    }
  }

  /** Not discussed with the parent is an answer only with the reason why not (F18). */
  private static boolean answers(Claim claim) {
    return !(claim instanceof Claim.DiscussedWithParent d)
        || d.discussed()
        || (d.reason() != null && !d.reason().isBlank());
  }

  /**
   * Decides what a conversation is worth.
   *
   * @param family the family with this conversation's statements in it
   */
  public static Decision<Completeness> of(Conversation conversation, Family family, Policy policy) {
    CompletenessRule rule = new CompletenessRule(conversation, family);
    Completeness result = rule.decide();
    String id =
        result.missing().stream().anyMatch(m -> m.item() == Item.NO_CHILDREN_AGAINST_NAMED_CHILD)
            ? Completeness.Rule.NO_CHILDREN_DISPUTED.code()
            : result.standing() == Standing.INCOMPLETE
                ? Completeness.Rule.MISSING.code()
                : result.standing().code();
    return Decision.of(
        result,
        new Reason(
            "completeness." + id,
            Map.of(
                "outcome", result.outcome().code(),
                "missing", Integer.toString(result.missing().size())),
            "F1",
            policy.version()));
  }

  private Completeness decide() {
    Outcome outcome = conversation.outcome();
    if (outcome == null) {
      missing(Item.OUTCOME);
      someChild();
      everyChild();
      return new Completeness(Standing.INCOMPLETE, Outcome.UNCLEAR, missing);
    }
    return switch (outcome) {
      case NO_CHILDREN -> noChildren();
      case GOES_WELL, SUPPORT_WANTED, CONCERNS, SAFETY_CONCERN -> {
        someChild();
        everyChild();
        require(ONCE);
        yield standing(outcome, Standing.COMPLETE);
      }
      case UNCLEAR -> {
        if (conversation.unclearBecause() == null) {
          missing(Item.UNCLEAR_BECAUSE);
        }
        everyChild();
        require(ONCE);
        yield standing(outcome, Standing.COMPLETE);
      }
      case DECLINED -> standing(outcome, Standing.CONSIDERED);
      case NOT_APPLICABLE -> {
        reason();
        yield standing(outcome, Standing.CONSIDERED);
      }
      case POSTPONED -> {
        reason();
        if (conversation.postponedUntil() == null
            || !conversation.postponedUntil().isAfter(conversation.on())) {
          missing(Item.POSTPONED_UNTIL);
        }
        yield standing(outcome, Standing.CONSIDERED);
      }
    };
  }

  private Completeness noChildren() {
    List<ChildId> children = unnamed();
    family.childrenAskedAboutOn(conversation.on()).forEach(child -> children.add(child.id()));
    require(BEYOND_THE_CHILDREN);
    if (children.isEmpty()) {
      return standing(Outcome.NO_CHILDREN, Standing.COMPLETE);
    }
    for (ChildId child : children) {
      missing.add(new Missing(Item.NO_CHILDREN_AGAINST_NAMED_CHILD, child));
    }
    return standing(Outcome.UNCLEAR, Standing.COMPLETE);
  }

  /**
   * Somebody the conversation can have been about: a child asked about, an ongoing pregnancy, or a
   * child or pregnancy this very conversation spoke of, be it an adult, a death or a loss. Nobody
   * is asked to name a child after telling of one that died.
   */
  private void someChild() {
    boolean somebody =
        !family.childrenAskedAboutOn(conversation.on()).isEmpty()
            || family.pregnancy().map(Pregnancy::ongoing).orElse(false)
            || !perChild.isEmpty()
            || conversation.said().stream().anyMatch(said -> tellsOfALoss(said.claim()));
    if (!somebody) {
      missing(Item.CHILDREN);
    }
  }

  private static boolean tellsOfALoss(Claim claim) {
    return claim instanceof Claim.PregnancyStated p && p.status() == PregnancyStatus.ENDED;
  }

  /** The children of the form whom nobody named: nothing said about them may drop out of view. */
  private List<ChildId> unnamed() {
    List<ChildId> unnamed = new ArrayList<>(conversation.children());
    unnamed.removeIf(id -> family.child(id).isPresent());
    return unnamed;
  }

  private void everyChild() {
    for (ChildId child : unnamed()) {
      missing.add(new Missing(Item.LABEL, child));
    }
    for (Child child : family.childrenAskedAboutOn(conversation.on())) {
      if (child.label().isEmpty()) {
        missing.add(new Missing(Item.LABEL, child.id()));
      }
      Set<Topic> topics = perChild.getOrDefault(child.id(), Set.of());
      for (Required required : PER_CHILD) {
        if (!topics.contains(required.topic()) && !stillHolds(child, topics, required.topic())) {
          missing.add(new Missing(required.item(), child.id()));
        }
      }
    }
  }

  /** A fact that is known needs no second answer where it was confirmed; how it goes does. */
  private static boolean stillHolds(Child child, Set<Topic> said, Topic topic) {
    return said.contains(Topic.UNCHANGED)
        && topic != Topic.WELLBEING
        && child.statements().stream().anyMatch(s -> s.claim().topic() == topic);
  }

  private void require(List<Required> all) {
    for (Required required : all) {
      if (!once.contains(required.topic())) {
        missing(required.item());
      }
    }
  }

  private void reason() {
    if (conversation.reason() == null || conversation.reason().isBlank()) {
      missing(Item.REASON);
    }
  }

  private void missing(Item item) {
    missing.add(new Missing(item, null));
  }

  private Completeness standing(Outcome outcome, Standing whenAllIsThere) {
    return new Completeness(
        missing.isEmpty() ? whenAllIsThere : Standing.INCOMPLETE, outcome, missing);
  }
}
