package nl.kindcheck.service.launch;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The access token of the EPD: kept with the session, for the session alone, and shown nowhere. */
class EpdTokenTests extends LaunchTest {

  private static final String TOKEN = "an-access-token-of-the-epd";
  private static final URI EPD = URI.create("https://epd.example/fhir");
  private static final Instant LATER = Instant.parse("2026-06-01T10:00:00Z");
  private static final TenantId HAVEN = new TenantId(World.HAVEN);

  @Autowired private Sessions sessions;

  private String opened(Map<String, Object> changes) {
    Started started = started(haven);
    Map<String, Object> token = haven.token(haven.idToken(started.nonce()));
    changes.forEach((name, value) -> put(token, name, value));
    haven.gives(token);
    return cookie(callback(started));
  }

  private static void put(Map<String, Object> token, String name, Object value) {
    if (value.equals("")) {
      token.remove(name);
    } else {
      token.put(name, value);
    }
  }

  private String standing(String cookie, String type) {
    return send(request("/app/test-page/epd?type=" + type).header("Cookie", cookie).GET()).body();
  }

  private static String stored(String column) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser();
        Statement sql = connection.createStatement();
        var rows =
            sql.executeQuery(
                "SELECT " + column + " FROM launch_session ORDER BY began_at DESC LIMIT 1")) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "nothing";
    }
  }

  private static void change(String sql, Object... values) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).isPositive();
    }
  }

  @Test
  void readsTheEpdInTheNameOfTheClinician() {
    World.OUTSIDE.stubFor(
        get(urlPathEqualTo("/haven/fhir/Patient/p-launch"))
            .withHeader("Authorization", equalTo("Bearer " + TOKEN))
            .willReturn(okJson("{\"resourceType\": \"Patient\"}")));

    assertThat(
            send(request("/app/test-page/epd?path=Patient/p-launch")
                    .header("Cookie", opened(Map.of()))
                    .GET())
                .body())
        .isEqualTo("{\"resourceType\":\"Patient\"}");
  }

  @Test
  void isStoredSoThatTheDatabaseAloneCannotUseIt() throws SQLException {
    String cookie = opened(Map.of());
    String secret = cookie.substring(cookie.lastIndexOf('.') + 1);

    assertThat(stored("encode(epd_token, 'escape')")).doesNotContain("access", TOKEN);
    assertThat(stored("launch_session::text")).doesNotContain(TOKEN, secret);
    assertThat(stored("length(epd_token)")).isEqualTo(Integer.toString(12 + TOKEN.length() + 16));
    String first = stored("encode(epd_token, 'hex')");
    opened(Map.of());
    assertThat(stored("encode(epd_token, 'hex')").substring(0, 24))
        .isNotEqualTo(first.substring(0, 24));
  }

  @Test
  void opensForItsSessionAndItsEpdAlone() {
    Key mine = Key.random(HAVEN);
    SealedToken sealed = SealedToken.of(new EpdToken(TOKEN, LATER, ""), mine, EPD);

    assertThat(sealed.open(mine, EPD)).contains(TOKEN);
    assertThat(sealed.open(Key.random(HAVEN), EPD)).isEmpty();
    assertThat(sealed.open(mine, URI.create("https://epd.example/fhir2"))).isEmpty();
    byte[] bytes = sealed.bytes();
    for (int at : new int[] {0, 12, bytes.length - 1}) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      assertThat(new SealedToken(changed, LATER, "").open(mine, EPD)).isEmpty();
    }
    assertThat(new SealedToken(new byte[0], LATER, "").open(mine, EPD)).isEmpty();
    assertThat(new SealedToken(new byte[12], LATER, "").open(mine, EPD)).isEmpty();
  }

  @Test
  void isNeverPartOfAText() {
    Key mine = Key.random(HAVEN);
    EpdToken token = new EpdToken(TOKEN, LATER, "patient/*.rs");
    SealedToken sealed = SealedToken.of(token, mine, EPD);
    assertThat(
            token
                + " "
                + sealed
                + " "
                + new Opening.Opened(
                    new LaunchContext(
                        HAVEN, "Practitioner/c", "Patient/p", null, java.util.Locale.ENGLISH, EPD),
                    token)
                + " "
                + mine)
        .doesNotContain(TOKEN, mine.secret());
  }

  @Test
  void isGoneWhenTheSessionEnds() throws SQLException {
    Launched session =
        Launches.reading(DATABASE, "haven", "Patient/t-ends", "patient/*.rs", Instant.now());
    assertThat(submit(session, "/app/end").status()).isEqualTo(303);
    try (Connection connection = DATABASE.asSuperuser();
        Statement sql = connection.createStatement();
        var rows =
            sql.executeQuery("SELECT 1 FROM launch_session WHERE patient_ref = 'Patient/t-ends'")) {
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void isThrownAwayOnceTheEpdTakesItNoMore() throws SQLException {
    Instant now = Instant.now();
    Launches.reading(DATABASE, "haven", "Patient/t-old", "patient/*.rs", now.minusSeconds(1));
    Launches.reading(DATABASE, "haven", "Patient/t-new", "patient/*.rs", now.plusSeconds(300));

    sessions.forget(HAVEN);

    try (Connection connection = DATABASE.asSuperuser();
        Statement sql = connection.createStatement();
        var rows =
            sql.executeQuery(
                "SELECT length(epd_token) FROM launch_session WHERE patient_ref IN"
                    + " ('Patient/t-old', 'Patient/t-new') ORDER BY patient_ref")) {
      rows.next();
      assertThat(rows.getInt(1)).isPositive();
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void countsUntilTheEpdSaysAndNotLonger() {
    assertThat(standing(opened(Map.of("expires_in", 300)), "RelatedPerson")).isEqualTo("READABLE");
    assertThat(standing(opened(Map.of("expires_in", 0)), "RelatedPerson")).isEqualTo("EXPIRED");
    assertThat(standing(opened(Map.of("expires_in", -5)), "RelatedPerson")).isEqualTo("EXPIRED");
  }

  @Test
  void anEpdThatDoesNotSayHowLongIsBelievedForOneSession() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (String expires : new String[] {"", ", \"expires_in\": 99999999999"}) {
      var response =
          new JsonMapper()
              .readTree(
                  "{\"access_token\": \"a\", \"token_type\": \"bearer\"%s}".formatted(expires));
      assertThat(EpdToken.of(response, "patient/*.rs", now, Duration.ofHours(12)))
          .contains(new EpdToken("a", now.plus(Duration.ofHours(12)), "patient/*.rs"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'access_token': '', 'token_type': 'Bearer'}",
        "{'access_token': 'a b', 'token_type': 'Bearer'}",
        "{'access_token': 'a\\r\\nX-Other: 1', 'token_type': 'Bearer'}",
        "{'access_token': 'a', 'token_type': 'DPoP'}",
        "{'access_token': 'a'}",
        "{'access_token': {'a': 1}, 'token_type': 'Bearer'}"
      })
  void whatIsNoBearerTokenIsNotKept(String response) {
    assertThat(
            EpdToken.of(
                new JsonMapper().readTree(response.replace('\'', '"')),
                "patient/*.rs",
                LATER,
                Duration.ofHours(12)))
        .isEmpty();
  }

  @Test
  void aLaunchWithoutATokenOpensThePagesAllTheSame() {
    String cookie = opened(Map.of("access_token", ""));
    assertThat(page(cookie).status()).isEqualTo(200);
    assertThat(standing(cookie, "RelatedPerson")).isEqualTo("NOT_GRANTED");
  }

  @ParameterizedTest
  @CsvSource({
    "patient/*.rs, true",
    "patient/RelatedPerson.rs, true",
    "user/RelatedPerson.cruds, true",
    "launch patient/RelatedPerson.read, true",
    "patient/*.*, true",
    "patient/RelatedPerson.rs?relationship=x, true",
    "patient/Observation.rs, false",
    "patient/RelatedPerson.r, false",
    "patient/RelatedPerson.s, false",
    "patient/RelatedPerson.write, false",
    "system/RelatedPerson.rs, false",
    "patient/RelatedPersons.rs, false",
    "'', false"
  })
  void readsOnlyWhatTheEpdGranted(String scopes, boolean granted) {
    assertThat(GrantedScopes.let(scopes, "RelatedPerson")).isEqualTo(granted);
  }

  @Test
  void whereTheEpdNamesNoScopesThoseAskedWereGranted() {
    String cookie = opened(Map.of("scope", ""));
    assertThat(standing(cookie, "RelatedPerson")).isEqualTo("READABLE");
    assertThat(standing(cookie, "Observation")).isEqualTo("READABLE");
    assertThat(standing(cookie, "Condition")).isEqualTo("NOT_GRANTED");
  }

  @Test
  void anEpdThatIsNoLongerRegisteredIsNotRead() throws SQLException {
    Launched session =
        Launches.reading(
            DATABASE, "haven", "Patient/t-moved", "patient/*.rs", Instant.now().plusSeconds(300));
    assertThat(standing(session.cookie(), "Patient")).isEqualTo("READABLE");
    change(
        "UPDATE launch_session SET epd = 'https://elsewhere.example/fhir' WHERE patient_ref ="
            + " 'Patient/t-moved' AND tenant_id = ?",
        World.HAVEN);
    assertThat(standing(session.cookie(), "Patient")).isEqualTo("NOT_GRANTED");
  }

  @Test
  void onlyWhatLiesBelowTheRegisteredServerIsRead() {
    String cookie = opened(Map.of());
    for (String path :
        new String[] {World.url("/duin/fhir/Patient/p-launch"), "../../duin/fhir/Patient/x"}) {
      assertThat(
              send(request("/app/test-page/epd?path=" + encoded(path))
                      .header("Cookie", cookie)
                      .GET())
                  .body())
          .isEqualTo("outside the registered server");
    }
    World.OUTSIDE.verify(0, getRequestedFor(urlPathEqualTo("/duin/fhir/Patient/p-launch")));
  }
}
