package nl.kindcheck.service.launch;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import nl.kindcheck.service.platform.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The two cookies: of the session, and of a launch under way. {@code SameSite=None} because the
 * pages stand in the EPD's frame, which is another site; {@code Partitioned}, so that the cookie
 * belongs to our pages within that EPD alone and browsers that refuse third-party cookies keep it.
 */
@Component
class Cookies {

  private static final Duration LAUNCH = Duration.ofMinutes(10);

  private final String session;
  private final String launch;

  Cookies(PublicUrl address) {
    // A browser takes the prefix over https only; with it no sister host can plant the cookie.
    String prefix = "https".equals(address.publicUrl().getScheme()) ? "__Host-" : "";
    session = prefix + "kindcheck-session";
    launch = prefix + "kindcheck-launch";
  }

  @Nullable String session(HttpServletRequest request) {
    return value(request, session);
  }

  @Nullable String launch(HttpServletRequest request) {
    return value(request, launch);
  }

  /** Without a lifetime: it goes when the browser is closed, and the server ends it before. */
  String session(Key key) {
    return cookie(session, key.text()).build().toString();
  }

  String sessionGone() {
    return cookie(session, "").maxAge(0).build().toString();
  }

  String launch(String browser) {
    return cookie(launch, browser).maxAge(LAUNCH).build().toString();
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
    return ResponseCookie.from(name, value)
        .path("/")
        .httpOnly(true)
        .secure(true)
        .sameSite("None")
        .partitioned(true);
  }

  private static @Nullable String value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }
}
