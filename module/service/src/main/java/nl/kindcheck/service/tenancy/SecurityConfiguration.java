package nl.kindcheck.service.tenancy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import nl.kindcheck.service.platform.BareChain;
import nl.kindcheck.service.platform.ErrorBodies;
import nl.kindcheck.service.platform.Loopback;
import nl.kindcheck.service.platform.Refused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who is calling; the {@link Matrix} says who may reach what, and what it does not name is closed.
 * Outside the demo profile nothing of anybody is reached here without a bearer token.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String HOOKS = "/cds-services/**";

  /**
   * The hooks check a token of their own kind, which the identity provider knows nothing of. Of
   * this chain they need the headers of an answer and nothing else.
   */
  @Bean
  @Order(0)
  SecurityFilterChain hooksChain(
      HttpSecurity http, MatrixAuthorization matrix, ErrorBodies errors) {
    return BareChain.of(http, HOOKS)
        .exceptionHandling(
            faults ->
                faults.accessDeniedHandler(
                    (request, response, fault) -> refuse(errors, request, response, fault)))
        .authorizeHttpRequests(requests -> requests.anyRequest().access(matrix))
        .build();
  }

  private static void refuse(
      ErrorBodies errors,
      HttpServletRequest request,
      HttpServletResponse response,
      AccessDeniedException fault)
      throws IOException {
    HttpStatus status = MatrixAuthorization.nothingThere(fault).orElse(HttpStatus.FORBIDDEN);
    errors.write(
        request,
        response,
        switch (status) {
          case NOT_FOUND -> new Refused(status, "not-found", null);
          case METHOD_NOT_ALLOWED -> new Refused(status, "method-not-offered", null);
          default -> new Refused(HttpStatus.FORBIDDEN, "access.role", null);
        });
  }

  @Bean
  @Profile("!demo")
  @Order(1)
  SecurityFilterChain chain(
      HttpSecurity http, Identities identities, MatrixAuthorization matrix, ErrorBodies errors) {
    AuthenticationEntryPoint nobody =
        (request, response, fault) -> {
          // Why a token is not good would tell an attacker how far they came.
          boolean hadOne = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
          response.setHeader(
              HttpHeaders.WWW_AUTHENTICATE, hadOne ? "Bearer error=\"invalid_token\"" : "Bearer");
          errors.write(
              request, response, new Refused(HttpStatus.UNAUTHORIZED, "access.nobody", null));
        };
    return common(http, matrix)
        .exceptionHandling(
            faults ->
                faults
                    .authenticationEntryPoint(nobody)
                    .accessDeniedHandler(
                        (request, response, fault) -> refuse(errors, request, response, fault)))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(nobody)
                    .accessDeniedHandler(
                        (request, response, fault) -> refuse(errors, request, response, fault))
                    .jwt(
                        jwt ->
                            jwt.jwtAuthenticationConverter(
                                token ->
                                    new AccessToken(identities.of(token.getClaims()), "token"))))
        .build();
  }

  private static HttpSecurity common(HttpSecurity http, MatrixAuthorization matrix) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            h ->
                h.contentSecurityPolicy(
                    csp ->
                        csp.policyDirectives(
                            "default-src 'none'; style-src 'self'; frame-ancestors 'none'")))
        .authorizeHttpRequests(requests -> requests.anyRequest().access(matrix));
  }

  /**
   * The demo has no sign-in: whoever calls from this machine is the demo organisation's system.
   * Nobody else is anybody.
   */
  @Bean
  @Profile("demo")
  @Order(1)
  SecurityFilterChain demoChain(
      HttpSecurity http,
      Organisations organisations,
      MatrixAuthorization matrix,
      ErrorBodies errors) {
    Access demo =
        Access.of(
            organisations.organisations().get(0).tenant(),
            "demo",
            Set.of(Role.SYSTEM),
            List.of("system/*.cruds", "system/AuditEvent.rs"),
            null);
    OncePerRequestFilter fromThisMachine =
        new OncePerRequestFilter() {
          @Override
          protected void doFilterInternal(
              HttpServletRequest request, HttpServletResponse response, FilterChain rest)
              throws ServletException, IOException {
            if (Loopback.isFromThisMachine(request)) {
              var context = SecurityContextHolder.createEmptyContext();
              context.setAuthentication(new AccessToken(demo, "demo"));
              SecurityContextHolder.setContext(context);
            }
            rest.doFilter(request, response);
          }
        };
    return common(http, matrix)
        .exceptionHandling(
            faults ->
                faults.accessDeniedHandler(
                    (request, response, fault) -> refuse(errors, request, response, fault)))
        .addFilterBefore(fromThisMachine, AuthorizationFilter.class)
        .build();
  }
}
