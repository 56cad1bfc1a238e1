package nl.kindcheck.service.tenancy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.policy.PolicyValidation;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.SecurityClock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The policy of each organisation: versioned documents, the one in force found by date, the
 * standard one where there is none.
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
  private final JsonMapper json =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();
  private final Map<TenantId, Versions> known = new ConcurrentHashMap<>();

  private record Versions(Instant readAt, List<Policy> oldestFirst) {}

  Policies(TenantSql sql, DomainClock domainClock, SecurityClock realClock) {
    this.sql = sql;
    this.domainClock = domainClock;
    this.realClock = realClock;
  }

  /** The policy in force on a day. */
  public Policy on(TenantId tenant, LocalDate day) {
    Policy found = Policy.standard();
    for (Policy policy : versions(tenant)) {
      found = policy.effectiveFrom().isAfter(day) ? found : policy;
    }
    return found;
  }

  public Policy today(TenantId tenant) {
    return on(tenant, domainClock.today());
  }

  private List<Policy> versions(TenantId tenant) {
    Versions versions = known.get(tenant);
    if (versions == null || versions.readAt().plus(FRESH).isBefore(realClock.now())) {
      versions = new Versions(realClock.now(), read(tenant));
      known.put(tenant, versions);
    }
    return versions.oldestFirst();
  }

  private List<Policy> read(TenantId tenant) {
    return sql.inOneTrip(
        tenant,
        "SELECT document FROM policy_version WHERE tenant_id = ? ORDER BY effective_from, at",
        rows -> {
          List<Policy> policies = new ArrayList<>();
          while (rows.next()) {
            policies.add(read(rows.getString(1)));
          }
          policies.sort(Comparator.comparing(Policy::effectiveFrom));
          return policies;
        },
        tenant.value());
  }

  /**
   * Stores a new version.
   *
   * @param document the policy as JSON
   * @throws Refused 422 with every fault by its field; 409 where the version exists
   */
  public Policy store(TenantId tenant, String document) {
    Policy policy = parse(document);
    OneTrip trip = new OneTrip();
    OneTrip.Part<Integer> stored =
        trip.write(
            """
            INSERT INTO policy_version (tenant_id, version, effective_from, document, at)
            VALUES (?, ?, ?, ?::jsonb, now()) ON CONFLICT DO NOTHING\
            """,
            tenant.value(),
            policy.version(),
            policy.effectiveFrom(),
            json.writeValueAsString(policy));
    trip.run(sql, tenant);
    if (stored.result() == 0) {
      throw new Refused(HttpStatus.CONFLICT, "policy.version-exists", "version");
    }
    known.remove(tenant);
    return policy;
  }

  public boolean hasAny(TenantId tenant) {
    return !versions(tenant).isEmpty();
  }

  private Policy parse(String document) {
    Policy policy;
    try {
      policy = read(document);
    } catch (JacksonException e) {
      throw new Refused(
          HttpStatus.UNPROCESSABLE_CONTENT, "policy.unreadable", e.getPathReference());
    }
    List<Refused.Fault> faults =
        PolicyValidation.faultsOf(policy).stream()
            .map(f -> new Refused.Fault("policy.fault", f.field(), Map.of("advice", f.advice())))
            .toList();
    if (!faults.isEmpty()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
    return policy;
  }

  /** One of before there was a retention to choose has the standard one. */
  private Policy read(String document) {
    JsonNode tree = json.readTree(document);
    if (tree instanceof ObjectNode policy && !policy.has("retention")) {
      policy.set("retention", json.valueToTree(Policy.Retention.STANDARD));
    }
    return json.treeToValue(tree, Policy.class);
  }

  public String toJson(Policy policy) {
    return json.writeValueAsString(policy);
  }
}
