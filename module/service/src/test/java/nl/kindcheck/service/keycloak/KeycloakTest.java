package nl.kindcheck.service.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** The service with the identity provider that it has by default: a real Keycloak. */
@ContextConfiguration(initializers = KeycloakTest.FourSettings.class)
abstract class KeycloakTest extends FhirTest {

  static final String ORGANISATION = "33333333-3333-4333-8333-333333333333";
  static final String EPD = "voorbeeld-epd";
  static final KeycloakServer KEYCLOAK = KeycloakServer.running();

  /** What an administrator sets: the issuer, the secret, and the organisation of the realm. */
  static final class FourSettings
      implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    /** After the settings of all tests, which name another provider. */
    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Map<String, Object> settings = new HashMap<>();
      String jwt = "spring.security.oauth2.resourceserver.jwt.";
      settings.put(jwt + "issuer-uri", KEYCLOAK.issuer(KeycloakServer.REALM));
      settings.put(jwt + "jws-algorithms", "RS256");
      settings.put(
          "kindcheck.identity.client-secret", KEYCLOAK.secret(KeycloakServer.REALM, "kindcheck"));
      List<String> codes = List.of("haven", "duin", "voorbeeld");
      List<String> ids = List.of(World.HAVEN.toString(), World.DUIN.toString(), ORGANISATION);
      for (int i = 0; i < codes.size(); i++) {
        String organisation = "kindcheck.organisations[" + i + "].";
        settings.put(organisation + "id", ids.get(i));
        settings.put(organisation + "code", codes.get(i));
        settings.put(organisation + "name", "GGZ " + codes.get(i) + " (verzonnen)");
      }
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("keycloak", settings));
    }
  }

  Answer fhir(String token, String path) {
    return send(request("/fhir/" + path).header("Authorization", "Bearer " + token));
  }

  /** Makes a system client in a realm, with what the test says otherwise. */
  static void client(String realm, String name, String attributes, String scopes) {
    KEYCLOAK.manage(
        "POST",
        "/" + realm + "/clients",
        """
        {"clientId": "%s", "serviceAccountsEnabled": true, "standardFlowEnabled": false,
         "attributes": {%s}, "defaultClientScopes": [%s], "optionalClientScopes": ["system/Task.rs"]}
        """
            .formatted(name, attributes, scopes));
  }
}
