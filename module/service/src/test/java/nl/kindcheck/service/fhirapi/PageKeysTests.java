package nl.kindcheck.service.fhirapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.UUID;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The instances sign the links to pages alike, and each organisation's differently. */
class PageKeysTests extends FhirTest {

  private static final byte[] BODY = "a page".getBytes(UTF_8);

  @Autowired private TenantSql sql;
  @Autowired private JdbcClient jdbc;

  private PageKeys instance() {
    return new PageKeys(sql, jdbc);
  }

  @Test
  void instancesThatStartAtOnceSignAlike() {
    TenantId tenant = new TenantId(UUID.randomUUID());
    var signatures =
        atOnce(Collections.nCopies(6, () -> UUID.nameUUIDFromBytes(instance().sign(tenant, BODY))));
    assertThat(signatures).hasSize(6).containsOnly(signatures.get(0));
  }

  @Test
  void organisationsSignDifferently() {
    PageKeys keys = instance();
    assertThat(keys.sign(new TenantId(UUID.randomUUID()), BODY))
        .isNotEqualTo(keys.sign(new TenantId(UUID.randomUUID()), BODY));
  }

  @Test
  void anotherPageHasAnotherSignature() {
    PageKeys keys = instance();
    TenantId tenant = new TenantId(UUID.randomUUID());
    assertThat(keys.sign(tenant, BODY)).isNotEqualTo(keys.sign(tenant, "another".getBytes(UTF_8)));
  }
}
