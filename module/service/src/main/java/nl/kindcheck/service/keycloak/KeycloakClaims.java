package nl.kindcheck.service.keycloak;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.kindcheck.service.tenancy.Claims;
import nl.kindcheck.service.tenancy.IdentityClaims;
import nl.kindcheck.service.tenancy.IdentitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Keycloak's tokens. Roles of the realm stand in {@code realm_access.roles}, those of our own
 * client in {@code resource_access.<client>.roles}; a role that somebody has at another client is
 * none of ours. The organisation is an attribute of the user (a text or a list), or one of
 * Keycloak's own organisations (an object by its alias).
 */
@Component
@ConditionalOnProperty(
    name = "kindcheck.identity.provider",
    havingValue = "keycloak",
    matchIfMissing = true)
class KeycloakClaims implements IdentityClaims {

  private final IdentitySettings settings;

  KeycloakClaims(IdentitySettings settings) {
    this.settings = settings;
  }

  @Override
  public Set<String> organisations(Map<String, Object> claims) {
    Object claim = Claims.at(claims, settings.organisationClaim());
    Set<String> aliases = Claims.object(claim).keySet();
    return aliases.isEmpty() ? Claims.texts(claim) : aliases;
  }

  @Override
  public Set<String> roles(Map<String, Object> claims) {
    Set<String> roles = new HashSet<>(rolesIn(claims.get("realm_access")));
    roles.addAll(rolesIn(Claims.object(claims.get("resource_access")).get(settings.clientId())));
    return roles;
  }

  /** A single text in the place of the list is not Keycloak's. */
  private static Set<String> rolesIn(@Nullable Object access) {
    Object roles = Claims.object(access).get("roles");
    return roles instanceof String ? Set.of() : Claims.texts(roles);
  }
}
