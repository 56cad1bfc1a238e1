package nl.kindcheck.core.action;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.IllnessExplained;
import nl.kindcheck.core.family.OverAdaptation;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Pregnancy;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.family.Topic;
import nl.kindcheck.core.family.Wellbeing;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.UnclearBecause;
import org.jspecify.annotations.Nullable;

/** What is known when an action is looked for: the family, and what was said just now. */
final class Situation {

  private static final ResponseId NOT_RECORDED = new ResponseId(new UUID(0, 0));

  private final Family family;
  private final List<Child> children;
  private final @Nullable UnclearBecause unclearBecause;

  private Situation(Family family, @Nullable UnclearBecause unclearBecause, LocalDate today) {
    this.family = family;
    this.children = family.childrenAskedAboutOn(today);
    this.unclearBecause = unclearBecause;
  }

  /**
   * Said twice, once recorded and once in the conversation, is said once: the last one prevails.
   */
  static Situation of(Family family, @Nullable Conversation conversation, LocalDate today) {
    if (conversation == null) {
      return new Situation(family, null, today);
    }
    List<Statement> statements = new ArrayList<>(family.statements());
    for (Conversation.Said said : conversation.said()) {
      statements.add(asStatement(said, conversation, statements.size()));
    }
    return new Situation(Family.of(statements), conversation.unclearBecause(), today);
  }

  private static Statement asStatement(
      Conversation.Said said, Conversation conversation, int number) {
    return new Statement(
        new StatementId(new UUID(0, number)),
        said.claim(),
        said.perspective(),
        said.nature(),
        conversation.author(),
        said.observedAt(),
        conversation.on().atStartOfDay().toInstant(ZoneOffset.UTC),
        new Statement.Origin(NOT_RECORDED, 1, said.linkId()),
        null);
  }

  boolean asksFor(ActionCode code) {
    return switch (code) {
      case OPEN_MELDCODE,
          CONSULT_COLLEAGUE,
          PARENT_ROLE_GOAL,
          LEAVE_LEAFLET,
          ASK_AGAIN_AFTER_DECLINE,
          KEEP_POSTPONED_DATE,
          ASK_AGAIN,
          INFORMAL_SUPPORT,
          KOPP_KOV_GROUP ->
          true;
      case EXPLAIN_ILLNESS, CONSULT_ABOUT_OVER_ADAPTATION -> !childrenFor(code).isEmpty();
      case ASK_WHAT_IS_UNKNOWN -> !childrenFor(code).isEmpty() || unknownOfTheFamily();
      case ASK_ABOUT_PARTNERS_CHILDREN ->
          family.partnerHasChildren().filter(a -> a == Answer.NO).isEmpty();
      case TALK_ABOUT_PREGNANCY -> family.pregnancy().filter(Pregnancy::ongoing).isPresent();
      case AGREE_WHO_FOLLOWS -> unclearBecause == UnclearBecause.TAKEN_OVER;
      case CONSULT_WHEN_UNCLEAR -> unclearBecause != UnclearBecause.TAKEN_OVER;
      case CONSULT_WHEN_IN_DOUBT ->
          family.gutFeeling().filter(felt -> felt != GutFeeling.PLUIS).isPresent();
      case WIDEN_NETWORK ->
          family.carers().isEmpty() && family.othersCare().filter(a -> a == Answer.NO).isPresent();
    };
  }

  /** The children whom an action is about; empty where it is about the family as a whole. */
  List<ChildId> childrenFor(ActionCode code) {
    return switch (code) {
      case EXPLAIN_ILLNESS ->
          those(c -> c.illnessExplained().filter(e -> e == IllnessExplained.NOT_YET).isPresent());
      case CONSULT_ABOUT_OVER_ADAPTATION -> those(Situation::clearlyOverAdapts);
      case ASK_WHAT_IS_UNKNOWN -> those(Situation::unknown);
      default -> List.of();
    };
  }

  private List<ChildId> those(Predicate<Child> which) {
    return children.stream().filter(which).map(Child::id).toList();
  }

  /** One who sees it is enough: that others do not see it is what this is about (F11, F12). */
  private static boolean clearlyOverAdapts(Child child) {
    for (Perspective perspective : Perspective.values()) {
      Optional<Statement> seen = child.seenBy(perspective, Topic.OVER_ADAPTATION);
      if (seen.isPresent()
          && seen.get().claim() instanceof Claim.OverAdapts o
          && o.overAdaptation() == OverAdaptation.CLEARLY) {
        return true;
      }
    }
    return false;
  }

  /** Not asked is not known (requirements 4.4). */
  private static boolean unknown(Child child) {
    return child.wellbeing().orElse(Wellbeing.UNKNOWN) == Wellbeing.UNKNOWN
        || child.overAdaptation().orElse(OverAdaptation.UNKNOWN) == OverAdaptation.UNKNOWN
        || child.illnessExplained().orElse(IllnessExplained.UNKNOWN) == IllnessExplained.UNKNOWN;
  }

  private boolean unknownOfTheFamily() {
    return family.othersCare().orElse(Answer.UNKNOWN) == Answer.UNKNOWN
        || family.pregnancy().map(Pregnancy::status).orElse(PregnancyStatus.UNKNOWN)
            == PregnancyStatus.UNKNOWN;
  }
}
