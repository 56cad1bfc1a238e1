package nl.kindcheck.service.tenancy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.kindcheck.service.platform.Together;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Makes trips that come at the same time as one transaction: a commit for eight calls costs little
 * more than one for each.
 *
 * <p>For trips that only append. One that changes a row may have to wait for a lock, and would let
 * the others wait with it.
 */
@Component
public class SharedTrips {

  private final TenantSql sql;
  private final Map<TenantId, Together<OneTrip, Boolean>> lanes = new ConcurrentHashMap<>();

  SharedTrips(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Makes a trip, together with others or not: all of it is written when this returns.
   *
   * @param trip one that only appends
   * @throws DuplicateKeyException where a key exists already; nothing of this trip is written then
   */
  public void make(TenantId tenant, OneTrip trip) {
    boolean made =
        lanes.computeIfAbsent(tenant, t -> new Together<>(trips -> make(t, trips))).forOne(trip);
    if (!made) {
      sql.make(tenant, trip);
    }
  }

  /** Whether each is made: all or none. */
  private List<Boolean> make(TenantId tenant, List<OneTrip> trips) {
    if (trips.size() == 1) {
      sql.make(tenant, trips.get(0));
      return List.of(true);
    }
    try {
      sql.makeTogether(tenant, trips);
      return Collections.nCopies(trips.size(), true);
    } catch (DuplicateKeyException e) {
      // Whose key it is shows when each goes alone.
      return Collections.nCopies(trips.size(), false);
    }
  }
}
