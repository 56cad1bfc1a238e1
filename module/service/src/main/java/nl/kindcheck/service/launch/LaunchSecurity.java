package nl.kindcheck.service.launch;

import java.util.Optional;
import nl.kindcheck.service.epd.EpdConnections;
import nl.kindcheck.service.platform.BareChain;
import nl.kindcheck.service.tenancy.MatrixAuthorization;
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may reach the pages: whoever has a session from a launch, and nobody else. The same in the
 * demo, where the demo EPD launches as every EPD does.
 */
@Configuration(proxyBeanMethods = false)
class LaunchSecurity {

  private static final String FILES = "/app/static/**";

  /** Style, script and pictures: the same for everybody, and kept by the browser. */
  @Bean
  @Order(-2)
  SecurityFilterChain filesChain(HttpSecurity http, MatrixAuthorization matrix) {
    return BareChain.of(http, FILES)
        .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
        .authorizeHttpRequests(requests -> requests.anyRequest().access(matrix))
        .build();
  }

  @Bean
  @Order(-1)
  SecurityFilterChain pagesChain(
      HttpSecurity http,
      EpdConnections connections,
      Organisations organisations,
      Sessions sessions,
      Cookies cookies,
      LaunchPages pages,
      TooLate late,
      MatrixAuthorization matrix) {
    return http.securityMatcher("/app", "/app/**", "/launch", "/launch/**")
        .addFilterBefore(
            new SessionFilter(sessions, organisations, cookies, pages, late), CsrfFilter.class)
        .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrf()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .addHeaderWriter(new PageHeaders(connections)))
        .exceptionHandling(
            faults ->
                faults
                    .authenticationEntryPoint(
                        (request, response, fault) ->
                            pages.write(request, response, LaunchPage.NO_SESSION))
                    .accessDeniedHandler(denied(late)))
        .authorizeHttpRequests(requests -> requests.anyRequest().access(matrix))
        .build();
  }

  /** A page that is not there says so; all else that is denied is a form of another session. */
  private static AccessDeniedHandler denied(TooLate late) {
    return (request, response, fault) -> {
      Optional<HttpStatus> nothing = MatrixAuthorization.nothingThere(fault);
      if (nothing.isPresent()) {
        response.sendError(nothing.get().value());
      } else {
        late.ofAnotherSession(request, response);
      }
    };
  }
}
