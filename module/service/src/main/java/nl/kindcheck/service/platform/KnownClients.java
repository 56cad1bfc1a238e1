package nl.kindcheck.service.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.service.platform.LimitSettings.Kind;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What holds for whoever was found out to be somebody: so many requests, and from a browser only
 * those websites that the organisation itself allowed. Behind the security chains; the hooks, which
 * check a token of their own, call it themselves.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1)
public class KnownClients extends OncePerRequestFilter {

  private static final String KNOWN = KnownClients.class.getName();

  private final RateLimits limits;
  private final List<ClientOf> clients;
  private final Map<UUID, Set<String>> origins;
  private final ErrorBodies errors;

  KnownClients(
      RateLimits limits, List<ClientOf> clients, AllowedOrigins origins, ErrorBodies errors) {
    this.limits = limits;
    this.clients = clients;
    this.origins = origins.byOrganisation();
    this.errors = errors;
  }

  static boolean isKnown(HttpServletRequest request) {
    return request.getAttribute(KNOWN) != null;
  }

  /**
   * Says whose a request is.
   *
   * @param organisation the tenant
   * @param client the one who is counted
   * @throws Refused 429 where it is one too many; 403 where it comes from a website that the
   *     organisation did not allow
   */
  public void found(HttpServletRequest request, UUID organisation, Object client) {
    request.setAttribute(KNOWN, true);
    Kind kind = Kind.of(request.getRequestURI());
    limits.count(kind, client);
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null
        && kind.isApi()
        && !origins.getOrDefault(organisation, Set.of()).contains(origin)) {
      throw new Refused(HttpStatus.FORBIDDEN, "cors.origin", HttpHeaders.ORIGIN);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    try {
      look(request);
    } catch (Refused e) {
      errors.write(request, response, e);
      return;
    }
    rest.doFilter(request, response);
  }

  private void look(HttpServletRequest request) {
    Optional<ClientOf.Client> found =
        clients.stream().flatMap(client -> client.find(request).stream()).findFirst();
    if (found.isPresent()) {
      found(request, found.get().organisation(), found.get());
      return;
    }
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken)) {
      request.setAttribute(KNOWN, true);
      limits.count(Kind.of(request.getRequestURI()), who.getClass().getName() + who.getName());
    }
  }
}
