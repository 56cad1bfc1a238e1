package nl.kindcheck.service.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.service.platform.LimitSettings.Kind;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes in a body whole, up to a size that depends on what is called, before anything looks at it;
 * a larger one is refused without being read to its end.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class BodyLimit extends OncePerRequestFilter {

  private final LimitSettings.Body limits;
  private final ErrorBodies errors;

  BodyLimit(LimitSettings limits, ErrorBodies errors) {
    this.limits = limits.body();
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    boolean hasBody =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    if (!hasBody) {
      rest.doFilter(request, response);
      return;
    }
    DataSize largest = limits.of(Kind.of(request.getRequestURI()));
    if (request.getContentLengthLong() > largest.toBytes()) {
      tooLarge(request, response, largest);
      return;
    }
    if (isForm(request)) {
      // The container reads its fields itself, and finds nothing in a stream that was read before.
      rest.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes((int) largest.toBytes() + 1);
    if (body.length > largest.toBytes()) {
      tooLarge(request, response, largest);
      return;
    }
    rest.doFilter(new Buffered(request, body), response);
  }

  /** A form of a page, whose length is known and was found to be within the limit. */
  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        && request.getContentLengthLong() > 0;
  }

  private void tooLarge(HttpServletRequest request, HttpServletResponse response, DataSize largest)
      throws IOException {
    response.setHeader("Connection", "close");
    Map<String, String> facts = Map.of("most", said(largest));
    errors.write(
        request,
        response,
        new Refused(HttpStatus.CONTENT_TOO_LARGE, "body.too-large", null, facts));
    // Before the container throws away what the client still sends, which it may do for long.
    response.flushBuffer();
  }

  private static String said(DataSize size) {
    boolean whole = size.toMegabytes() * 1024 == size.toKilobytes() && size.toMegabytes() > 0;
    return whole ? size.toMegabytes() + " MB" : size.toKilobytes() + " kB";
  }

  /** The request with the body that was read. */
  private static final class Buffered extends HttpServletRequestWrapper {

    private final byte[] body;

    Buffered(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      ByteArrayInputStream bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
          return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("The body is read already");
        }
      };
    }
  }
}
