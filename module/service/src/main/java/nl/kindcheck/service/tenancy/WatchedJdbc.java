package nl.kindcheck.service.tenancy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets no statement on a family's data pass unseen. */
@Configuration(proxyBeanMethods = false)
class WatchedJdbc {

  @Bean
  JdbcClient jdbcClient(NamedParameterJdbcOperations operations) {
    return watched(JdbcClient.create(operations));
  }

  static JdbcClient watched(JdbcClient client) {
    return sql -> {
      Touched.statement(sql);
      return client.sql(sql);
    };
  }
}
