package nl.kindcheck.demoepd.smart;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.kindcheck.demoepd.fhirapi.FhirBase;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who asks at the authorization endpoint: the clinician who opened the app, known by the
 * {@code launch} value. This EPD has no sign-in of its own; one that has would look at its session
 * here as well.
 */
final class LaunchFilter extends OncePerRequestFilter {

  static final String AUTHORIZE = "/oauth2/authorize";

  private final LaunchDesk desk;
  private final FhirBase base;

  LaunchFilter(LaunchDesk desk, FhirBase base) {
    this.desk = desk;
    this.base = base;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !AUTHORIZE.equals(request.getServletPath());
  }

  /** An app that takes us for another server ({@code aud}) would send our token there. */
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (base.url().equals(request.getParameter("aud"))) {
      desk.take(request.getParameter("launch"))
          .ifPresent(
              launch -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new LaunchedUser(launch));
                SecurityContextHolder.setContext(context);
              });
    }
    chain.doFilter(request, response);
  }
}
