package nl.kindcheck.service.tenancy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the identity provider's tokens look like, and how people sign in with it.
 *
 * @param provider how roles and organisation stand in a token
 * @param clientId the name under which the provider knows us
 * @param clientSecret null or blank for none: then nobody can sign in below {@code /office}
 * @param organisationClaim the claim that holds the code of the organisation
 * @param rolesClaim the claim that holds the codes of roles; a path with dots goes inside a claim.
 *     Keycloak's own places need no setting
 * @param scopeClaim the claim that holds the scopes
 * @param patientClaim the claim that names the patient whose record was opened
 * @param fhirUserClaim the claim that says who somebody is in the EPD, as in {@code
 *     Practitioner/12}
 */
@Validated
@ConfigurationProperties("kindcheck.identity")
public record IdentitySettings(
    @NotNull @DefaultValue("keycloak") Provider provider,
    @NotBlank @DefaultValue("kindcheck") String clientId,
    @Nullable String clientSecret,
    @NotBlank @DefaultValue("organization") String organisationClaim,
    @NotBlank @DefaultValue("roles") String rolesClaim,
    @NotBlank @DefaultValue("scope") String scopeClaim,
    @NotBlank @DefaultValue("patient") String patientClaim,
    @NotBlank @DefaultValue("fhirUser") String fhirUserClaim) {

  /** Keycloak, or any provider that follows OpenID Connect. */
  public enum Provider {
    KEYCLOAK,
    OIDC
  }

  /** Never the secret: a record's own would show it in a log. */
  @Override
  public String toString() {
    return "IdentitySettings of " + clientId;
  }
}
