package nl.kindcheck.service.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import nl.kindcheck.service.platform.LimitSettings.Kind;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts for its address each request of which nobody found out whose it was. Who is known is
 * counted by {@link KnownClients} instead, so that all of an organisation may come from one
 * address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class AddressLimit extends OncePerRequestFilter {

  private final RateLimits limits;
  private final ErrorBodies errors;

  AddressLimit(RateLimits limits, ErrorBodies errors) {
    this.limits = limits;
    this.errors = errors;
  }

  /** The same for everybody, and asked by machines that watch over the service. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/app/static/") || path.startsWith("/actuator/health/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    Object address = client(request.getRemoteAddr());
    try {
      limits.look(Kind.OTHER, address);
    } catch (Refused e) {
      errors.write(request, response, e);
      return;
    }
    try {
      rest.doFilter(request, response);
    } finally {
      if (!KnownClients.isKnown(request)) {
        limits.charge(Kind.OTHER, address);
      }
    }
  }

  /** Of an IPv6 address the first half: whoever has one address there has all of them. */
  static Object client(String address) {
    if (!address.contains(":")) {
      return address;
    }
    String plain = address.replaceFirst("%.*", "");
    try {
      return ByteBuffer.wrap(InetAddress.getByName(plain).getAddress(), 0, 8).slice();
    } catch (UnknownHostException | IndexOutOfBoundsException e) {
      return address;
    }
  }
}
