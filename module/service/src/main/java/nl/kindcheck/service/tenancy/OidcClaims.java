package nl.kindcheck.service.tenancy;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Any provider that follows OpenID Connect: each thing stands in the claim that a setting names.
 */
@Component
@ConditionalOnProperty(name = "kindcheck.identity.provider", havingValue = "oidc")
class OidcClaims implements IdentityClaims {

  private final IdentitySettings settings;

  OidcClaims(IdentitySettings settings) {
    this.settings = settings;
  }

  @Override
  public Set<String> organisations(Map<String, Object> claims) {
    return Claims.texts(Claims.at(claims, settings.organisationClaim()));
  }

  @Override
  public Set<String> roles(Map<String, Object> claims) {
    return Claims.texts(Claims.at(claims, settings.rolesClaim()));
  }
}
