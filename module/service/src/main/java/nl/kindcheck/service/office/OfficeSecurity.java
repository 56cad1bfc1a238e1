package nl.kindcheck.service.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import nl.kindcheck.service.platform.ErrorBodies;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.MatrixAuthorization;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who is at work below {@code /office}: whoever signed in with the identity provider. Beside it the
 * pages of a launch have a chain and a session of their own; neither opens the other's.
 */
@Configuration(proxyBeanMethods = false)
class OfficeSecurity {

  private static final Logger log = LoggerFactory.getLogger(OfficeSecurity.class);
  private static final String SIGN_IN = "/office/login";
  private static final String ALGORITHMS =
      "spring.security.oauth2.resourceserver.jwt.jws-algorithms";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  /** ID tokens are signed as bearer tokens are. */
  @Bean
  JwtDecoderFactory<ClientRegistration> officeIdTokens(
      Environment environment, ProviderCalls calls) {
    SignatureAlgorithm algorithm =
        Objects.requireNonNull(
            SignatureAlgorithm.from(
                environment.getProperty(ALGORITHMS, "RS256").split(",")[0].strip()),
            ALGORITHMS);
    Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
    return registration ->
        decoders.computeIfAbsent(
            registration.getProviderDetails().getJwkSetUri(),
            keys -> idTokens(registration, keys, algorithm, calls));
  }

  private static JwtDecoder idTokens(
      ClientRegistration registration,
      String keys,
      SignatureAlgorithm algorithm,
      ProviderCalls calls) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .jwsAlgorithm(algorithm)
            .restOperations(calls.rest())
            .build();
    decoder.setJwtValidator(
        JwtValidators.createDefaultWithValidators(new OidcIdTokenValidator(registration)));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }

  @Bean
  @Order(-1)
  SecurityFilterChain officeChain(
      HttpSecurity http,
      MatrixAuthorization matrix,
      OfficeContext sessions,
      SignInProvider provider,
      BegunSignIn begun,
      SignInUsers users,
      ProviderCalls calls,
      ErrorBodies errors) {
    http.securityMatcher("/office", "/office/**")
        .csrf(csrf -> csrf.csrfTokenRepository(new OfficeCsrf()))
        .securityContext(context -> context.securityContextRepository(sessions))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .contentSecurityPolicy(csp -> csp.policyDirectives(policy(provider))))
        .exceptionHandling(
            faults ->
                faults
                    .authenticationEntryPoint(signIn(provider, errors))
                    .accessDeniedHandler(denied(errors)))
        .authorizeHttpRequests(requests -> requests.anyRequest().access(matrix));
    if (provider.isSetUp()) {
      http.addFilterBefore(
              new ProviderAway(provider, errors), OAuth2AuthorizationRequestRedirectFilter.class)
          .oauth2Login(login -> login(login, provider, begun, users, calls, errors));
    }
    return http.build();
  }

  private static void login(
      OAuth2LoginConfigurer<HttpSecurity> login,
      SignInProvider provider,
      BegunSignIn begun,
      SignInUsers users,
      ProviderCalls calls,
      ErrorBodies errors) {
    login
        .clientRegistrationRepository(provider)
        .authorizedClientRepository(new NoClients())
        .loginPage(SIGN_IN)
        .authorizationEndpoint(
            there ->
                there
                    .authorizationRequestResolver(new Begin(provider))
                    .authorizationRequestRepository(begun))
        .tokenEndpoint(there -> there.accessTokenResponseClient(calls.tokens()))
        .redirectionEndpoint(back -> back.baseUri(SignInProvider.CALLBACK))
        .userInfoEndpoint(who -> who.oidcUserService(users))
        .successHandler((request, response, user) -> goTo(response, SignInUsers.HOME))
        .failureHandler(failed(errors));
  }

  private static String policy(SignInProvider provider) {
    return provider.isSetUp() ? POLICY + " " + provider.origin() : POLICY;
  }

  /** Whoever asks for a page is sent to the provider; where there is none, nobody gets in. */
  private static AuthenticationEntryPoint signIn(SignInProvider provider, ErrorBodies errors) {
    return (request, response, fault) -> {
      if (!provider.isSetUp()) {
        errors.write(request, response, OfficePages.noSignIn());
      } else if (request.getMethod().equals("GET")) {
        goTo(response, SIGN_IN);
      } else {
        errors.write(
            request, response, new Refused(HttpStatus.UNAUTHORIZED, "office.signed-out", null));
      }
    };
  }

  /** A path alone: the address at which we were called may not be the one that people know. */
  private static void goTo(HttpServletResponse response, String path) {
    response.setStatus(HttpStatus.FOUND.value());
    response.setHeader(HttpHeaders.LOCATION, path);
  }

  private static AccessDeniedHandler denied(ErrorBodies errors) {
    return (request, response, fault) -> {
      HttpStatus status = MatrixAuthorization.nothingThere(fault).orElse(HttpStatus.FORBIDDEN);
      String code =
          switch (status) {
            case NOT_FOUND -> "page.not-found";
            case METHOD_NOT_ALLOWED -> "method-not-offered";
            default -> "access.role";
          };
      errors.write(request, response, new Refused(status, code, null));
    };
  }

  private static AuthenticationFailureHandler failed(ErrorBodies errors) {
    return (request, response, fault) -> {
      String part =
          fault instanceof OAuth2AuthenticationException known
              ? known.getError().getErrorCode()
              : fault.getClass().getSimpleName();
      log.info("A sign-in was refused: {}", part.matches("[a-zA-Z_]{1,60}") ? part : "?");
      String code =
          switch (part) {
            case "organisation" -> "office.no-organisation";
            case "role" -> "office.no-role";
            default -> "office.not-signed-in";
          };
      errors.write(request, response, new Refused(HttpStatus.FORBIDDEN, code, null));
    };
  }

  /** One address begins a sign-in. */
  private static final class Begin implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver resolver;

    Begin(SignInProvider provider) {
      resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, SIGN_IN);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
      boolean begins = request.getMethod().equals("GET") && request.getRequestURI().equals(SIGN_IN);
      return begins ? resolver.resolve(request, SignInProvider.ID) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(
        HttpServletRequest request, String registration) {
      return resolver.resolve(request, registration);
    }
  }
}
