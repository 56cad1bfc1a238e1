package nl.kindcheck.service.meldcode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it.
 *
 * @param version how many entries the record had when it was shown
 * @param key says which showing of the form is sent, so that sending it twice records it once
 * @param hidden other fields that travel along
 * @param button what sending it does, as a verb
 * @param away what leaving it does
 */
record FormView(
    String title,
    String heading,
    String intro,
    String action,
    String back,
    String key,
    int version,
    List<Hidden> hidden,
    List<FieldView> fields,
    List<FaultView> faults,
    String button,
    String away) {

  /** A field that nobody sees. */
  record Hidden(String name, String value) {}

  /** A fault in the summary at the top, with the field it leads to. */
  record FaultView(String href, String text) {}

  /**
   * One field.
   *
   * @param error null where it is sound
   * @param part what was typed: the whole of a text, or the parts of a date
   */
  record FieldView(
      String name,
      String kind,
      String label,
      @Nullable String hint,
      @Nullable String error,
      List<String> part,
      List<OptionView> options) {

    public String value() {
      return part.get(0);
    }

    /** Which elements describe the field, for those who do not see it; null where none does. */
    public @Nullable String describedBy() {
      String ids = (hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error");
      return ids.isBlank() ? null : ids.strip();
    }
  }

  /** One answer to choose. */
  record OptionView(String id, String value, String label, boolean chosen) {}
}
