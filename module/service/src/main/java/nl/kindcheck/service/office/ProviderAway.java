package nl.kindcheck.service.office;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kindcheck.service.platform.ErrorBodies;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says so where somebody signs in and the identity provider does not answer. */
final class ProviderAway extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(ProviderAway.class);

  private final SignInProvider provider;
  private final ErrorBodies errors;

  ProviderAway(SignInProvider provider, ErrorBodies errors) {
    this.provider = provider;
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/office/login");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    try {
      provider.registration();
    } catch (IllegalArgumentException | IllegalStateException e) {
      log.error("The identity provider could not be read", Traces.withoutMessages(e));
      errors.write(
          request,
          response,
          new Refused(HttpStatus.SERVICE_UNAVAILABLE, "office.provider-away", null));
      return;
    }
    rest.doFilter(request, response);
  }
}
