package nl.kindcheck.service.access;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.service.launch.EmergencyLeft;
import nl.kindcheck.service.office.OfficeNews;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells the privacy officer, once for each access in an emergency. The event is kept with the
 * access and is repeated until it was followed; a second time it changes nothing.
 */
@Component
class EmergencyNotices implements OfficeNews {

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final SecurityClock clock;

  EmergencyNotices(TenantSql sql, JdbcClient jdbc, SecurityClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(EmergencyTaken taken) {
    once("emergency_notice", new TenantId(taken.tenant()), taken.access());
  }

  /** In the transaction that ends the session. */
  @EventListener
  void on(EmergencyLeft left) {
    once("emergency_end", left.tenant(), left.emergency());
  }

  private void once(String table, TenantId tenant, Object access) {
    sql.inTransaction(
        tenant,
        () ->
            jdbc.sql(
                    "INSERT INTO "
                        + table
                        + " (tenant_id, access_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(tenant.value(), access, clock.now().atOffset(ZoneOffset.UTC))
                .update());
  }

  /** How many nobody has reviewed yet. */
  @Override
  public Optional<Item> of(TenantId tenant, Set<Role> roles) {
    if (!roles.contains(Role.PRIVACY_OFFICER)) {
      return Optional.empty();
    }
    long unread = unread(tenant);
    return unread == 0
        ? Optional.empty()
        : Optional.of(new Item("emergency.unread", unread, EmergencyPages.PATH));
  }

  private long unread(TenantId tenant) {
    return sql.inTransaction(
        tenant,
        () ->
            jdbc.sql(
                    """
                    SELECT count(*) FROM emergency_notice n WHERE n.tenant_id = ? AND NOT EXISTS
                      (SELECT 1 FROM emergency_review r WHERE r.tenant_id = n.tenant_id AND r.access_id = n.access_id)\
                    """)
                .param(tenant.value())
                .query(Long.class)
                .single());
  }
}
