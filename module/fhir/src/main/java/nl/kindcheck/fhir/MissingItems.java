package nl.kindcheck.fhir;

import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.core.rule.Missing;

/** Where in the response the thing belongs that a Kindcheck still lacks. */
public final class MissingItems {

  private MissingItems() {}

  /**
   * The place of one missing thing.
   *
   * @param conversation the one that lacks it
   * @return a FHIRPath expression; of a child that the response does not speak of, the group is
   *     named by the id that it would carry
   */
  public static String expression(Missing missing, Conversation conversation) {
    ChildId child = missing.child();
    String linkId = linkId(missing.item());
    if (child == null) {
      return item("QuestionnaireResponse", linkId);
    }
    int index = conversation.children().indexOf(child);
    String group = item("QuestionnaireResponse", LinkIds.CHILDREN);
    group +=
        index >= 0
            ? "[%d]".formatted(index)
            : ".where(item.where(linkId='%s').answer.value='%s')"
                .formatted(LinkIds.CHILD_ID, child);
    return linkId.equals(LinkIds.CHILDREN) ? group : item(group, linkId);
  }

  private static String item(String path, String linkId) {
    return "%s.item.where(linkId='%s')".formatted(path, linkId);
  }

  private static String linkId(Missing.Item item) {
    return switch (item) {
      case OUTCOME -> LinkIds.OUTCOME;
      case UNCLEAR_BECAUSE -> LinkIds.OUTCOME_UNCLEAR;
      case REASON -> LinkIds.REASON;
      case POSTPONED_UNTIL -> LinkIds.POSTPONED_UNTIL;
      case CHILDREN, NO_CHILDREN_AGAINST_NAMED_CHILD -> LinkIds.CHILDREN;
      case LABEL -> LinkIds.CHILD_LABEL;
      case BIRTH -> LinkIds.CHILD_BIRTH;
      case RELATION -> LinkIds.CHILD_RELATION;
      case RESIDENCE -> LinkIds.CHILD_RESIDENCE;
      case WELLBEING -> LinkIds.CHILD_WELLBEING;
      case OVER_ADAPTATION -> LinkIds.CHILD_OVER_ADAPTATION;
      case ILLNESS_EXPLAINED -> LinkIds.CHILD_ILLNESS_EXPLAINED;
      case OTHER_CARERS -> LinkIds.OTHER_CARERS;
      case PREGNANCY -> LinkIds.PREGNANCY;
      case PARTNER_CHILDREN -> LinkIds.PARTNER_CHILDREN;
      case DISCUSSED -> LinkIds.DISCUSSED;
      case GUT_FEELING -> LinkIds.GUT_FEELING;
    };
  }
}
