package nl.kindcheck.demoepd;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A day in March, in the morning. */
@TestConfiguration(proxyBeanMethods = false)
class FixedTime {

  @Bean
  @Primary
  Clock fixedClock() {
    return Clock.fixed(Instant.parse("2026-03-10T09:00:00Z"), ZoneOffset.UTC);
  }
}
