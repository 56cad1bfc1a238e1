package nl.kindcheck.service.launch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which resources the scopes of a launch let us search and read, in SMART's notation of version 1
 * ({@code patient/Observation.read}) or 2 ({@code patient/Observation.rs}). One that is limited by
 * a query grants a part, and what it does not grant the EPD leaves out.
 */
final class GrantedScopes {

  private static final Pattern FORM =
      Pattern.compile("(?:patient|user)/([A-Za-z]+|\\*)\\.(read|\\*|c?r?u?d?s?)(?:\\?.*)?");

  private GrantedScopes() {}

  static boolean let(String scopes, String type) {
    for (String scope : scopes.split(" ")) {
      Matcher parts = FORM.matcher(scope);
      if (parts.matches()
          && (parts.group(1).equals("*") || parts.group(1).equals(type))
          && reads(parts.group(2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean reads(String what) {
    return what.equals("read") || what.equals("*") || (what.contains("r") && what.contains("s"));
  }
}
