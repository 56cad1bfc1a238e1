package nl.kindcheck.service.launch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The launches that have begun.
 *
 * <p>The attacks: an answer of the EPD that was made for another browser is put before a clinician,
 * who then writes in the record of the attacker's choice; or an answer is used twice. The rule: an
 * answer counts once, soon, and in the browser in which the launch began.
 */
@Component
class Begun {

  private static final Duration SOON = Duration.ofMinutes(10);

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final SecurityClock clock;

  Begun(TenantSql sql, JdbcClient jdbc, SecurityClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A launch under way. What must stay secret of it is made from what the browser holds, so that
   * nothing of it is stored.
   *
   * @param state goes to the EPD and comes back
   * @param browser the secret in the browser's cookie
   */
  record Dance(Key state, String browser, Locale locale) {

    String verifier() {
      return Secrets.derivedText(browser, "verifier " + state.secret());
    }

    String nonce() {
      return Secrets.derivedText(browser, "nonce " + state.secret());
    }
  }

  Dance begin(TenantId tenant, String browser, Locale locale) {
    Dance dance = new Dance(Key.random(tenant), browser, locale);
    sql.inTransaction(
        tenant,
        () ->
            jdbc.sql(
                    "INSERT INTO launch_begun (tenant_id, state_hash, browser_hash, locale,"
                        + " expires_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                    tenant.value(),
                    dance.state().hash(),
                    Secrets.hash(browser),
                    locale.toLanguageTag(),
                    clock.now().plus(SOON).atOffset(ZoneOffset.UTC))
                .update());
    return dance;
  }

  /** Ends a launch that comes back; empty where none may. A stranger's attempt ends nothing. */
  Optional<Dance> end(Key state, String browser) {
    return sql.inTransaction(
        state.tenant(),
        () ->
            jdbc.sql(
                    "DELETE FROM launch_begun WHERE tenant_id = ? AND state_hash = ? AND"
                        + " browser_hash = ? AND expires_at > ? RETURNING locale")
                .params(
                    state.tenant().value(),
                    state.hash(),
                    Secrets.hash(browser),
                    clock.now().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(tag -> new Dance(state, browser, Locale.forLanguageTag(tag))));
  }

  /** Forgets those that were never ended. */
  void forget(TenantId tenant) {
    Instant now = clock.now();
    sql.inTransaction(
        tenant,
        () ->
            jdbc.sql("DELETE FROM launch_begun WHERE tenant_id = ? AND expires_at < ?")
                .params(tenant.value(), now.atOffset(ZoneOffset.UTC))
                .update());
  }
}
