package nl.kindcheck.service.conversation;

/**
 * Something that is wrong with a form.
 *
 * @param field the name of the field; empty where it is the form as a whole
 * @param missing whether something is only missing
 */
public record FormError(String field, String message, boolean missing) {

  /** The id of the element that the summary leads to. */
  public String target() {
    return field.isEmpty() ? "form" : id(field);
  }

  static String id(String field) {
    return "f-" + field.replaceAll("[^a-z0-9-]", "-");
  }
}
