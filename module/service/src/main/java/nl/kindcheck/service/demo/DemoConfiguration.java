package nl.kindcheck.service.demo;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.kindcheck.core.policy.Enforcement;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.PublicUrl;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

  private static final Logger log = LoggerFactory.getLogger(DemoConfiguration.class);

  @Bean
  DemoDatabase demoDatabase(DemoSettings settings) throws IOException, SQLException {
    return DemoDatabase.open(settings);
  }

  @Bean
  DataSource dataSource(DemoDatabase database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(DemoDatabase.SERVICE);
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(16);
    pool.setConnectionTimeout(2_000);
    pool.addDataSourceProperty("socketTimeout", "30");
    return pool;
  }

  @Bean
  FlywayConfigurationCustomizer migratesAsOwner(DemoDatabase database) {
    return flyway -> flyway.dataSource(database.url(), DemoDatabase.OWNER, database.password());
  }

  @Bean
  DemoState demoState(DemoSettings settings, DemoDatabase afterItsFolderIsThere) {
    return new DemoState(settings.data().toAbsolutePath());
  }

  @Bean
  DemoClock domainClock(DemoState state) {
    return new DemoClock(state.read());
  }

  /** The demo organisation holds the closing of an intake, so that the gate can be seen at work. */
  @Bean
  ApplicationRunner demoPolicy(
      Policies policies, Organisations organisations, DomainClock clock, PublicUrl publicUrl) {
    return arguments -> {
      TenantId tenant = organisations.organisations().get(0).tenant();
      if (!policies.hasAny(tenant)) {
        Policy holding = Policy.standard().with(Enforcement.HOLD, "demo-1");
        policies.store(tenant, policies.toJson(holding));
      }
      log.info(
          "This is a demo without sign-in: {} answers calls from this machine only. Today is {}",
          publicUrl.of(""),
          clock.today());
    };
  }

  /** Ends when the process that started this one has gone, so that nothing is left running. */
  @Bean
  ApplicationRunner exitWithParent(DemoSettings settings) {
    return arguments -> {
      if (settings.exitWithParent()) {
        Thread watch = new Thread(DemoConfiguration::exitAtEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
      }
    };
  }

  private static void exitAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is expected: only the end counts.
      }
    } catch (IOException e) {
      log.info("The input ended", e);
    }
    System.exit(0);
  }
}
