package nl.kindcheck.fhir;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Literal references of FHIR, relative or absolute. */
final class References {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:https?://[^\\s#?]+/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/[^/\\s]+)?");

  private References() {}

  /** Whether a reference names a resource of one of the types. */
  static boolean isTo(@Nullable String reference, String... types) {
    Matcher m = FORM.matcher(reference == null ? "" : reference);
    if (m.matches()) {
      for (String type : types) {
        if (type.equals(m.group(1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The id that a reference ends in; the reference itself where it has another form. */
  static String idOf(String reference) {
    Matcher m = FORM.matcher(reference);
    return m.matches() ? m.group(2) : reference;
  }
}
