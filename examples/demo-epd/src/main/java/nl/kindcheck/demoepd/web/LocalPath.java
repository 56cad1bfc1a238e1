package nl.kindcheck.demoepd.web;

import java.util.regex.Pattern;

/** A path of this application, to go back to. */
public final class LocalPath {

  private static final Pattern OURS = Pattern.compile("(/[A-Za-z0-9._-]+)*/?");

  private LocalPath() {}

  /**
   * The path, or the ward. A link from elsewhere may name another site as the place to go back to
   * and so borrow our address for it; only a plain path of ours is followed.
   */
  public static String orHome(String path) {
    return !path.isEmpty() && OURS.matcher(path).matches() ? path : "/";
  }
}
