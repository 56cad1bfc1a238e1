package nl.kindcheck.demoepd.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether a form was sent by a page of ours.
 *
 * <p>The attack: there is no sign-in here, so another page in the same browser, or any program that
 * finds this address, could do what a form of ours does. The rule: a browser says so itself, in a
 * header that no page can set; one that is too old for that header names the origin of the page.
 */
public final class OwnPage {

  private OwnPage() {}

  public static boolean sent(HttpServletRequest request) {
    String from = request.getHeader("Sec-Fetch-Site");
    return from != null
        ? from.equals("same-origin")
        : origin(request).equals(request.getHeader("Origin"));
  }

  private static String origin(HttpServletRequest request) {
    return "%s://%s:%d"
        .formatted(request.getScheme(), request.getServerName(), request.getServerPort());
  }
}
