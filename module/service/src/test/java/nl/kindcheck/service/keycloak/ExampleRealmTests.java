package nl.kindcheck.service.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm of the examples, as a real Keycloak imports it: nothing in it opens anything yet. */
class ExampleRealmTests {

  private static final String EPD = "voorbeeld-epd";

  static final List<String> PEOPLE = KeycloakServer.PEOPLE;

  private final KeycloakServer keycloak = KeycloakServer.running();

  private static JsonNode claims(String token) {
    return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  @ParameterizedTest
  @FieldSource("PEOPLE")
  void everyPersonBelongsToTheMadeUpOrganisation(String person) {
    JsonNode found =
        keycloak.manage("GET", "/kindcheck/users?exact=true&username=" + person, null).path(0);

    assertThat(found.path("attributes").path("organization").path(0).asString())
        .isEqualTo("voorbeeld");
  }

  @Test
  void theFileBringsNoPasswordAndNoSecret() throws IOException {
    assertThat(
            Files.readString(Path.of("..", "..", "examples", "keycloak", "kindcheck-realm.json")))
        .contains("verzonnen-beheerder")
        .doesNotContain("credentials", "\"secret\"", "\"value\"");
  }

  @Test
  void theSecretsOfClientsAreMadeByKeycloak() {
    assertThat(keycloak.secret("kindcheck", "kindcheck")).hasSizeGreaterThan(30);
    assertThat(keycloak.secret("kindcheck", EPD))
        .hasSizeGreaterThan(30)
        .isNotEqualTo(keycloak.secret("kindcheck", "kindcheck"));
  }

  @Test
  void aSystemGetsItsRoleItsOrganisationAndTheScopesItAskedForAndNoOthers() {
    JsonNode claims = claims(keycloak.clientToken("kindcheck", EPD, "system/Task.rs"));

    assertThat(claims.path("aud").asString()).isEqualTo("kindcheck");
    assertThat(claims.path("organization").asString()).isEqualTo("voorbeeld");
    assertThat(claims.path("realm_access").path("roles").path(0).asString()).isEqualTo("system");
    assertThat(claims.path("scope").asString()).isEqualTo("system/Task.rs");
  }

  @Test
  void aScopeThatIsNotOfTheClientIsNotGranted() {
    JsonNode refused =
        keycloak.token(
            "kindcheck",
            "grant_type",
            "client_credentials",
            "client_id",
            EPD,
            "client_secret",
            keycloak.secret("kindcheck", EPD),
            "scope",
            "system/*.cruds");

    assertThat(refused.path("error").asString()).isEqualTo("invalid_scope");
  }

  @ParameterizedTest
  @ValueSource(strings = {"organization", "fhirUser"})
  void aPersonCannotChangeTheirOwnOrganisationNorWhoTheyAreInTheEpd(String name) {
    JsonNode profile = keycloak.manage("GET", "/kindcheck/users/profile", null);
    for (JsonNode attribute : profile.path("attributes")) {
      if (attribute.path("name").asString().equals(name)) {
        assertThat(attribute.path("permissions").path("edit").toString()).isEqualTo("[\"admin\"]");
        return;
      }
    }
    throw new AssertionError("No attribute of a person: " + name + " in " + profile);
  }
}
