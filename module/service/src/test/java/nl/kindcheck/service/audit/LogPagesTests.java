package nl.kindcheck.service.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.ChosenLanguage;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** The log as the privacy officer sees it, as a patient is given it, and as a file. */
class LogPagesTests extends AuditTest {

  @Autowired private Texts texts;
  @Autowired private Matrix matrix;

  private static Launched officer(String organisation) {
    return Offices.session(DATABASE, organisation, Role.PRIVACY_OFFICER);
  }

  private Answer ask(Launched session, String... fields) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      typed.put(fields[i], fields[i + 1]);
    }
    typed.put("_csrf", session.csrf());
    String body =
        typed.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request("/office/log")
            .header("Cookie", session.cookie())
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void theOfficerSeesWhoDidWhatOnWhichGroundAndTheLookIsALine() {
    recorded("haven", "lp-1");
    Answer page = ask(officer("haven"), "patient", "Patient/lp-1", "do", "look");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Vastgelegd", "een Kindcheck", "a-test-user", "een systeem", "Patient/lp-1");
    assertThat(last("lp-1"))
        .isEqualTo(
            new Seen(
                "read-log",
                "log",
                "",
                "",
                "u-privacy-officer",
                "privacy-officer",
                "office",
                "haven",
                "role",
                "done"));
  }

  @Test
  void whatAPatientIsGivenIsInWordsAndIsLoggedAsPrinted() {
    recorded("haven", "lp-2");
    Answer paper =
        ask(officer("haven"), "patient", "Patient/lp-2", "from", "2026-01-02", "do", "paper");
    assertThat(paper.status()).isEqualTo(200);
    assertThat(paper.body())
        .contains(
            "Wie keek in uw dossier in Kindcheck",
            "Dit overzicht gaat over Patient/lp-2 bij GGZ De Verzonnen Haven.",
            "vanaf 2 januari 2026",
            "Vastgelegd");
    assertThat(last("lp-2").event()).isEqualTo("print");
  }

  @Test
  void theFileHasEveryLineAndNothingInItIsAFormula() {
    recorded("haven", "lp-3");
    asSuperuser(
        "INSERT INTO audit_line (tenant_id, request_id, at, event, object, parameters, patient_ref,"
            + " user_ref, role, source, responsible, ground, outcome) SELECT tenant_id,"
            + " gen_random_uuid(), now(), 'read', 'overview', '', patient_ref, '=1+1,\"x', role,"
            + " source, responsible, ground, 'done' FROM audit_line WHERE patient_ref ="
            + " 'Patient/lp-3' LIMIT 1");
    Answer file = ask(officer("haven"), "patient", "Patient/lp-3", "do", "file");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.http().headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/csv");
    List<String> rows = file.body().lines().toList();
    assertThat(rows.get(0)).startsWith("line_id,request_id,at,event,object");
    // The head, and all but the line of this very export.
    assertThat(rows).hasSize(1 + lines("lp-3").size() - 1);
    assertThat(file.body()).contains("\"'=1+1,\"\"x\"").doesNotContain(",=1");
    assertThat(last("lp-3").event()).isEqualTo("export");
  }

  @Test
  void nothingOfAnotherOrganisationIsShown() {
    recorded("haven", "lp-4");
    Launched other = officer("duin");
    for (String wanted : List.of("look", "paper", "file")) {
      Answer answer = ask(other, "patient", "Patient/lp-4", "do", wanted);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).as(wanted).doesNotContain("a-test-user");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "patient, Jan Verzonnen, Vul de patiënt in zoals het EPD die noemt",
    "patient, Patient/1' OR '1'='1, Vul de patiënt in zoals het EPD die noemt",
    "from, 31-12-2026, 'Vul een dag in met jaar, maand en dag'",
    "to, 2026-02-30, 'Vul een dag in met jaar, maand en dag'",
    "to, +999999999-01-01, 'Vul een dag in met jaar, maand en dag'",
  })
  void whatCannotBeReadIsNamed(String field, String typed, String words) {
    for (String wanted : List.of("look", "file")) {
      Answer answer = ask(officer("haven"), field, typed, "do", wanted);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).contains(words, "href=\"#" + field + "\"");
    }
  }

  @Test
  void aPatientsOverviewNeedsAPatientAndDaysStandInTheirOrder() {
    assertThat(ask(officer("haven"), "do", "paper").body()).contains("Vul in over welke patiënt");
    Answer swapped = ask(officer("haven"), "from", "2026-05-02", "to", "2026-05-01", "do", "look");
    assertThat(swapped.status()).isEqualTo(422);
    assertThat(swapped.body()).contains("De laatste dag ligt voor de eerste.");
  }

  @Test
  void earlierLinesComeInTheirTurnAndWhatIsLoggedMeanwhileShiftsNone() {
    asSuperuser(
        "INSERT INTO audit_line (tenant_id, request_id, at, event, object, parameters, patient_ref,"
            + " user_ref, role, source, responsible, ground, outcome) SELECT ?::uuid,"
            + " gen_random_uuid(), now() - n * interval '1 minute', 'read', 'overview', '',"
            + " 'Patient/lp-5', 'n-' || n || '-n', 'clinician', 'epd', 'haven', 'launch-context',"
            + " 'done' FROM generate_series(1, 150) n",
        World.HAVEN.toString());
    Launched officer = officer("haven");
    Answer first = ask(officer, "patient", "Patient/lp-5", "do", "look");
    String until = first.body().replaceAll("(?s).*name=\"until\" value=\"(\\d+)\".*", "$1");
    Answer second =
        ask(officer, "patient", "Patient/lp-5", "until", until, "offset", "100", "do", "look");
    for (int n = 1; n <= 150; n++) {
      assertThat((n <= 100 ? first : second).body()).contains("n-" + n + "-n");
    }
    assertThat(second.body()).doesNotContain("n-100-n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void everythingThatCanStandInALineHasItsWords(String language) {
    Locale locale = Locale.forLanguageTag(language);
    for (Event event : Event.values()) {
      assertThat(texts.of("log.event." + event.code(), locale)).isNotBlank();
    }
    for (Ground ground : Ground.values()) {
      assertThat(texts.of("log.ground." + ground.code(), locale)).isNotBlank();
    }
    for (Coded role : Role.values()) {
      assertThat(texts.of("log.role." + role.code(), locale)).isNotBlank();
    }
    LogPages.OBJECTS.forEach(o -> assertThat(texts.of("log.object." + o, locale)).isNotBlank());
  }

  @Test
  void everyPageAndEveryTypeIsNamed() throws Exception {
    List<String> pages =
        new ClassPathResource("audit/routes.csv")
            .getContentAsString(UTF_8)
            .lines()
            .skip(1)
            .map(row -> row.split(",")[3])
            .toList();
    assertThat(LogPages.OBJECTS).containsAll(pages);
    List<String> types =
        matrix.openTo(EnumSet.allOf(Role.class)).stream()
            .map(row -> row.path().getPatternString())
            .filter(path -> path.startsWith("/fhir/"))
            .map(path -> path.split("/")[2])
            .toList();
    assertThat(types).isNotEmpty();
    assertThat(LogPages.OBJECTS).containsAll(types);
  }

  @ParameterizedTest
  @CsvSource({"320, nl", "1280, en"})
  void theLogStandsInNobodysWay(int width, String language) {
    recorded("haven", "lp-6");
    String[] cookie = officer("haven").cookie().split("=", 2);
    String log = request("/office/log").build().uri().toString();
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page(width, Map.of(), true);
      page.context()
          .addCookies(
              List.of(
                  new Cookie(cookie[0], cookie[1]).setUrl(log),
                  new Cookie(ChosenLanguage.COOKIE, language).setUrl(log)));
      page.navigate(log);
      assertThat(Chromium.barriers(page)).isEmpty();
      page.locator("#patient").fill("nobody");
      page.locator("button[value=look]").click();
      assertThat(Chromium.barriers(page)).isEmpty();
      page.locator("#patient").fill("Patient/lp-6");
      page.locator("button[value=look]").click();
      assertThat(page.locator("tbody tr").count()).isPositive();
      assertThat(Chromium.barriers(page)).isEmpty();
      assertThat(Chromium.overflow(page)).isNotPositive();
      Chromium.picture(page, "log-" + width);
      page.locator("button[value=paper]").click();
      assertThat(page.locator("tbody tr").count()).isPositive();
      assertThat(Chromium.barriers(page)).isEmpty();
      assertThat(Chromium.overflow(page)).isNotPositive();
      Chromium.picture(page, "log-paper-" + width);
    }
  }
}
