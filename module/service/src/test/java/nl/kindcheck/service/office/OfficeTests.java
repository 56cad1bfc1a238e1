package nl.kindcheck.service.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.util.Set;
import nl.kindcheck.service.ServiceTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.platform.ErrorBodies;
import nl.kindcheck.service.platform.PublicUrl;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.IdentitySettings;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The office where no provider is set up for signing in, and its sessions. */
class OfficeTests extends ServiceTest {

  @Autowired private ProviderCalls calls;
  @Autowired private ErrorBodies errors;

  @ParameterizedTest
  @ValueSource(strings = {"/office", "/office/login", "/office/login/callback?code=x&state=y"})
  void withoutAProviderNobodySignsInAndThePageSaysSo(String path) {
    Answer answer = send(request(path).header("Accept", "text/html"));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body())
        .contains(
            "<html", "Aanmelden is hier niet ingesteld. Zonder aanmelden gaat hier niets open.");
  }

  @Test
  void aProviderThatIsAwayIsNamedAndNothingOpens() throws Exception {
    IdentitySettings settings =
        new IdentitySettings(
            IdentitySettings.Provider.KEYCLOAK,
            "kindcheck",
            "a-secret",
            "organization",
            "roles",
            "scope",
            "patient",
            "fhirUser");
    MockEnvironment nobodyThere =
        new MockEnvironment()
            .withProperty(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", World.url("/none"));
    SignInProvider away =
        new SignInProvider(
            settings, new PublicUrl(URI.create(World.PUBLIC_URL)), calls, nobodyThere);
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/office/login");
    MockHttpServletResponse response = new MockHttpServletResponse();
    MockFilterChain rest = new MockFilterChain();

    new ProviderAway(away, errors).doFilter(request, response, rest);

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentAsString()).contains("geeft geen antwoord");
    assertThat(rest.getRequest()).isNull();
  }

  @Test
  void aPageThatIsNotThereSaysSo() {
    Launched session = Offices.session(DATABASE, "haven", Role.MANAGER);
    Answer answer =
        send(
            request("/office/nothing-here")
                .header("Cookie", session.cookie())
                .header("Accept", "text/html"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .contains("Deze pagina is er niet.", "Begin opnieuw bij het aanmelden");
  }

  @Test
  void aKeyOfOneOrganisationIsNothingAtAnother() {
    Launched session = Offices.session(DATABASE, "haven", Role.MANAGER);
    String moved = session.cookie().replace(World.HAVEN.toString(), World.DUIN.toString());

    assertThat(open(session, "/office").status()).isEqualTo(200);
    assertThat(send(request("/office").header("Cookie", moved)).status()).isEqualTo(503);
  }

  @Test
  void aSessionThatNobodyUsedEnds() throws SQLException {
    Launched session = Offices.session(DATABASE, "haven", Role.PRIVACY_OFFICER);
    assertThat(open(session, "/office").status()).isEqualTo(200);
    try (var connection = DATABASE.asSuperuser();
        var sql = connection.createStatement()) {
      sql.execute(
          "UPDATE office_session SET seen_at = now() - interval '31 minutes' WHERE user_ref ="
              + " 'u-privacy-officer'");
    }
    assertThat(open(session, "/office").status()).isEqualTo(503);
  }

  @Test
  void everyPageThatIsOpenToARoleHasItsName() {
    var texts = new Texts();
    for (Matrix.Row row : Matrix.ofService().openTo(Set.of(Role.values()))) {
      String path = row.path().getPatternString();
      boolean page =
          row.method().equals("GET") && path.startsWith("/office/") && !path.contains("{");
      if (page) {
        String key = "office.page." + path.substring("/office/".length()).replace('/', '-');
        assertThat(texts.of(key, Texts.DUTCH)).isNotBlank();
      }
    }
  }
}
