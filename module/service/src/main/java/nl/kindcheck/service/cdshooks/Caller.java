package nl.kindcheck.service.cdshooks;

import java.time.Instant;
import nl.kindcheck.service.epd.EpdConnections.Connection;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param token what the call's token must leave behind, so that it is good for one call; null in
 *     the demo, which has none
 */
record Caller(TenantId tenant, Connection connection, @Nullable OneCall token) {

  /**
   * @param jti the token's own id
   */
  record OneCall(String jti, Instant expires) {}
}
