package nl.kindcheck.service.fhirapi;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs the links to the pages of a search. Every organisation has a key of its own, so that a link
 * of one is no good to another; the instances share it, so that any of them can give the next page.
 */
@Component
class PageKeys {

  private static final String ALGORITHM = "HmacSHA256";

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final Map<TenantId, SecretKeySpec> known = new ConcurrentHashMap<>();

  PageKeys(TenantSql sql, JdbcClient jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  byte[] sign(TenantId tenant, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(known.computeIfAbsent(tenant, this::read));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SecretKeySpec read(TenantId tenant) {
    byte[] fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    byte[] secret =
        sql.inTransaction(
            tenant,
            () -> {
              jdbc.sql(
                      "INSERT INTO page_key (tenant_id, secret) VALUES (?, ?) ON CONFLICT DO"
                          + " NOTHING")
                  .params(tenant.value(), fresh)
                  .update();
              return jdbc.sql("SELECT secret FROM page_key WHERE tenant_id = ?")
                  .params(tenant.value())
                  .query(byte[].class)
                  .single();
            });
    return new SecretKeySpec(secret, ALGORITHM);
  }
}
