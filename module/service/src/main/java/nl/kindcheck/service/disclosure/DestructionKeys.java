package nl.kindcheck.service.disclosure;

import java.security.SecureRandom;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the key of the register of destruction for every organisation at the start, long before it
 * is needed, so that a copy of the database that is put back has it too.
 */
@Configuration(proxyBeanMethods = false)
class DestructionKeys {

  private static final int BYTES = 32;

  @Bean
  ApplicationRunner destructionKeysOfAll(
      Organisations organisations, TenantSql sql, JdbcClient jdbc) {
    return arguments ->
        organisations
            .organisations()
            .forEach(
                organisation ->
                    sql.inTransaction(
                        organisation.tenant(),
                        () ->
                            jdbc.sql(
                                    "INSERT INTO destruction_key (tenant_id, secret) VALUES (?, ?)"
                                        + " ON CONFLICT DO NOTHING")
                                .params(organisation.tenant().value(), secret())
                                .update()));
  }

  private static byte[] secret() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }
}
