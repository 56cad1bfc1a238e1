package nl.kindcheck.service.office;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import nl.kindcheck.service.launch.Key;
import nl.kindcheck.service.platform.PublicUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies of the session and of a sign-in under way. {@code SameSite=Lax}: no other site's form
 * carries them, and the way back from the identity provider does.
 */
@Component
class OfficeCookies {

  private static final Duration SIGN_IN = Duration.ofMinutes(10);

  private final String session;
  private final String signIn;

  OfficeCookies(PublicUrl address) {
    // A browser takes the prefix over https only; with it no sister host can plant the cookie.
    String prefix = "https".equals(address.publicUrl().getScheme()) ? "__Host-" : "";
    session = prefix + "kindcheck-office";
    signIn = prefix + "kindcheck-sign-in";
  }

  Optional<String> session(HttpServletRequest request) {
    return value(request, session);
  }

  Optional<String> signIn(HttpServletRequest request) {
    return value(request, signIn);
  }

  /** Without a lifetime: it goes when the browser is closed, and the server ends it before. */
  void setSession(HttpServletResponse response, Key key) {
    set(response, cookie(session, key.text()));
  }

  void removeSession(HttpServletResponse response) {
    set(response, cookie(session, "").maxAge(0));
  }

  void setSignIn(HttpServletResponse response, String value) {
    set(response, cookie(signIn, value).maxAge(SIGN_IN));
  }

  void removeSignIn(HttpServletResponse response) {
    set(response, cookie(signIn, "").maxAge(0));
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
    return ResponseCookie.from(name, value).path("/").httpOnly(true).secure(true).sameSite("Lax");
  }

  private static void set(
      HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }
}
