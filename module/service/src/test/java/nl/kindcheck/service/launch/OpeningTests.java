package nl.kindcheck.service.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import nl.kindcheck.service.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A launch that goes well. */
class OpeningTests extends LaunchTest {

  @Test
  void aBrowserSeesThePageThatSaysWhyNot() {
    Answer answer = launch("http://evil.example/fhir", "x", "Accept", "text/html");
    assertThat(answer.status()).as(answer.body()).isEqualTo(403);
  }

  @Test
  void sendsTheBrowserToTheEpdWithAllThatSmartAsksFor() {
    Answer answer = launch(haven.iss(), "a b&c=d");

    assertThat(answer.status()).isEqualTo(303);
    String to = answer.http().headers().firstValue("Location").orElseThrow();
    assertThat(URI.create(to).getPath()).isEqualTo("/haven/authorize");
    assertThat(parameters(to))
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "kindcheck")
        .containsEntry("redirect_uri", World.PUBLIC_URL + "/launch/callback")
        .containsEntry("launch", "a b&c=d")
        .containsEntry(
            "scope",
            "launch openid fhirUser patient/Patient.rs patient/RelatedPerson.rs"
                + " patient/Observation.rs")
        .containsEntry("aud", haven.iss())
        .containsEntry("code_challenge_method", "S256");
    assertThat(parameters(to).get("code_challenge")).hasSize(43);
    assertThat(setCookie(answer))
        .contains("HttpOnly", "Secure", "SameSite=None", "Partitioned", "Path=/", "Max-Age=600");
  }

  @Test
  void knowsOrganisationUserPatientAndEncounter() {
    assertThat(page(opened(haven)).body())
        .isEqualTo(
            World.HAVEN
                + " Practitioner/c01 Patient/p-launch Encounter/e-launch nl "
                + haven.iss());
  }

  @Test
  void givesASessionOfWhichNothingStandsInTheAddress() {
    Started started = started(haven);
    haven.gives(haven.claims(started.nonce()).build());

    Answer answer = callback(started);

    assertThat(answer.http().headers().firstValue("Location")).hasValue("/app");
    assertThat(setCookie(answer))
        .startsWith("kindcheck-session=" + World.HAVEN + ".")
        .contains("HttpOnly", "Secure", "SameSite=None", "Partitioned", "Path=/")
        .doesNotContain("Max-Age", "p-launch");
  }

  @Test
  void provesAtTheTokenEndpointThatItBeganTheLaunch() {
    Started started = started(haven);
    haven.gives(haven.claims(started.nonce()).build());
    callback(started);

    var asked = parameters("http://x/?" + haven.asked());
    assertThat(asked)
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "a-code")
        .containsEntry("client_id", "kindcheck")
        .containsEntry("redirect_uri", World.PUBLIC_URL + "/launch/callback");
    assertThat(Secrets.challenge(String.valueOf(asked.get("code_verifier"))))
        .isEqualTo(started.sent().get("code_challenge"));
  }

  @Test
  void anEncounterIsNotNeeded() {
    Started started = started(haven);
    var token = haven.token(World.HAVEN_KEYS.es384(haven.claims(started.nonce()).build()));
    token.remove("encounter");
    haven.gives(token);

    assertThat(page(cookie(callback(started))).body()).contains("Patient/p-launch null nl");
  }

  @Test
  void twoTabsThatLaunchAtOnceBothOpen() {
    Started first = started(haven);
    Started second = started(haven, "Cookie", first.cookie());
    assertThat(second.cookie()).isEqualTo(first.cookie());

    haven.gives(haven.claims(first.nonce()).build());
    assertThat(callback(first).status()).isEqualTo(303);
    haven.gives(haven.claims(second.nonce()).build());
    assertThat(callback(second).status()).isEqualTo(303);
  }

  @Test
  void speaksTheLanguageOfTheBrowserAtTheLaunch() {
    assertThat(page(opened(haven, "Accept-Language", "en-GB,en;q=0.8")).body()).contains(" en ");
    assertThat(page(opened(haven, "Accept-Language", "fr")).body()).contains(" nl ");
  }

  @ParameterizedTest
  @CsvSource({
    "en, nl, en",
    "en-GB, nl, en",
    "nl-NL, en, nl",
    "fr, en, en",
    "fr, nl, nl",
    "'', en, en",
    "!!, en, en"
  })
  void speaksTheLanguageOfTheEpdAndElseOfTheBrowser(String epd, String browser, String spoken) {
    Started started = started(haven, "Accept-Language", browser);
    haven.gives(haven.claims(started.nonce()).claim("locale", epd).build());
    assertThat(page(cookie(callback(started))).body()).contains(" " + spoken + " ");
  }

  @Test
  void aLanguageOfTheEpdThatIsNoTextIsNone() {
    Started started = started(haven, "Accept-Language", "en");
    haven.gives(haven.claims(started.nonce()).claim("locale", 5).build());
    assertThat(page(cookie(callback(started))).body()).contains(" en ");
  }

  @Test
  void aChoiceOnThePageGoesBeforeTheLanguageOfTheEpd() {
    Started started = started(haven, "Accept-Language", "en");
    haven.gives(haven.claims(started.nonce()).claim("locale", "en").build());
    String cookies = cookie(callback(started)) + "; kindcheck-language=nl";
    assertThat(page(cookies).body()).contains(" nl ");
  }

  @Test
  void eachOrganisationHasItsOwn() {
    assertThat(page(opened(duin)).body()).startsWith(World.DUIN.toString());
  }
}
