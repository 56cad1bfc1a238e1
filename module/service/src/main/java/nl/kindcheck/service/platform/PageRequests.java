package nl.kindcheck.service.platform;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Tells a person with a browser from a system that calls: a person gets a page, also when it fails.
 */
public final class PageRequests {

  private PageRequests() {}

  /** Whether a path belongs to the pages, whatever the caller accepts. */
  public static boolean isPagePath(String path) {
    return path.equals("/app")
        || path.startsWith("/app/")
        || path.equals("/launch")
        || path.startsWith("/launch/")
        || isOffice(path);
  }

  /** Whether a path belongs to the pages of people who signed in without a launch. */
  public static boolean isOffice(String path) {
    return path.equals("/office") || path.startsWith("/office/");
  }

  /** Whether somebody asks for one of our pages with a browser. */
  public static boolean asksForPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return isPagePath(request.getRequestURI())
        && accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE);
  }
}
