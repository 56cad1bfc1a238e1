package nl.kindcheck.service.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  SecurityClock securityClock() {
    return new SecurityClock(Clock.systemUTC());
  }

  @Bean
  @Profile("!demo & !moved-clock")
  DomainClock domainClock() {
    Clock system = Clock.systemUTC();
    return system::instant;
  }
}
