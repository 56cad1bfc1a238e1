package nl.kindcheck.service.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session: how long it lasts, whose it is, and what a page of it may do. */
class SessionTests extends LaunchTest {

  private static Launched session(String patient) {
    return Launches.session(DATABASE, "haven", "Patient/" + patient, "Encounter/e1");
  }

  /** Makes a session older, as time would. */
  private static void older(String patient, String column, String by) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser();
        Statement sql = connection.createStatement()) {
      int rows =
          sql.executeUpdate(
              "UPDATE launch_session SET %s = %s - interval '%s' WHERE patient_ref = 'Patient/%s'"
                  .formatted(column, column, by, patient));
      assertThat(rows).isEqualTo(1);
    }
  }

  @Test
  void knowsWhoIsAtWorkWithWhoseRecord() {
    assertThat(open(session("s-1"), PAGE).body())
        .isEqualTo(
            World.HAVEN
                + " Practitioner/c-test Patient/s-1 Encounter/e1 nl "
                + World.fhirServer("haven"));
  }

  @Test
  void withoutOneAPageSaysWhereToOpenKindcheck() {
    Answer dutch = send(request(PAGE).GET());
    assertThat(dutch.status()).isEqualTo(401);
    assertThat(dutch.body())
        .contains("lang=\"nl\"", "vanuit het dossier", "als concept bewaard")
        .contains("kc-header__name", "kc-footer", "/app/static/", "/kindcheck.css")
        .doesNotContain("<script", "<form", "kc-nav");
    assertThat(dutch.http().headers().firstValue("Content-Type"))
        .hasValue("text/html;charset=UTF-8");

    Answer english = send(request("/app").header("Accept-Language", "en").GET());
    assertThat(english.status()).isEqualTo(401);
    assertThat(english.body()).contains("lang=\"en\"", "from the patient&#39;s record");
  }

  @Test
  void aFormWithoutOneIsAnsweredWithTheSamePage() {
    Answer answer = send(request(PAGE).POST(BodyPublishers.ofString("remark=typed")));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("als concept bewaard").doesNotContain("typed");
  }

  @ParameterizedTest
  @CsvSource({
    "seen_at, 29 minutes, 200",
    "seen_at, 31 minutes, 401",
    "began_at, 719 minutes, 200",
    "began_at, 721 minutes, 401"
  })
  void endsAfterHalfAnHourOfRestAndAfterTwelveHours(String column, String by, int status)
      throws SQLException {
    String patient = "s-ends-" + column.charAt(0) + by.replaceAll("\\D", "");
    Launched session = session(patient);
    older(patient, column, by);
    assertThat(open(session, PAGE).status()).isEqualTo(status);
  }

  @Test
  void aPageKeepsItAwake() throws SQLException {
    Launched session = session("s-awake");
    for (int i = 0; i < 3; i++) {
      older("s-awake", "seen_at", "20 minutes");
      assertThat(open(session, PAGE).status()).isEqualTo(200);
    }
  }

  @Test
  void aPageDoesNotWakeOneThatHasEnded() throws SQLException {
    Launched session = session("s-ended");
    older("s-ended", "seen_at", "31 minutes");
    assertThat(open(session, PAGE).status()).isEqualTo(401);
    assertThat(open(session, PAGE).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "11111111-1111-4111-8111-111111111111", "..", "%00"})
  void whatIsNoKeyOpensNothing(String value) {
    assertThat(page("kindcheck-session=" + value).status()).isEqualTo(401);
  }

  @Test
  void aKeyOpensNothingAtAnotherOrganisation() {
    String cookie = session("s-other").cookie();
    assertThat(page(cookie).status()).isEqualTo(200);
    assertThat(page(cookie.replace(World.HAVEN.toString(), World.DUIN.toString())).status())
        .isEqualTo(401);
    String nowhere = "33333333-3333-4333-8333-333333333333";
    assertThat(page(cookie.replace(World.HAVEN.toString(), nowhere)).status()).isEqualTo(401);
  }

  @Test
  void onlyItsHashIsStored() throws SQLException {
    String cookie = session("s-hash").cookie();
    String secret = cookie.substring(cookie.lastIndexOf('.') + 1);
    try (Connection connection = DATABASE.asSuperuser();
        Statement sql = connection.createStatement();
        var rows = sql.executeQuery("SELECT launch_session::text FROM launch_session")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).doesNotContain(secret);
      }
    }
  }

  @Test
  void aFormOfItsOwnPageIsTaken() {
    assertThat(submit(session("s-form"), PAGE, "remark", "x").body())
        .isEqualTo("saved for Patient/s-form");
  }

  private Answer withoutToken(String from) {
    return send(
        request(PAGE)
            .header("Cookie", session("s-no-token").cookie())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", from)
            .POST(BodyPublishers.ofString("remark=typed")));
  }

  @Test
  void aFormWithoutItsTokenIsNot() {
    Answer answer = withoutToken("cross-site");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("niet opgeslagen").doesNotContain("typed", "saved for");
  }

  @Test
  void whatOurOwnPageSentWithoutItsTokenIsShownBackAndSavedNowhere() {
    Answer answer = withoutToken("same-origin");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("niet opgeslagen", ">typed<").doesNotContain("saved for");
  }

  @Test
  void aFormOfOneRecordIsNotSavedInAnother() {
    Launched first = session("s-first");
    Launched second = session("s-second");
    Launched mixed = new Launched(second.cookie(), first.csrf());
    assertThat(submit(mixed, PAGE).status()).isEqualTo(403);
    assertThat(submit(mixed, PAGE).body()).contains("in een ander tabblad");
  }

  @Test
  void itsPagesLoadNothingFromElsewhereAndOnlyTheEpdFramesThem() {
    var headers = open(session("s-headers"), PAGE).http().headers();
    String epd = World.url("");
    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
                + " 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
                + " 'self' "
                + epd);
    assertThat(headers.firstValue("X-Frame-Options")).isEmpty();
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
  }

  @Test
  void filesNeedNoneAndMayBeKept() {
    Answer answer = send(request("/app/static/there-is-none.css").GET());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.http().headers().firstValue("Cache-Control").orElse(""))
        .doesNotContain("no-store");
  }

  @Test
  void endsWhenItsOwnerEndsIt() {
    Launched session = session("s-end");
    Answer ended = submit(session, "/app/end");
    assertThat(ended.status()).isEqualTo(303);
    assertThat(setCookie(ended)).startsWith("kindcheck-session=;").contains("Max-Age=0");
    assertThat(open(session, PAGE).status()).isEqualTo(401);
    Answer page = send(request("/launch/ended").GET());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Kindcheck is gesloten");
  }

  @Test
  void anotherLaunchInTheSameBrowserEndsTheFirst() {
    String first = opened(haven);
    Started again = started(haven);
    haven.gives(haven.claims(again.nonce()).build());
    Answer second = callback(first + "; " + again.cookie(), "code=c&state=" + again.state());
    assertThat(page(cookie(second)).status()).isEqualTo(200);
    assertThat(page(first).status()).isEqualTo(401);
  }
}
