package nl.kindcheck.service.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.platform.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The policy of each organisation: versioned documents, the one in force found by date, the
 * standard one where there is none. Of two from the same day the one that was published last holds.
 */
@Component
public class Policies {

  /**
   * How long another instance may go on with the version it read: a policy is dated in days, not in
   * seconds.
   */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final TenantSql sql;
  private final DomainClock domainClock;
  private final SecurityClock realClock;
  private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

  private record Known(Instant readAt, Policy standard, List<PolicyVersion> oldestFirst) {}

  Policies(TenantSql sql, DomainClock domainClock, SecurityClock realClock) {
    this.sql = sql;
    this.domainClock = domainClock;
    this.realClock = realClock;
  }

  /** The policy in force on a day. */
  public Policy on(TenantId tenant, LocalDate day) {
    Known all = known(tenant);
    Policy found = all.standard();
    for (PolicyVersion version : all.oldestFirst()) {
      found = version.from().isAfter(day) ? found : version.policy();
    }
    return found;
  }

  public Policy today(TenantId tenant) {
    return on(tenant, domainClock.today());
  }

  /** What holds where an organisation has published nothing yet: it asks since it is served. */
  public Policy standard(TenantId tenant) {
    return known(tenant).standard();
  }

  /** Every published version, the earliest first; read anew. */
  public List<PolicyVersion> versions(TenantId tenant) {
    known.remove(tenant);
    return known(tenant).oldestFirst();
  }

  private Known known(TenantId tenant) {
    Known all = known.get(tenant);
    if (all == null || all.readAt().plus(FRESH).isBefore(realClock.now())) {
      all = read(tenant);
      known.put(tenant, all);
    }
    return all;
  }

  private Known read(TenantId tenant) {
    OneTrip trip = new OneTrip();
    var versions =
        trip.read(
            "SELECT document, note, by_user, by_role, at FROM policy_version WHERE tenant_id = ?"
                + " ORDER BY effective_from, at",
            Policies::versions,
            tenant.value());
    var start =
        trip.read(
            "SELECT on_day FROM policy_start WHERE tenant_id = ?",
            rows ->
                rows.next() ? List.of(rows.getObject(1, LocalDate.class)) : List.<LocalDate>of(),
            tenant.value());
    trip.run(sql, tenant);
    @Nullable LocalDate began = start.result().isEmpty() ? null : start.result().get(0);
    return new Known(realClock.now(), Policy.standard().startingOn(began), versions.result());
  }

  private static List<PolicyVersion> versions(ResultSet rows) throws SQLException {
    List<PolicyVersion> versions = new ArrayList<>();
    while (rows.next()) {
      versions.add(
          new PolicyVersion(
              PolicyJson.stored(rows.getString(1)),
              rows.getString(2),
              rows.getString(3),
              rows.getString(4),
              rows.getObject(5, OffsetDateTime.class).toInstant()));
    }
    return List.copyOf(versions);
  }

  /**
   * Stores the version that an organisation is set up with.
   *
   * @param document the policy as JSON
   * @throws Refused 422 with every fault by its field; 409 where the version exists
   */
  public Policy store(TenantId tenant, String document) {
    Policy policy = PolicyJson.read(StrictJson.object(document.getBytes(UTF_8))).orRefuse();
    append(tenant, policy, null, null, null);
    return policy;
  }

  /**
   * Publishes a version. Part of the transaction that is open, where one is.
   *
   * @param note why it was made
   * @throws Refused 409 where the version exists
   */
  public void publish(TenantId tenant, Policy policy, String note, Actor by) {
    append(tenant, policy, note, by.user(), by.role().code());
  }

  private void append(
      TenantId tenant,
      Policy policy,
      @Nullable String note,
      @Nullable String user,
      @Nullable String role) {
    OneTrip trip = new OneTrip();
    OneTrip.Part<Integer> stored =
        trip.write(
            """
            INSERT INTO policy_version (tenant_id, version, effective_from, document, note, by_user, by_role, at)
            VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, clock_timestamp()) ON CONFLICT DO NOTHING\
            """,
            tenant.value(),
            policy.version(),
            policy.effectiveFrom(),
            toJson(policy),
            note,
            user,
            role);
    trip.run(sql, tenant);
    known.remove(tenant);
    if (stored.result() == 0) {
      throw new Refused(HttpStatus.CONFLICT, "policy.version-exists", "version");
    }
  }

  public boolean hasAny(TenantId tenant) {
    return !known(tenant).oldestFirst().isEmpty();
  }

  public String toJson(Policy policy) {
    return PolicyJson.of(policy).toString();
  }
}
