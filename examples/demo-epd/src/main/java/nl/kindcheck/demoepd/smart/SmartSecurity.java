package nl.kindcheck.demoepd.smart;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.demoepd.fhirapi.FhirBase;
import nl.kindcheck.demoepd.service.ServiceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The authorization server (Spring Authorization Server) beside the pages, which stay as open as a
 * demo without sign-in is.
 */
@Configuration(proxyBeanMethods = false)
class SmartSecurity {

  @Bean
  @Order(1)
  SecurityFilterChain smartChain(
      HttpSecurity http,
      LaunchDesk desk,
      FhirBase base,
      OAuth2AuthorizationService authorizations) {
    OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
    OAuth2AccessTokenResponseAuthenticationSuccessHandler answers =
        new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
    answers.setAccessTokenResponseCustomizer(answer -> addContext(answer, authorizations));
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(
            server,
            smart ->
                smart
                    .oidc(withDefaults())
                    .tokenEndpoint(token -> token.accessTokenResponseHandler(answers)))
        .addFilterAfter(new LaunchFilter(desk, base), SecurityContextHolderFilter.class)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.defaultsDisabled().cacheControl(withDefaults()))
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            faults ->
                faults.authenticationEntryPoint(
                    (request, response, fault) ->
                        response.sendError(HttpServletResponse.SC_BAD_REQUEST)))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .build();
  }

  /** Pages and FHIR endpoint: no sign-in, as before; {@code PageSafety} writes the headers. */
  @Bean
  @Order(2)
  SecurityFilterChain openChain(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /** Kindcheck holds no secret of ours: its proof is PKCE with S256, and its registered address. */
  @Bean
  RegisteredClientRepository clients(ServiceSettings service) {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId(UUID.randomUUID().toString())
            .clientId("kindcheck")
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(service.serviceUrl() + "/launch/callback")
            .scopes(scopes -> scopes.addAll(SmartConfiguration.SCOPES))
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .tokenSettings(
                TokenSettings.builder()
                    .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                    // As long as a conversation: there is no refresh token.
                    .accessTokenTimeToLive(Duration.ofHours(1))
                    .build())
            .build());
  }

  @Bean
  OAuth2AuthorizationService authorizations() {
    return new InMemoryOAuth2AuthorizationService();
  }

  /** Set, because a request could name any host. */
  @Bean
  AuthorizationServerSettings addresses(FhirBase base) {
    return AuthorizationServerSettings.builder()
        .issuer(URI.create(base.url()).resolve("/").toString().replaceAll("/$", ""))
        .build();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> whoIsAtWork(FhirBase base) {
    return context -> {
      boolean idToken = "id_token".equals(context.getTokenType().getValue());
      boolean asked = context.getAuthorizedScopes().contains("fhirUser");
      if (idToken && asked && context.getPrincipal() instanceof LaunchedUser user) {
        context.getClaims().claim("fhirUser", base.url() + "/" + user.launch().user());
        // The clinician's language, by its name in OpenID Connect: SMART has none of its own.
        context.getClaims().claim("locale", user.launch().language());
      }
    };
  }

  /** What the app is told of the record in which it was opened (SMART, launch context). */
  private static void addContext(
      OAuth2AccessTokenAuthenticationContext answer, OAuth2AuthorizationService authorizations) {
    OAuth2AccessTokenAuthenticationToken given = answer.getAuthentication();
    Launch launch = launch(given, authorizations);
    Map<String, Object> all = new LinkedHashMap<>(given.getAdditionalParameters());
    if (launch != null) {
      all.put("patient", launch.patient());
      if (launch.encounter() != null) {
        all.put("encounter", launch.encounter());
      }
      // In our frame the patient's name stands above the app.
      all.put("need_patient_banner", false);
    }
    answer.getAccessTokenResponse().additionalParameters(all);
  }

  private static @Nullable Launch launch(
      OAuth2AccessTokenAuthenticationToken given, OAuth2AuthorizationService authorizations) {
    OAuth2Authorization authorization =
        authorizations.findByToken(
            given.getAccessToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN);
    return authorization != null
            && authorization.getAttribute(Principal.class.getName()) instanceof LaunchedUser user
        ? user.launch()
        : null;
  }
}
