package nl.kindcheck.demoepd.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import nl.kindcheck.demoepd.service.ServiceSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Another page open in the same browser could post its forms to this address, for there is no
 * sign-in that would stop it: what a browser says comes from another site may only read. And a text
 * that slips through every escape still finds no script to run.
 */
@Component
class PageSafety extends OncePerRequestFilter {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-src 'self' ";
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final String kindcheck;

  PageSafety(ServiceSettings service) {
    kindcheck = service.serviceUrl().toString();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", policy(request));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    String from = request.getHeader("Sec-Fetch-Site");
    if (from != null && !OURS.contains(from) && !READS.contains(request.getMethod())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Kindcheck stands in a frame of ours, and so does what the authorization server says to it. */
  private String policy(HttpServletRequest request) {
    boolean inFrame = request.getRequestURI().startsWith("/oauth2/");
    return POLICY + kindcheck + "; frame-ancestors " + (inFrame ? "'self'" : "'none'");
  }
}
