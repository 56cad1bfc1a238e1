package nl.kindcheck.service.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.kindcheck.service.launch.Key;
import nl.kindcheck.service.tenancy.AccessToken;
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds in each request whose session it is, and begins one for whoever has just signed in. */
@Component
class OfficeContext implements SecurityContextRepository {

  private final OfficeSessions sessions;
  private final OfficeCookies cookies;
  private final Organisations organisations;

  OfficeContext(OfficeSessions sessions, OfficeCookies cookies, Organisations organisations) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.organisations = organisations;
  }

  private Optional<Key> key(HttpServletRequest request) {
    return Key.parse(cookies.session(request).orElse(null), organisations);
  }

  /** At once: what protects the forms asks for the session before anything asks who it is. */
  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    Optional<OfficeUser> user = key(request).flatMap(sessions::find);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    user.ifPresent(
        found -> {
          OfficeUser.set(request, found);
          context.setAuthentication(new AccessToken(found.access(), AccessToken.OFFICE));
        });
    return new Found(context, user.isEmpty());
  }

  private record Found(SecurityContext get, boolean isGenerated)
      implements DeferredSecurityContext {}

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    var present = context.getAuthentication();
    if (present != null && present.getPrincipal() instanceof SignedIn signedIn) {
      key(request).flatMap(sessions::find).ifPresent(sessions::end);
      cookies.setSession(
          response, sessions.begin(signedIn.access(), signedIn.shownName(), signedIn.fhirUser()));
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return cookies.session(request).isPresent();
  }
}
