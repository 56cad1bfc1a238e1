package nl.kindcheck.service.conversation;

import java.util.Comparator;
import java.util.List;

/**
 * Something that is wrong with a form.
 *
 * @param field the name of the field; empty where it is the form as a whole
 * @param missing whether something is only missing
 */
public record FormError(String field, String message, boolean missing) {

  /** The questions as they stand on the page; what is not among them stands last. */
  private static final List<String> PAGE =
      List.of(
          "",
          "amendment-reason",
          "children",
          "pregnancy",
          "pregnancy-expected",
          "partner-children",
          "other-carers",
          "carers",
          "household-change",
          "household-change-date",
          "discussed",
          "discussed-reason",
          "parent-words",
          "gut-feeling",
          "outcome",
          "outcome-unclear",
          "postponed-until",
          "reason",
          "follow-up");

  /** The required questions about a child, as they stand in its part of the page. */
  private static final List<String> CHILD =
      List.of(
          "where-now",
          "label",
          "birth",
          "relation",
          "residence",
          "wellbeing",
          "over-adaptation",
          "illness-explained");

  /** As somebody who goes through the page meets them. */
  static final Comparator<FormError> IN_PAGE_ORDER =
      Comparator.comparingInt((FormError e) -> place(PAGE, part(e.field, 0)))
          .thenComparing(e -> part(e.field, 1), Comparator.comparingInt(FormError::number))
          .thenComparingInt(e -> place(CHILD, part(e.field, 2)));

  private static String part(String field, int index) {
    String[] parts = field.split("\\.", -1);
    return index < parts.length ? parts[index] : "";
  }

  private static int number(String part) {
    return part.matches("\\d{1,3}") ? Integer.parseInt(part) : -1;
  }

  private static int place(List<String> all, String one) {
    int at = all.indexOf(one);
    return at < 0 ? all.size() : at;
  }

  /** The id of the element that the summary leads to. */
  public String target() {
    return field.isEmpty() ? "form" : id(field);
  }

  static String id(String field) {
    return "f-" + field.replaceAll("[^a-z0-9-]", "-");
  }
}
