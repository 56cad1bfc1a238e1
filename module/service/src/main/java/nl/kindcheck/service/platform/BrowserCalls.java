package nl.kindcheck.service.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.kindcheck.service.platform.LimitSettings.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Calls of the APIs from a website of somebody else (CORS). A browser asks first, and without a
 * token: the answer is for all websites that any organisation allowed. With the token it is known
 * whose call it is, and {@link KnownClients} looks whether that organisation allowed it.
 */
@Configuration(proxyBeanMethods = false)
class BrowserCalls {

  @Bean
  FilterRegistrationBean<CorsFilter> corsFilter(AllowedOrigins allowed, ErrorBodies errors) {
    CorsConfiguration api = new CorsConfiguration();
    api.setAllowedOrigins(
        allowed.byOrganisation().values().stream().flatMap(Set::stream).distinct().toList());
    api.setAllowedMethods(List.of("GET", "POST", "PUT"));
    api.setAllowedHeaders(
        List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            "If-None-Exist",
            "Prefer"));
    api.setExposedHeaders(List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER));
    // A cookie is of a page, and no page is called from elsewhere.
    api.setAllowCredentials(false);
    api.setMaxAge(Duration.ofHours(1));
    CorsFilter filter =
        new CorsFilter(request -> Kind.of(request.getRequestURI()).isApi() ? api : null);
    filter.setCorsProcessor(new InOurWords(errors));
    FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 6);
    return registration;
  }

  /** The framework's own words are in English and say not what to do. */
  private static final class InOurWords extends DefaultCorsProcessor {

    private final ErrorBodies errors;

    InOurWords(ErrorBodies errors) {
      this.errors = errors;
    }

    @Override
    public boolean processRequest(
        @Nullable CorsConfiguration config,
        HttpServletRequest request,
        HttpServletResponse response)
        throws IOException {
      boolean allowed = super.processRequest(config, request, response);
      if (!allowed) {
        errors.write(
            request,
            response,
            new Refused(HttpStatus.FORBIDDEN, "cors.origin", HttpHeaders.ORIGIN));
      }
      return allowed;
    }

    /** Written above. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {}
  }
}
