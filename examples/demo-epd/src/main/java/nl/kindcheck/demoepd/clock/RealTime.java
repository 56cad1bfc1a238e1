package nl.kindcheck.demoepd.clock;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time that the demo's clock starts from; a test gives another. */
@Configuration
class RealTime {

  @Bean
  Clock realClock() {
    return Clock.systemUTC();
  }
}
