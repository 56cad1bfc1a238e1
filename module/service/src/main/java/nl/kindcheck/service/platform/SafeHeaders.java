package nl.kindcheck.service.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers that every answer has, also one that no security chain has seen: a refusal for its
 * size, an unknown address. What depends on the page (who may frame it, what it may load) its chain
 * adds.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class SafeHeaders extends OncePerRequestFilter {

  private static final String POLICY = "Content-Security-Policy";
  private static final String STRICT = "default-src 'none'; frame-ancestors 'none'";

  /** Two years, as the lists of browsers ask for. */
  private static final String TLS_ONLY = "max-age=63072000";

  private static final String NO_DEVICE =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

  private final boolean overTls;

  SafeHeaders(PublicUrl address) {
    // A proxy may end TLS in front of us: what counts is how the outside reaches us.
    overTls = "https".equals(address.publicUrl().getScheme());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Permissions-Policy", NO_DEVICE);
    if (overTls) {
      response.setHeader("Strict-Transport-Security", TLS_ONLY);
    }
    String path = request.getRequestURI();
    boolean file = path.startsWith("/app/static/");
    if (file || !PageRequests.isPagePath(path)) {
      response.setHeader(POLICY, STRICT);
    }
    rest.doFilter(request, response);
  }

  /** For an error that is written before a chain could say anything. */
  static void putOn(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(POLICY)) {
      response.setHeader(
          POLICY,
          PageRequests.isPagePath(request.getRequestURI())
              ? "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self';"
                  + " script-src 'self'; form-action 'self'; base-uri 'none';"
                  + " frame-ancestors 'none'"
              : STRICT);
    }
    if (!response.containsHeader("Cache-Control")) {
      response.setHeader("Cache-Control", "no-store");
    }
  }
}
