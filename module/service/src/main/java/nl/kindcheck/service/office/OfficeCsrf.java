package nl.kindcheck.service.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token that each form carries, made from the session's key.
 *
 * <p>The attack: another site posts a form in somebody's name. The rule: a form counts only in the
 * session in which it was shown.
 */
final class OfficeCsrf implements CsrfTokenRepository {

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    String token =
        OfficeUser.find(request)
            .map(user -> user.key().derived("office-form"))
            .orElseGet(() -> UUID.randomUUID().toString());
    return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // It is made anew from the key of each request.
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return OfficeUser.find(request).isPresent() ? generateToken(request) : null;
  }
}
