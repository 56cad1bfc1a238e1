package nl.kindcheck.service.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.kindcheck.service.tenancy.IdentitySettings.Provider;
import org.junit.jupiter.api.Test;

/** A provider that is no Keycloak needs settings alone. */
class OidcClaimsTests {

  private static OidcClaims with(String organisationClaim, String rolesClaim) {
    return new OidcClaims(
        new IdentitySettings(
            Provider.OIDC,
            "kindcheck",
            null,
            organisationClaim,
            rolesClaim,
            "scope",
            "patient",
            "fhirUser"));
  }

  @Test
  void eachThingStandsInTheClaimThatASettingNames() {
    OidcClaims claims = with("org_code", "groups");
    Map<String, Object> token = Map.of("org_code", "haven", "groups", List.of("manager"));

    assertThat(claims.organisations(token)).containsExactly("haven");
    assertThat(claims.roles(token)).containsExactly("manager");
  }

  @Test
  void aPathWithDotsGoesInsideAClaim() {
    assertThat(
            with("org.code", "app.kindcheck.roles")
                .roles(Map.of("app", Map.of("kindcheck", Map.of("roles", List.of("manager"))))))
        .containsExactly("manager");
  }

  @Test
  void aClaimWhoseNameHasDotsIsFoundByItsName() {
    assertThat(
            with("x", "https://idp.example/roles")
                .roles(Map.of("https://idp.example/roles", "manager")))
        .containsExactly("manager");
  }

  @Test
  void whatIsThereInAnotherFormIsNotThere() {
    OidcClaims claims = with("org", "a.b");
    assertThat(claims.roles(Map.of("a", "manager"))).isEmpty();
    assertThat(claims.roles(Map.of("a", Map.of("b", 7)))).isEmpty();
    assertThat(claims.roles(Map.of("a", Map.of("b", List.of("manager", 7))))).isEmpty();
    assertThat(claims.roles(Map.of("realm_access", Map.of("roles", List.of("manager"))))).isEmpty();
    assertThat(claims.organisations(Map.of("org", Map.of("haven", 1)))).isEmpty();
  }
}
