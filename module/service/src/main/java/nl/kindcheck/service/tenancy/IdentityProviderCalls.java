package nl.kindcheck.service.tenancy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import nl.kindcheck.service.platform.Outgoing;
import nl.kindcheck.service.platform.RegisteredHosts;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestTemplate;

/** The identity provider is called as everybody else: only where it is registered. */
@Configuration(proxyBeanMethods = false)
class IdentityProviderCalls {

  private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

  @Bean
  RegisteredHosts identityProviderHosts(Environment environment) {
    List<URI> addresses =
        Stream.of("issuer-uri", "jwk-set-uri")
            .map(name -> environment.getProperty(JWT + name, ""))
            .filter(address -> !address.isBlank())
            .map(URI::create)
            .toList();
    return new RegisteredHosts() {
      @Override
      public List<URI> addresses() {
        return addresses;
      }

      /** It stands beside the service as often as not, and is named by the settings alone. */
      @Override
      public boolean mayBeInside() {
        return true;
      }
    };
  }

  @Bean
  JwkSetUriJwtDecoderBuilderCustomizer keysThroughTheGuard(Outgoing outgoing) {
    return decoder -> decoder.restOperations(new RestTemplate(outgoing.requests()));
  }
}
