package nl.kindcheck.service.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.kindcheck.service.tenancy.IdentitySettings;
import nl.kindcheck.service.tenancy.IdentitySettings.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where Keycloak writes roles and the organisation; what stands there otherwise grants nothing. */
class KeycloakClaimsTests {

  private final KeycloakClaims claims =
      new KeycloakClaims(
          new IdentitySettings(
              Provider.KEYCLOAK,
              "kindcheck",
              null,
              "organization",
              "roles",
              "scope",
              "patient",
              "fhirUser"));

  @Test
  void rolesOfTheRealmAndOfOurClientCount() {
    assertThat(
            claims.roles(
                Map.of(
                    "realm_access", Map.of("roles", List.of("manager", "offline_access")),
                    "resource_access",
                        Map.of("kindcheck", Map.of("roles", List.of("administrator"))))))
        .containsExactlyInAnyOrder("manager", "offline_access", "administrator");
  }

  @Test
  void aRoleAtAnotherClientIsNoneOfOurs() {
    assertThat(
            claims.roles(
                Map.of(
                    "resource_access",
                    Map.of("another-service", Map.of("roles", List.of("administrator"))))))
        .isEmpty();
  }

  static Stream<Object> wrongRoles() {
    return Stream.of(
        "administrator",
        List.of("administrator"),
        Map.of("roles", "administrator"),
        Map.of("roles", 7),
        Map.of("roles", Map.of("administrator", true)),
        Map.of("roles", List.of("administrator", 7)),
        Map.of("roles", Arrays.asList("administrator", null)),
        Map.of("roles", List.of(List.of("administrator"))));
  }

  @ParameterizedTest
  @MethodSource("wrongRoles")
  void rolesOfAnotherFormAreNone(Object realmAccess) {
    assertThat(claims.roles(Map.of("realm_access", realmAccess))).isEmpty();
  }

  static Stream<Object> oneOrganisation() {
    return Stream.of("haven", List.of("haven"), Map.of("haven", Map.of("id", "1")));
  }

  @ParameterizedTest
  @MethodSource("oneOrganisation")
  void theOrganisationIsATextAListOrAnObjectByItsAlias(Object claim) {
    assertThat(claims.organisations(Map.of("organization", claim))).containsExactly("haven");
  }

  @Test
  void everyOrganisationIsNamedSoThatNobodyPicksOne() {
    assertThat(claims.organisations(Map.of("organization", List.of("haven", "duin")))).hasSize(2);
    assertThat(
            claims.organisations(
                Map.of("organization", Map.of("haven", Map.of(), "duin", Map.of()))))
        .hasSize(2);
  }

  static Stream<Object> wrongOrganisations() {
    return Stream.of(7, true, "", " ", List.of(), List.of("haven", 7), Map.of());
  }

  @ParameterizedTest
  @MethodSource("wrongOrganisations")
  void anOrganisationOfAnotherFormIsNone(Object claim) {
    assertThat(claims.organisations(Map.of("organization", claim))).isEmpty();
  }
}
