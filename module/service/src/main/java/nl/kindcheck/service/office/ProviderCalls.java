package nl.kindcheck.service.office;

import java.net.URI;
import java.util.Map;
import nl.kindcheck.service.platform.Outgoing;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/**
 * What a sign-in asks of the identity provider: as every other call, only where it is registered.
 */
@Component
class ProviderCalls {

  private static final ParameterizedTypeReference<Map<String, Object>> MAP =
      new ParameterizedTypeReference<>() {};

  private final Outgoing outgoing;

  ProviderCalls(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  /**
   * Where the provider is to be asked what.
   *
   * @throws IllegalStateException where it does not answer, or is another one
   */
  Map<String, Object> configuration(String issuer) {
    URI address = URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
    Map<String, Object> found;
    try {
      found =
          RestClient.create(new RestTemplate(outgoing.requests()))
              .get()
              .uri(address)
              .accept(MediaType.APPLICATION_JSON)
              .retrieve()
              .body(MAP);
    } catch (RestClientException e) {
      throw new IllegalStateException("The identity provider gives no configuration", e);
    }
    if (found == null || !issuer.equals(found.get("issuer"))) {
      throw new IllegalStateException("The identity provider names another issuer than is set");
    }
    return found;
  }

  /** For the keys of ID tokens. */
  RestOperations rest() {
    return new RestTemplate(outgoing.requests());
  }

  /** Exchanges a code for tokens. */
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(outgoing.requests())
            .configureMessageConverters(
                converters ->
                    converters
                        .disableDefaults()
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }
}
