package nl.kindcheck.service.platform;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;

/**
 * A chain that only puts the headers on an answer and asks nothing of a session: for what is the
 * same for everybody, or checks who calls by itself. Each filter more is time for which a clinician
 * waits.
 */
public final class BareChain {

  private BareChain() {}

  /** Takes every filter away but those of the headers and of what is refused. */
  public static HttpSecurity of(HttpSecurity http, String paths) {
    return http.securityMatcher(paths)
        .csrf(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable);
  }
}
