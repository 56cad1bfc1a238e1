package nl.kindcheck.service.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is sent with a page, as it can be kept: without the characters that nobody sees and no
 * database or paper takes. A word processor pastes them unasked.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class CleanForms extends OncePerRequestFilter {

  /** Fillers and the empty braille cell: neither space nor format by their kind, and never seen. */
  private static final String BLANKS = "\u115f\u1160\u2800\u3164\uffa0\u034f";

  private final ErrorBodies errors;

  CleanForms(ErrorBodies errors) {
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/app/") && !path.startsWith("/office/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    Map<String, String[]> sent;
    try {
      sent = request.getParameterMap();
    } catch (IllegalStateException | IllegalArgumentException notReadable) {
      errors.write(request, response, new Refused(HttpStatus.BAD_REQUEST, "bad-request", null));
      return;
    }
    rest.doFilter(new Cleaned(request, sent), response);
  }

  /**
   * One kind of line end, and nothing that is no character; nothing at all where nothing of it can
   * be seen, so that no answer is made of it.
   */
  static String clean(String value) {
    StringBuilder clean = new StringBuilder(value.length());
    value
        .replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .filter(c -> (c & 0xfffe) != 0xfffe)
        .forEach(clean::appendCodePoint);
    return clean.codePoints().anyMatch(CleanForms::isSeen) ? clean.toString() : "";
  }

  private static boolean isSeen(int c) {
    return Character.getType(c) != Character.FORMAT
        && !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && BLANKS.indexOf(c) < 0;
  }

  private static final class Cleaned extends HttpServletRequestWrapper {

    private final Map<String, String[]> clean = new LinkedHashMap<>();

    Cleaned(HttpServletRequest request, Map<String, String[]> sent) {
      super(request);
      sent.forEach(
          (name, values) ->
              clean.put(name, Stream.of(values).map(CleanForms::clean).toArray(String[]::new)));
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = clean.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return clean.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.unmodifiableMap(clean);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(clean.keySet());
    }
  }
}
