package nl.kindcheck.bench.service;

import nl.kindcheck.service.audit.NoLines;
import nl.kindcheck.service.cdshooks.AnyCaller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The hooks without authorisation and without the log of NEN 7513: what both cost together is the
 * difference. It is no part of the service, and nothing of the service can switch it on.
 */
@Configuration(proxyBeanMethods = false)
@Import({NoLines.class, AnyCaller.class})
class Bare {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  SecurityFilterChain openHooks(HttpSecurity http) {
    return http.securityMatcher("/cds-services/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
