package nl.kindcheck.service.fhirapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.kindcheck.service.platform.ErrorBodies;
import nl.kindcheck.service.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * JSON in and JSON out, whatever else FHIR's own server could read and write: one format is checked
 * and tested, so one is offered.
 */
final class JsonFormat extends OncePerRequestFilter {

  private static final String FHIR_JSON = "application/fhir+json";
  private static final Set<String> JSON = Set.of("json", "application/json", FHIR_JSON);
  private static final Set<String> ANY = Set.of("*/*", "application/*");

  private final ErrorBodies errors;

  JsonFormat(ErrorBodies errors) {
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    Refused refused = refused(request);
    if (refused == null) {
      rest.doFilter(new WantsJson(request), response);
    } else {
      errors.write(request, response, refused);
    }
  }

  private static @Nullable Refused refused(HttpServletRequest request) {
    boolean hasBody =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (hasBody && !JSON.contains(type.replaceFirst("\\s*;.*", ""))) {
      return new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "fhir.json-only", "Content-Type");
    }
    if (hasBody && request.getHeader("Content-Encoding") != null) {
      return new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "fhir.packed", "Content-Encoding");
    }
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      if (Stream.of(parameter.getValue())
          .anyMatch(v -> v.chars().anyMatch(Character::isISOControl))) {
        String name = parameter.getKey().replaceFirst("[^_A-Za-z].*", "");
        return new Refused(HttpStatus.BAD_REQUEST, "fhir.control-character", name);
      }
    }
    String[] formats = request.getParameterValues("_format");
    if (formats != null
        && !Stream.of(formats).allMatch(f -> JSON.contains(f.trim().replace(' ', '+')))) {
      return new Refused(HttpStatus.NOT_ACCEPTABLE, "fhir.json-given", "_format");
    }
    List<String> accepted = Collections.list(request.getHeaders("Accept"));
    if (formats == null && !accepted.isEmpty() && accepted.stream().noneMatch(JsonFormat::takes)) {
      return new Refused(HttpStatus.NOT_ACCEPTABLE, "fhir.json-given", "Accept");
    }
    return null;
  }

  private static boolean takes(String accept) {
    return Stream.of(accept.toLowerCase(Locale.ROOT).split(",", -1))
        .filter(range -> !range.matches(".*;\\s*q=0(\\.0*)?\\s*"))
        .map(range -> range.replaceFirst("\\s*;.*", "").trim())
        .anyMatch(range -> JSON.contains(range) || ANY.contains(range));
  }

  /** The same request, asking for the format that is given. */
  private static final class WantsJson extends HttpServletRequestWrapper {

    WantsJson(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getHeader(String name) {
      return name.equalsIgnoreCase("Accept") ? FHIR_JSON : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return name.equalsIgnoreCase("Accept")
          ? Collections.enumeration(List.of(FHIR_JSON))
          : super.getHeaders(name);
    }
  }
}
