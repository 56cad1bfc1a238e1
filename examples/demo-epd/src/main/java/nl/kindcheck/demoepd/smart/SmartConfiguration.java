package nl.kindcheck.demoepd.smart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code .well-known/smart-configuration} below the FHIR base, where an app looks for the
 * authorization server. A servlet of its own, because the FHIR endpoint has all else there.
 */
@Configuration(proxyBeanMethods = false)
class SmartConfiguration {

  static final List<String> SCOPES =
      List.of(
          "launch",
          "openid",
          "fhirUser",
          "patient/Patient.rs",
          "patient/RelatedPerson.rs",
          "patient/Observation.rs");

  @Bean
  ServletRegistrationBean<HttpServlet> smartConfigurationServlet(
      AuthorizationServerSettings server, JsonMapper json) {
    byte[] document = json.writeValueAsString(document(server)).getBytes(StandardCharsets.UTF_8);
    HttpServlet servlet =
        new HttpServlet() {
          private static final long serialVersionUID = 1L;

          @Override
          protected void doGet(HttpServletRequest request, HttpServletResponse response)
              throws IOException {
            response.setContentType("application/json");
            response.getOutputStream().write(document);
          }
        };
    ServletRegistrationBean<HttpServlet> registered =
        new ServletRegistrationBean<>(servlet, "/fhir/.well-known/smart-configuration");
    registered.setName("smart-configuration");
    return registered;
  }

  private static Map<String, Object> document(AuthorizationServerSettings server) {
    String issuer = String.valueOf(server.getIssuer());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("issuer", issuer);
    all.put("jwks_uri", issuer + server.getJwkSetEndpoint());
    all.put("authorization_endpoint", issuer + server.getAuthorizationEndpoint());
    all.put("token_endpoint", issuer + server.getTokenEndpoint());
    all.put("grant_types_supported", List.of("authorization_code"));
    all.put("response_types_supported", List.of("code"));
    all.put("scopes_supported", SCOPES);
    all.put("code_challenge_methods_supported", List.of("S256"));
    all.put(
        "capabilities",
        List.of(
            "launch-ehr",
            "client-public",
            "sso-openid-connect",
            "context-ehr-patient",
            "context-ehr-encounter",
            "permission-patient",
            "permission-v2"));
    return all;
  }
}
