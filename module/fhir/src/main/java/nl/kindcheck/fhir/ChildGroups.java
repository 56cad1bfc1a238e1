package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;

/** Takes one child out of a recorded response. */
public final class ChildGroups {

  private ChildGroups() {}

  /**
   * Takes out the group of a child, and what could repeat it: a narrative and contained resources.
   * The other children's groups get their id, which may have followed from their place.
   *
   * @param known the family as it was known when this version was recorded
   * @return whether the child had a group in it
   */
  public static boolean remove(
      ChildId child, QuestionnaireResponse response, ResponseId id, Family known) {
    List<QuestionnaireResponseItemComponent> groups =
        response.getItem().stream().filter(i -> LinkIds.CHILDREN.equals(i.getLinkId())).toList();
    List<ChildId> ids = ids(response, id, known);
    List<QuestionnaireResponseItemComponent> left = new ArrayList<>(response.getItem());
    boolean found = false;
    for (int i = 0; i < groups.size(); i++) {
      if (ids.get(i).equals(child)) {
        QuestionnaireResponseItemComponent gone = groups.get(i);
        left.removeIf(item -> item == gone);
        found = true;
      } else {
        name(groups.get(i), ids.get(i));
      }
    }
    if (found) {
      response.setItem(left);
      response.setText(null);
      response.setContained(null);
    }
    return found;
  }

  private static List<ChildId> ids(QuestionnaireResponse response, ResponseId id, Family known) {
    List<Group> groups = Group.whole(response, Set.of()).groups(LinkIds.CHILDREN);
    List<ChildId> ids = new ArrayList<>(new ChildIdentity(id, known, new Sayings()).of(groups));
    for (int i = 0; i < ids.size(); i++) {
      // One that was named by us when another child was taken out, before anybody knew it.
      int place = i;
      groups
          .get(i)
          .answer(LinkIds.CHILD_ID)
          .ifPresent(stated -> ids.set(place, new ChildId(UUID.fromString(stated.text()))));
    }
    return ids;
  }

  private static void name(QuestionnaireResponseItemComponent group, ChildId id) {
    boolean named =
        group.getItem().stream()
            .anyMatch(i -> LinkIds.CHILD_ID.equals(i.getLinkId()) && i.hasAnswer());
    if (!named) {
      QuestionnaireResponseItemComponent item =
          new QuestionnaireResponseItemComponent().setLinkId(LinkIds.CHILD_ID);
      item.addAnswer().setValue(new StringType(id.toString()));
      List<QuestionnaireResponseItemComponent> items = new ArrayList<>(List.of(item));
      items.addAll(group.getItem());
      group.setItem(items);
    }
  }
}
