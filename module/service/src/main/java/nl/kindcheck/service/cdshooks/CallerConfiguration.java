package nl.kindcheck.service.cdshooks;

import nl.kindcheck.service.epd.EpdConnections;
import nl.kindcheck.service.platform.Loopback;
import nl.kindcheck.service.tenancy.Organisations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;

@Configuration(proxyBeanMethods = false)
class CallerConfiguration {

  @Bean
  @Profile("!demo")
  Callers callers(ClientTokens tokens) {
    return (http, endpoint) -> tokens.caller(http.getHeader(HttpHeaders.AUTHORIZATION), endpoint);
  }

  /**
   * In the demo a call without a token is the demo EPD's, but only from this machine. One with a
   * token is checked as ever.
   */
  @Bean
  @Profile("demo")
  Callers demoCallers(
      ClientTokens tokens, EpdConnections connections, Organisations organisations) {
    return (http, endpoint) -> {
      String authorization = http.getHeader(HttpHeaders.AUTHORIZATION);
      if (authorization != null) {
        return tokens.caller(authorization, endpoint);
      }
      if (!Loopback.isFromThisMachine(http)) {
        throw new Unauthorized("not from this machine");
      }
      EpdConnections.Connection demo = connections.epds().get(0);
      return new Caller(
          organisations.byCode(demo.organisation()).orElseThrow().tenant(), demo, null);
    };
  }
}
