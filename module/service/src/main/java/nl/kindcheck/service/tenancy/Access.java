package nl.kindcheck.service.tenancy;

import java.util.Collection;
import java.util.List;

/**
 * What a signed-in caller may do, at which organisation.
 *
 * @param user who it is, as the identity provider names them; never shown and never logged
 * @param scopes SMART scopes that were granted
 */
public record Access(TenantId tenant, String user, List<SmartScope> scopes) {

  public Access(TenantId tenant, String user, Collection<String> scopes) {
    this(tenant, user, scopes.stream().flatMap(s -> SmartScope.parse(s).stream()).toList());
  }

  public boolean may(SmartScope.Interaction interaction, String resourceType) {
    return scopes.stream().anyMatch(scope -> scope.allows(interaction, resourceType));
  }

  /** The same, where a scope for every type does not count. */
  public boolean mayByName(SmartScope.Interaction interaction, String resourceType) {
    return scopes.stream()
        .anyMatch(
            scope ->
                scope.resourceType().equals(resourceType)
                    && scope.allows(interaction, resourceType));
  }
}
