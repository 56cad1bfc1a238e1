package nl.kindcheck.service.conversation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** Which field of the page a place in the response is. */
final class FieldOf {

  private static final Pattern ITEM = Pattern.compile("item\\[(\\d+)]");
  private static final Pattern LINK_ID = Pattern.compile("linkId='([^']+)'");
  private static final Pattern NUMBERED = Pattern.compile("linkId='(\\w[\\w-]*)'\\)\\[(\\d+)]");
  private static final Pattern BY_ID = Pattern.compile("answer\\.value='([^']+)'");

  private FieldOf() {}

  /**
   * The field that a fault stands at.
   *
   * @param expression such as {@code QuestionnaireResponse.item[3].item[1].answer[0].value}
   * @return empty where it stands at no field
   */
  static String fault(QuestionnaireResponse response, String expression) {
    List<QuestionnaireResponseItemComponent> items = response.getItem();
    String found = "";
    Matcher each = ITEM.matcher(expression);
    while (each.find()) {
      int index = Integer.parseInt(each.group(1));
      if (index >= items.size()) {
        return found;
      }
      QuestionnaireResponseItemComponent item = items.get(index);
      found = String.valueOf(item.getUserData(ResponseWriter.FIELD));
      items = item.getItem();
    }
    return found;
  }

  /**
   * The field of what is missing.
   *
   * @param expression as {@link nl.kindcheck.fhir.MissingItems} makes it
   */
  static String missing(QuestionnaireResponse response, Typed typed, String expression) {
    String linkId = "";
    Matcher each = LINK_ID.matcher(expression);
    while (each.find()) {
      linkId = each.group(1).equals("children.id") ? linkId : each.group(1);
    }
    Matcher numbered = NUMBERED.matcher(expression);
    if (numbered.find()) {
      List<QuestionnaireResponseItemComponent> groups =
          response.getItem().stream().filter(i -> numbered.group(1).equals(i.getLinkId())).toList();
      String group =
          String.valueOf(
              groups.get(Integer.parseInt(numbered.group(2))).getUserData(ResponseWriter.FIELD));
      return within(group, numbered.group(1), linkId);
    }
    Matcher byId = BY_ID.matcher(expression);
    if (byId.find()) {
      for (int number : typed.groups("children")) {
        if (typed.value("children." + number + ".id").equals(byId.group(1))) {
          return within("children." + number, "children", linkId);
        }
      }
      return "children";
    }
    return linkId;
  }

  /** The id of the child whom what is missing is about, where it names one; else empty. */
  static String childId(String expression) {
    Matcher byId = BY_ID.matcher(expression);
    return byId.find() ? byId.group(1) : "";
  }

  private static String within(String group, String name, String linkId) {
    return linkId.equals(name) ? group + ".label" : group + linkId.substring(name.length());
  }
}
