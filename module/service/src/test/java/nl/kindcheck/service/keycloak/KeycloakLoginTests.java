package nl.kindcheck.service.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People sign in below /office through the form of a real Keycloak. */
class KeycloakLoginTests extends KeycloakTest {

  private static final String OFFICE = World.PUBLIC_URL + "/office";
  private static final String PASSWORD = "P-" + UUID.randomUUID();
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  static {
    KeycloakServer.PEOPLE.forEach(person -> KEYCLOAK.setPassword(person, PASSWORD));
  }

  @LocalServerPort private int port;
  private Browser browser = new Browser("");

  @BeforeEach
  void freshBrowser() {
    browser = new Browser("http://localhost:" + port);
  }

  private HttpResponse<String> signIn(String user) {
    return browser.signIn(OFFICE, user, PASSWORD);
  }

  @ParameterizedTest
  @CsvSource({
    "verzonnen-functionaris, Kees Kopp (verzonnen), KOPP/KOV-functionaris",
    "verzonnen-coordinator, Cora Wachtlijst (verzonnen), Coördinator van de wachtlijst",
    "verzonnen-manager, Leo Leiding (verzonnen), Leidinggevende",
    "verzonnen-privacy, Petra Privacy (verzonnen), Functionaris gegevensbescherming",
    "verzonnen-beheerder, Ab Beheer (verzonnen), Beheerder van de organisatie"
  })
  void eachRoleSignsInAndSeesWhoItIsHere(String user, String name, String role) {
    HttpResponse<String> page = signIn(user);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(browser.at()).hasToString(OFFICE);
    assertThat(page.body())
        .contains("Uw werkplek in Kindcheck", name, role, "GGZ voorbeeld (verzonnen)");
  }

  @Test
  void anOfficerSeesTheCallsOfTheRoleAndAManagerNone() {
    assertThat(signIn("verzonnen-functionaris").body()).contains("GET /fhir/Task");
    freshBrowser();
    assertThat(signIn("verzonnen-manager").body()).doesNotContain("/fhir/");
  }

  @Test
  void aClinicianSeesWhereARecordOpensAndWhoTheyAreInTheEpdIsKnown() {
    HttpResponse<String> page = signIn("verzonnen-behandelaar");

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("Bea Behandelaar (verzonnen)", "Behandelaar", "Dossier van een gezin openen")
        .doesNotContain("Noodtoegang: lijst");
    assertThat(
            count(
                "SELECT count(*) FROM office_session WHERE name = 'Bea Behandelaar (verzonnen)'"
                    + " AND fhir_user = 'Practitioner/behandelaar'"))
        .isOne();
  }

  @Test
  void aWrongPasswordOpensNothing() {
    HttpResponse<String> page = browser.signIn(OFFICE, "verzonnen-manager", "not-" + PASSWORD);

    assertThat(browser.at().toString()).startsWith(KEYCLOAK.issuer("kindcheck"));
    assertThat(page.body()).doesNotContain("Uw werkplek");
    assertThat(browser.cookiesOfService()).doesNotContainKey("kindcheck-office");
  }

  @Test
  void theWayThereCarriesStateNonceAndAProofKey() {
    Answer begun = send(request("/office/login"));

    assertThat(begun.status()).isEqualTo(302);
    URI to = URI.create(begun.http().headers().firstValue("Location").orElseThrow());
    assertThat(Browser.parameters(to))
        .containsKeys("state", "nonce", "code_challenge")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("response_type", "code")
        .containsEntry("redirect_uri", OFFICE + "/login/callback");
    assertThat(begun.http().headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .contains("Secure", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void theCookieOfTheSessionIsKeptFromScriptsAndOtherSites() {
    signIn("verzonnen-manager");
    Answer again =
        send(
            request("/office")
                .header("Cookie", "kindcheck-office=" + session())
                .header("Accept", "text/html"));

    assertThat(again.status()).isEqualTo(200);
    String policy = again.http().headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy)
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self' http")
        .doesNotContain("unsafe");
    assertThat(again.http().headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(again.http().headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
  }

  private String session() {
    return browser.cookiesOfService().getOrDefault("kindcheck-office", "");
  }

  @Test
  void theWayBackOfSomebodyElseOpensNothing() {
    browser.open(OFFICE);
    Browser attacker = new Browser("http://localhost:" + port);
    HttpResponse<String> form = attacker.open(OFFICE);
    String callback = attackersCallback(attacker, form);

    HttpResponse<String> page = browser.open(callback);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(browser.cookiesOfService()).doesNotContainKey("kindcheck-office");
  }

  /** Signs in at the provider and stops before the way back, which the victim then follows. */
  private static String attackersCallback(Browser attacker, HttpResponse<String> form) {
    HttpResponse<String> back =
        attacker.submitWithoutFollowing(
            Browser.action(form), "username", "verzonnen-manager", "password", PASSWORD);
    return back.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aSecondSignInEndsTheFirstSessionOfTheBrowser() {
    signIn("verzonnen-manager");
    String first = session();
    browser.open(OFFICE + "/login");

    assertThat(session()).isNotEmpty().isNotEqualTo(first);
    assertThat(send(request("/office").header("Cookie", "kindcheck-office=" + first)).status())
        .isEqualTo(302);
  }

  @Test
  void signingOutEndsTheSessionHereAndLeadsToTheProvider() {
    HttpResponse<String> page = signIn("verzonnen-manager");
    String session = session();
    Matcher csrf = CSRF.matcher(page.body());
    assertThat(csrf.find()).isTrue();

    browser.submit(OFFICE + "/logout", "_csrf", csrf.group(1));

    assertThat(browser.at().toString())
        .startsWith(KEYCLOAK.issuer("kindcheck") + "/protocol/openid-connect/logout")
        .contains("client_id=kindcheck", "post_logout_redirect_uri=http")
        .doesNotContain("id_token_hint");
    assertThat(send(request("/office").header("Cookie", "kindcheck-office=" + session)).status())
        .isEqualTo(302);
  }

  @Test
  void aFormWithoutItsTokenDoesNothing() {
    signIn("verzonnen-manager");

    for (String path : List.of("/office/logout", "/office/language")) {
      Answer answer =
          send(
              request(path)
                  .header("Cookie", "kindcheck-office=" + session())
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString("language=en")));
      assertThat(answer.status()).as(path).isEqualTo(403);
    }
    assertThat(send(request("/office").header("Cookie", "kindcheck-office=" + session())).status())
        .isEqualTo(200);
  }

  @Test
  void theSessionOpensNoPageOfALaunchAndNoRecord() {
    signIn("verzonnen-beheerder");

    for (String path : List.of("/app", "/fhir/Task", "/app/meldcode")) {
      assertThat(send(request(path).header("Cookie", "kindcheck-office=" + session())).status())
          .as(path)
          .isEqualTo(401);
    }
  }

  @Test
  void theLanguageCanBeChosen() {
    HttpResponse<String> page = signIn("verzonnen-manager");
    Matcher csrf = CSRF.matcher(page.body());
    assertThat(csrf.find()).isTrue();

    HttpResponse<String> english =
        browser.submit(
            OFFICE + "/language", "_csrf", csrf.group(1), "language", "en", "back", "/office");

    assertThat(browser.at()).hasToString(OFFICE);
    assertThat(english.body()).contains("lang=\"en\"", "Your place in Kindcheck", "Manager");
  }
}
