package nl.kindcheck.service.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * The token that each form carries, made from the session's key.
 *
 * <p>The attacks: another site posts a form in the clinician's name. And, without an attacker: a
 * second record is opened in another tab, and a form of the first is saved in the second patient's
 * record. The rule: a form counts only in the session in which it was shown.
 */
final class SessionCsrf implements CsrfTokenRepository {

  private static final String HEADER = "X-CSRF-TOKEN";
  private static final String PARAMETER = "_csrf";

  /** The token of a session, before it is masked for a page. */
  static String token(Key key) {
    return Secrets.derivedText(key.secret(), "form");
  }

  /** Whether a form was shown in the session of a key. */
  static boolean carriesTokenOf(Key key, HttpServletRequest request) {
    String token = token(key);
    String carried =
        new XorCsrfTokenRequestAttributeHandler()
            .resolveCsrfTokenValue(request, new DefaultCsrfToken(HEADER, PARAMETER, token));
    return carried != null && MessageDigest.isEqual(carried.getBytes(UTF_8), token.getBytes(UTF_8));
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    Optional<Key> key = SessionFilter.find(request);
    return new DefaultCsrfToken(
        HEADER, PARAMETER, key.map(SessionCsrf::token).orElseGet(Secrets::random));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // It is made anew from the key of each request.
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return SessionFilter.find(request).isPresent() ? generateToken(request) : null;
  }
}
