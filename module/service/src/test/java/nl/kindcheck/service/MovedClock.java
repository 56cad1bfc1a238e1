package nl.kindcheck.service;

import java.time.Instant;
import java.time.LocalDate;
import nl.kindcheck.service.platform.DomainClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The domain clock of a test: stands still until the test moves it. */
public final class MovedClock implements DomainClock {

  public static final Instant START = Instant.parse("2026-06-01T09:00:00Z");

  /** The service began long before anything that a test tells of. */
  private static final Instant FIRST_DAY = Instant.parse("2020-01-01T09:00:00Z");

  private volatile Instant now = FIRST_DAY;

  @Override
  public Instant now() {
    return now;
  }

  public void moveTo(LocalDate day) {
    now = day.atTime(10, 0).atZone(ZONE).toInstant();
  }

  public void moveTo(Instant instant) {
    now = instant;
  }

  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {
    @Bean
    @Primary
    MovedClock movedClock() {
      return new MovedClock();
    }
  }
}
