package nl.kindcheck.service.tenancy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import nl.kindcheck.service.platform.ErrorBodies;
import nl.kindcheck.service.platform.Loopback;
import nl.kindcheck.service.platform.Refused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may reach what. Everything is closed but what is opened here. The CDS Hooks endpoint is open
 * to this chain because it checks a token of its own kind; outside the demo profile nothing else is
 * open without a bearer token.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /** What shows nothing of anybody: readiness, and the description of the FHIR endpoint. */
  private static final String[] PUBLIC = {
    "/", "/fhir/metadata", "/actuator/health/readiness", "/actuator/health/liveness", "/error"
  };

  private static final String HOOKS = "/cds-services/**";

  /**
   * @param organisationClaim the claim of a token that holds the code of the organisation
   */
  @ConfigurationProperties("kindcheck.identity")
  record Identity(@DefaultValue("organization") String organisationClaim) {}

  /**
   * The hooks check a token of their own kind, which the identity provider knows nothing of. Of
   * this chain they need the headers of an answer and nothing else: each filter more is time for
   * which a clinician waits.
   */
  @Bean
  @Order(0)
  SecurityFilterChain hooksChain(HttpSecurity http) {
    return http.securityMatcher(HOOKS)
        .csrf(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .exceptionHandling(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  @Profile("!demo")
  @Order(1)
  SecurityFilterChain chain(
      HttpSecurity http, Organisations organisations, Identity identity, ErrorBodies errors) {
    AuthenticationEntryPoint nobody =
        (request, response, fault) -> {
          new BearerTokenAuthenticationEntryPoint().commence(request, response, fault);
          errors.write(
              request, response, new Refused(HttpStatus.UNAUTHORIZED, "access.nobody", null));
        };
    return common(http)
        .exceptionHandling(faults -> faults.authenticationEntryPoint(nobody))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationEntryPoint(nobody)
                    .jwt(
                        jwt ->
                            jwt.jwtAuthenticationConverter(
                                token -> access(token, organisations, identity))))
        .build();
  }

  private static HttpSecurity common(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            h ->
                h.contentSecurityPolicy(
                    csp ->
                        csp.policyDirectives(
                            "default-src 'none'; style-src 'self'; frame-ancestors 'none'")))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(PUBLIC)
                    .permitAll()
                    .requestMatchers("/fhir/**", "/demo/**")
                    .authenticated()
                    .anyRequest()
                    .denyAll());
  }

  private static AbstractAuthenticationToken access(
      Jwt token, Organisations organisations, Identity identity) {
    String code = token.getClaimAsString(identity.organisationClaim());
    TenantId tenant =
        organisations
            .byCode(code == null ? "" : code)
            .orElseThrow(() -> new BadCredentialsException("organisation"))
            .tenant();
    String scope = token.getClaimAsString("scope");
    List<String> scopes = scope == null ? List.of() : List.of(scope.split(" "));
    return new AccessToken(new Access(tenant, String.valueOf(token.getSubject()), scopes));
  }

  /**
   * The demo has no sign-in: whoever calls from this machine is the demo organisation's system.
   * Nobody else is anybody.
   */
  @Bean
  @Profile("demo")
  @Order(1)
  SecurityFilterChain demoChain(HttpSecurity http, Organisations organisations) {
    Access demo =
        new Access(
            organisations.organisations().get(0).tenant(),
            "demo",
            List.of("system/*.cruds", "system/AuditEvent.rs"));
    OncePerRequestFilter fromThisMachine =
        new OncePerRequestFilter() {
          @Override
          protected void doFilterInternal(
              HttpServletRequest request, HttpServletResponse response, FilterChain rest)
              throws ServletException, IOException {
            if (Loopback.isFromThisMachine(request)) {
              var context = SecurityContextHolder.createEmptyContext();
              context.setAuthentication(new AccessToken(demo));
              SecurityContextHolder.setContext(context);
            }
            rest.doFilter(request, response);
          }
        };
    return common(http).addFilterBefore(fromThisMachine, AuthorizationFilter.class).build();
  }
}
