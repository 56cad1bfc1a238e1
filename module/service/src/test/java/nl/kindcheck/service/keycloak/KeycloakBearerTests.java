package nl.kindcheck.service.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bearer tokens of a real Keycloak on the FHIR API. */
class KeycloakBearerTests extends KeycloakTest {

  private static final String TASKS = "Task?patient=Patient/kc-1";

  @Test
  void aSystemWithItsScopeIsLetThrough() {
    String token = KEYCLOAK.clientToken("kindcheck", EPD, "system/Task.rs");

    assertThat(fhir(token, TASKS).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "system/Task.rs, Observation?subject=Patient/kc-1",
    "system/Observation.rs, Task?patient=Patient/kc-1",
    "system/Communication.c, Task?patient=Patient/kc-1",
    "user/Task.rs, Task?patient=Patient/kc-1",
    "patient/Observation.rs, Observation?subject=Patient/kc-1"
  })
  void aScopeThatDoesNotCoverItIsNot(String scope, String path) {
    assertThat(fhir(KEYCLOAK.clientToken("kindcheck", EPD, scope), path).status()).isEqualTo(403);
  }

  @Test
  void aGranularScopeIsKeptTo() {
    String token = KEYCLOAK.clientToken("kindcheck", EPD, "system/Observation.rs?code=wellbeing");

    assertThat(fhir(token, "Observation?subject=Patient/kc-1").status()).isEqualTo(200);
  }

  @Test
  void aTokenForAnotherServiceIsRefused() {
    client("kindcheck", "without-audience", "", "\"basic\", \"roles\"");
    String token = KEYCLOAK.clientToken("kindcheck", "without-audience", "system/Task.rs");

    assertThat(fhir(token, TASKS).status()).isEqualTo(401);
  }

  @Test
  void aTokenThatHasExpiredIsRefused() {
    client(
        "kindcheck", "expired", "\"access.token.lifespan\": \"-7200\"", "\"basic\", \"kindcheck\"");
    KEYCLOAK.makeSystem("expired");
    String expired = KEYCLOAK.clientToken("kindcheck", "expired", "system/Task.rs");

    assertThat(fhir(expired, TASKS).status()).isEqualTo(401);
  }

  @Test
  void theSameClientWithATokenThatLastsIsLetThrough() {
    client("kindcheck", "lasting", "", "\"basic\", \"kindcheck\"");
    KEYCLOAK.makeSystem("lasting");

    assertThat(fhir(KEYCLOAK.clientToken("kindcheck", "lasting", "system/Task.rs"), TASKS).status())
        .isEqualTo(200);
  }

  @Test
  void aClientWithoutRoleAndOrganisationIsRefused() {
    client("kindcheck", "without-role", "", "\"basic\", \"kindcheck\"");

    assertThat(
            fhir(KEYCLOAK.clientToken("kindcheck", "without-role", "system/Task.rs"), TASKS)
                .status())
        .isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherRealmIsRefused() {
    String realm = KEYCLOAK.copyOfRealm("another-realm");
    String token = KEYCLOAK.clientToken(realm, EPD, "system/Task.rs");

    assertThat(fhir(token, TASKS).status()).isEqualTo(401);
  }
}
