package nl.kindcheck.service.units;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.kindcheck.service.Chromium;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The units of an organisation: seen first, then changed; ended, and never taken away. */
class UnitsTests extends FhirTest {

  private static final Actor ADA = new Actor("ada", Role.ADMINISTRATOR, "office");
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final String TWO = "code,name,kind,part_of\nn1,Noord,location,\nt1,Team,team,n1\n";
  private static final String ONE = "code,name,kind\nn1,Noordzee,location\n";

  @Autowired private Units units;

  private final TenantId tenant = new TenantId(UUID.randomUUID());

  private static List<Unit> csv(String text) {
    return UnitCsv.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static Unit at(Map<String, Unit> all, String code) {
    return Objects.requireNonNull(all.get(code), code);
  }

  private UnitChanges tell(String text) {
    List<Unit> told = csv(text);
    String key = units.preview(tenant, Unit.Source.CSV, told).key();
    return units.apply(tenant, Unit.Source.CSV, told, key, ADA);
  }

  @Test
  void aPreviewSaysWhatWouldChangeAndChangesNothing() {
    tell(TWO);
    UnitChanges changes = units.preview(tenant, Unit.Source.CSV, csv(ONE + "s1,Dienst,service\n"));

    assertThat(changes.added()).extracting(Unit::code).containsExactly("s1");
    assertThat(changes.changed()).extracting(Unit::name).containsExactly("Noordzee");
    assertThat(changes.ended())
        .containsExactly(new Unit("t1", "Team", Unit.Kind.TEAM, "n1", TODAY, TODAY));
    assertThat(at(units.all(tenant, Unit.Source.CSV), "n1").name()).isEqualTo("Noord");
  }

  @Test
  void aUnitThatIsNoLongerNamedEndsAndStays() {
    tell(TWO);
    clock.moveTo(TODAY.plusDays(9));
    tell(ONE);

    assertThat(at(units.all(tenant, Unit.Source.CSV), "t1").until()).isEqualTo(TODAY.plusDays(9));
    assertThat(
            count(
                "SELECT count(*) FROM organisation_unit WHERE tenant_id = ? AND code = 't1'",
                tenant.value()))
        .isEqualTo(2);
  }

  @Test
  void aUnitThatEndedCanBeginAgain() {
    tell(TWO);
    tell(ONE);
    UnitChanges changes = tell(TWO);

    assertThat(changes.changed()).extracting(Unit::code).contains("t1");
    assertThat(at(units.all(tenant, Unit.Source.CSV), "t1").until()).isNull();
  }

  @Test
  void toldAgainItChangesNothing() {
    tell(TWO);
    assertThat(units.preview(tenant, Unit.Source.CSV, csv(TWO)).isNothing()).isTrue();
    assertThat(tell(TWO).same()).isEqualTo(2);
  }

  @Test
  void neverDoesAUnitDisappear() {
    for (int i = 0; i < 30; i++) {
      tell("code,name,kind\nu" + i % 7 + ",Team " + i + ",team\nu" + (i * 3) % 5 + "x,Team,team\n");
      clock.moveTo(TODAY.plusDays(i));
      assertThat(units.all(tenant, Unit.Source.CSV))
          .hasSizeGreaterThanOrEqualTo(Math.min(i + 1, 7));
    }
    assertThat(units.all(tenant, Unit.Source.CSV)).hasSize(12);
  }

  @Test
  void theListsOfFileAndEpdDoNotEndEachOther() {
    tell(TWO);
    assertThat(units.preview(tenant, Unit.Source.EPD, List.of()).ended()).isEmpty();
  }

  @Test
  void whatWasNotSeenIsNotCarriedOut() {
    String seen = units.preview(tenant, Unit.Source.CSV, csv(TWO)).key();
    tell(ONE);
    for (String key : List.of(seen, "", "0-0")) {
      Refused refused =
          catchThrowableOfType(
              Refused.class, () -> units.apply(tenant, Unit.Source.CSV, csv(TWO), key, ADA));
      assertThat(refused.status().value()).isEqualTo(412);
    }
    assertThat(units.all(tenant, Unit.Source.CSV)).hasSize(1);
  }

  @Test
  void ofTwoAdministratorsAtOnceExactlyOneChangesIt() {
    String key = units.preview(tenant, Unit.Source.CSV, csv(TWO)).key();
    Callable<Integer> one =
        () -> {
          try {
            units.apply(tenant, Unit.Source.CSV, csv(TWO), key, ADA);
            return 200;
          } catch (Refused refused) {
            return refused.status().value();
          }
        };

    assertThat(atOnce(List.of(one, one, one))).containsOnlyOnce(200);
    assertThat(count("SELECT count(*) FROM organisation_unit WHERE tenant_id = ?", tenant.value()))
        .isEqualTo(2);
  }

  private Answer call(
      String organisation, String method, String path, String ifMatch, String body) {
    String token =
        World.bearer(World.bearerClaims(organisation, "administrator", "user/Organization.ru"));
    var request =
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Accept-Language", "en")
            .header("Content-Type", "text/csv");
    if (!ifMatch.isEmpty()) {
      request.header("If-Match", ifMatch);
    }
    return send(
        request.method(
            method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private static String tag(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.http().headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void theApiShowsThenChangesAndAnotherOrganisationSeesNothing() {
    String tag = tag(call("kade", "POST", "/units/csv/preview", "", TWO));
    assertThat(call("kade", "PUT", "/units/csv", "", TWO).status()).isEqualTo(428);
    assertThat(call("kade", "PUT", "/units/csv", tag, ONE).status()).isEqualTo(412);
    assertThat(call("kade", "PUT", "/units/csv", tag, TWO).status()).isEqualTo(200);
    assertThat(call("kade", "GET", "/units", "", "").body()).contains("Noord");
    assertThat(call("duin", "GET", "/units", "", "").body()).doesNotContain("Noord");
    Answer bad = call("kade", "POST", "/units/csv/preview", "", "code,name,kind\n,x,y\n");
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.body()).contains("row[2].code", "row[2].kind", "Row 2, column kind");
  }

  private static void epd(String type, String... resources) {
    StringBuilder entries = new StringBuilder();
    for (String resource : resources) {
      entries
          .append(entries.isEmpty() ? "" : ",")
          .append("{\"resource\":")
          .append(resource)
          .append('}');
    }
    World.OUTSIDE.stubFor(
        get(urlPathEqualTo("/duin/fhir/" + type))
            .willReturn(okJson("{\"resourceType\":\"Bundle\",\"entry\":[" + entries + "]}")));
  }

  @Test
  void theUnitsOfTheEpdAreReadAsItHasThem() {
    epd(
        "Organization",
        "{\"resourceType\":\"Organization\",\"id\":\"o1\",\"name\":\"Duin\"}",
        "{\"resourceType\":\"Organization\",\"id\":\"o2\",\"name\":\"Zee\",\"partOf\":{\"reference\":\"Organization/o1\"}}",
        "{\"resourceType\":\"Organization\",\"id\":\"o3\",\"name\":\"Gone\",\"active\":false}");
    epd(
        "Location",
        "{\"resourceType\":\"Location\",\"id\":\"l1\",\"name\":\"Strand\",\"managingOrganization\":{\"reference\":\"Organization/o2\"}}");
    epd(
        "HealthcareService",
        "{\"resourceType\":\"HealthcareService\",\"id\":\"h1\",\"name\":\"Poli\",\"providedBy\":{\"reference\":\"Organization/nowhere\"}}");
    epd(
        "CareTeam",
        "{\"resourceType\":\"CareTeam\",\"id\":\"c1\",\"name\":\"Team\",\"managingOrganization\":[{\"reference\":\"Organization/o1\"}]}",
        "{\"resourceType\":\"CareTeam\",\"id\":\"c2\",\"name\":\"Of a"
            + " patient\",\"subject\":{\"reference\":\"Patient/p\"}}");
    Answer preview = call("duin", "POST", "/units/epd/preview", "", "");
    String tag = tag(preview);
    assertThat(preview.body()).doesNotContain("Gone", "Of a patient");
    assertThat(call("duin", "PUT", "/units/epd", tag, "").status()).isEqualTo(200);

    Map<String, Unit> all = units.all(new TenantId(World.DUIN), Unit.Source.EPD);
    assertThat(at(all, "Organization/o2").partOf()).isEqualTo("Organization/o1");
    assertThat(at(all, "Location/l1").partOf()).isEqualTo("Organization/o2");
    assertThat(at(all, "HealthcareService/h1").partOf()).isNull();
    assertThat(at(all, "CareTeam/c1").kind()).isEqualTo(Unit.Kind.TEAM);
    assertThat(all).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"500, units.epd-away", "401, units.epd-refused", "403, units.epd-refused"})
  void anEpdThatDoesNotGiveEverythingEndsNothing(int status, String code) {
    epd("Organization", "{\"resourceType\":\"Organization\",\"id\":\"o1\",\"name\":\"Duin\"}");
    World.OUTSIDE.stubFor(
        get(urlPathEqualTo("/duin/fhir/Location")).willReturn(aResponse().withStatus(status)));
    Answer answer = call("duin", "POST", "/units/epd/preview", "", "");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).contains(code.endsWith("away") ? "does not answer" : "does not let");
  }

  @Test
  void anEpdThatAnswersNonsenseIsSaid() {
    World.OUTSIDE.stubFor(
        get(urlPathEqualTo("/duin/fhir/Organization"))
            .willReturn(okJson("{\"resourceType\":\"Patient\"}")));
    assertThat(call("duin", "POST", "/units/epd/preview", "", "").body())
        .contains("cannot be read");
  }

  @ParameterizedTest
  @CsvSource({"320", "1280"})
  void thePagesShowThenChangeAndStandInNobodysWay(int width) {
    Launched session = Offices.session(DATABASE, "haven", Role.ADMINISTRATOR);
    String[] cookie = session.cookie().split("=", 2);
    String base = request("/office/units").build().uri().toString();
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page(width, Map.of(), true);
      page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(base)));
      page.navigate(base);
      page.locator("#csv").fill("code,name,kind\n,Team,herd\n");
      page.locator("form[action$='csv/preview'] button").click();
      assertThat(page.locator(".govuk-error-summary").textContent())
          .contains("Rij 2, kolom code", "Rij 2, kolom kind");
      assertThat(Chromium.barriers(page)).isEmpty();
      page.locator("#csv").fill("code,name,kind\nw" + width + ",Team van " + width + ",team\n");
      page.locator("form[action$='csv/preview'] button").click();
      assertThat(Chromium.barriers(page)).isEmpty();
      assertThat(Chromium.overflow(page)).isNotPositive();
      page.locator("main form button").click();
      assertThat(page.locator("main").textContent()).contains("Team van " + width);
      assertThat(Chromium.barriers(page)).isEmpty();
      assertThat(Chromium.overflow(page)).isNotPositive();
      Chromium.picture(page, "units-" + width);
    }
  }

  @Test
  void nobodyButAnAdministratorOpensThem() {
    for (Role role : List.of(Role.MANAGER, Role.PRIVACY_OFFICER, Role.KOPP_KOV_OFFICER)) {
      assertThat(open(Offices.session(DATABASE, "haven", role), "/office/units").status())
          .isEqualTo(403);
    }
  }
}
