package nl.kindcheck.service.platform;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;

/**
 * A chain that only puts the headers on an answer: for what is the same for everybody, or checks
 * who calls by itself. Each filter more is time for which a clinician waits.
 */
public final class BareChain {

  private BareChain() {}

  /** Takes every filter but that of the headers away. */
  public static HttpSecurity of(HttpSecurity http, String paths) {
    return http.securityMatcher(paths)
        .csrf(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .exceptionHandling(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable);
  }
}
