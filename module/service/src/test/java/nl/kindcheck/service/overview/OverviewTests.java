package nl.kindcheck.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.World;
import nl.kindcheck.service.kindcheck.Consults;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The overview in each state that a family can be in, as text and in a browser. */
class OverviewTests extends SeenTest {

  @Autowired private Consults consults;

  @Test
  void beforeAnybodyAskedNothingReadsAsNo() {
    String page = see("ov-nothing", "/app");

    assertThat(page)
        .contains(
            "Er is nog niet naar kinderen gevraagd.", "Dat betekent niet dat er geen kinderen zijn")
        .contains("Aan de beurt", "Er is nog geen volledige Kindcheck.")
        .contains("/app/kindcheck/no-children", "/app/kindcheck/start")
        .doesNotContain("/app/kindcheck/unchanged");
  }

  @Test
  void noChildrenIsWhatThePatientToldAndIsAskedAgain() {
    stored(Families.noChildren("ov-none", "2026-03-01"));
    String page = see("ov-none", "/app");

    assertThat(page)
        .contains(
            "De patiënt heeft verteld dat er geen kinderen zijn.", "De volgende Kindcheck is op")
        .contains("Geen kinderen")
        .doesNotContain("/app/kindcheck/unchanged");
  }

  @Test
  void twoChildrenStandAsCardsAndWhatWasNotAskedReadsAsNotAsked() {
    stored(Families.noorAndSam("ov-two", "2026-05-01"));
    String page = see("ov-two", "/app");

    assertThat(page)
        .contains("Noor", "Geboren in september 2014", "Het gaat goed", "De ouder, 1 mei 2026")
        .contains(
            "Deels bij de patiënt", "(Bij papa en Els)", "Nog niet", "Alleen de ouder is gehoord.")
        .contains("Sam", "Stiefkind", "Niet gevraagd")
        .contains("Oma Riet", "Grootouder", "Vertrouwt: Juf Carla")
        .containsPattern("/app/timeline/[0-9a-f-]{36}")
        .containsPattern("/app/kindcheck/summary/[0-9a-f-]{36}")
        .containsPattern("/app/kindcheck/correct/[0-9a-f-]{36}");
  }

  @Test
  void nothingHasChangedIsOfferedOnlyWhereItMayBeRecorded() {
    stored(Bodies.twoChildren("ov-same", "e-ov-same", "2026-05-01"));
    assertThat(see("ov-same", "/app")).contains("/app/kindcheck/unchanged");
    stored(Families.noorAndSam("ov-concern", "2026-05-01"));
    assertThat(see("ov-concern", "/app")).doesNotContain("/app/kindcheck/unchanged");
  }

  @Test
  void whatTheChildSaysStandsBesideWhatTheParentSays() {
    stored(Families.noorAndSam("ov-heard", "2026-05-01"));
    stored(
        Families.fares(
            "ov-heard", "2026-05-20", "Noor", "2014-09", "child", "opinion", "concerns"));
    String page = page("ov-heard", "/app").body();

    assertThat(page).contains("Het kind, 20 mei 2026", "De ouder, 1 mei 2026");
    assertThat(page.split("Alleen de ouder is gehoord", -1)).hasSize(2);
  }

  @Test
  void aPregnancyIsAChildOnTheWay() {
    stored(Families.pregnant("ov-pregnant", "2026-05-01"));

    assertThat(see("ov-pregnant", "/app"))
        .contains("Een kind op komst", "Verwacht in november 2026");
  }

  @Test
  void anOverdueKindcheckSaysSinceWhenAndWhy() {
    stored(Bodies.twoChildren("ov-overdue", "e-ov-overdue", "2025-09-01"));

    assertThat(see("ov-overdue", "/app"))
        .contains(
            "De Kindcheck is over tijd",
            "Dat is zo sinds 1 ",
            "De laatste volledige Kindcheck was op 1 september 2025");
  }

  @Test
  void aPostponedKindcheckKeepsItsDate() {
    stored(Families.postponed("ov-postponed", "2026-05-28", "2026-06-12"));

    assertThat(see("ov-postponed", "/app"))
        .contains("De Kindcheck is uitgesteld tot 12 juni 2026", "Overwogen");
  }

  @Test
  void aDeclineIsFineAndIsAskedAgain() {
    stored(Families.declined("ov-declined", "2026-05-28"));

    assertThat(see("ov-declined", "/app"))
        .contains("Op 28 mei 2026 is het gesprek niet gevoerd. Dat mag.", "Nu liever niet");
  }

  @Test
  void afterThePatientDiedNothingIsAskedAnyMore() {
    stored(Families.noorAndSam("ov-died", "2026-03-01"));
    assertThat(hook("haven", Families.died("ov-died")).status()).isEqualTo(200);

    assertThat(see("ov-died", "/app"))
        .contains("De patiënt is overleden", "Er is een taak om aan de kinderen te denken", "Noor")
        .doesNotContain("/app/kindcheck/start", "id=\"ways\"");
  }

  @Test
  void whatWasAgreedAndAskedIsThereUntilItIsOver() {
    stored(
        Families.noorAndSam("ov-way", "2026-05-01")
            .replaceFirst(
                "]}$",
                ",{\"linkId\": \"follow-up\", \"item\": [%s, %s, %s]}]}"
                    .formatted(
                        Families.text("follow-up.action", "Bel de school"),
                        Families.text("follow-up.owner", "Anna"),
                        Families.date("follow-up.date", "2026-06-20"))));
    consults.ask(
        new TenantId(World.HAVEN),
        "Patient/ov-way",
        null,
        "Practitioner/anna",
        UUID.randomUUID(),
        "Hoe verder?");

    assertThat(see("ov-way", "/app"))
        .contains("Hoe verder?", "gevraagd op 1 juni 2026, de datum van de taak is 8 juni 2026")
        .contains("Afgesproken op 1 mei 2026", "Bel de school", "Anna", "voor 20 juni 2026")
        .containsPattern("de laatste keer</span>: <strong>Twijfel")
        .containsPattern("(?s)Past zich sterk aan of zorgt veel.*Een beetje");
    assertThat(page("ov-nobody-asked", "/app").body()).doesNotContain("Wat er loopt");
  }

  @Test
  void aBareTickSaysSoFirstAndClaimsNothing() {
    stored(Bodies.bareTick("ov-tick", "e-ov-tick", "2026-05-01"));

    assertThat(see("ov-tick", "/app"))
        .containsPattern(
            "(?s)Alleen een vinkje.*\\(aangekruist: Er zijn kinderen, het gaat goed\\)")
        .contains("Nog niet volledig", "/app/kindcheck/correct/")
        .doesNotContain("/app/kindcheck/summary/");
  }

  @Test
  void anIncompleteKindcheckOfAChildSaysThatItIsIncompleteAndHasItsSummary() {
    stored(
        Bodies.response(
            "ov-half",
            "e-ov-half",
            "2026-05-01",
            Bodies.outcome("goes-well") + "," + Bodies.child("Noor", "2019-03")));

    assertThat(see("ov-half", "/app"))
        .contains("<strong>Nog niet volledig</strong>", "/app/kindcheck/summary/")
        .doesNotContain("Alleen een vinkje");
  }

  @Test
  void whatSomebodyTypedIsShownAsTypedAndNeverRun() {
    stored(
        Bodies.response(
            "ov-script",
            "e-ov-script",
            "2026-05-01",
            String.join(
                ",",
                Bodies.outcome("goes-well"),
                Families.child(
                    "<script>alert(1)</script> \uD83D\uDC76 \u05E0\u05D5\u05E2\u05DD", "2019-03"),
                Bodies.once())));

    assertThat(see("ov-script", "/app"))
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert");
  }

  @Test
  void theSameInEnglish() {
    stored(Families.noorAndSam("ov-english", "2026-05-01"));

    assertThat(page("ov-english", "/app", "en").body())
        .contains(
            "lang=\"en\"",
            "Born in September 2014",
            "It goes well",
            "The parent, 1 May 2026",
            "Not asked")
        .contains("Only the parent was heard.", "Go through the conversation")
        .doesNotContain("Niet gevraagd");
    look("ov-english", "/app", "en", 1440);
  }

  @Test
  void withoutALaunchNothingIsShown() {
    Answer answer = send(request("/app").header("Accept", "text/html"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .contains("Open Kindcheck vanuit het dossier")
        .doesNotContain("kc-child");
  }

  @Test
  void anotherPatientsChildrenAreNotShown() {
    stored(Families.noorAndSam("ov-one", "2026-05-01"));

    assertThat(page("ov-other", "/app").body()).doesNotContain("Noor");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 375, 768, 1440, 3840})
  void fitsItsWindow(int width) {
    stored(Families.noorAndSam("ov-fits" + width, "2026-05-01"));

    look("ov-fits" + width, "/app", "nl", width);
  }

  @Test
  void isUsableBeforeAnyScriptHasLoaded() {
    stored(Families.noorAndSam("ov-bare", "2026-05-01"));
    try (Page page = withoutScripts("ov-bare", "/app")) {
      page.locator("a[href$='/app/kindcheck/start']").first().focus();
      assertThat(page.locator("main h1").isVisible()).isTrue();
      assertThat(page.locator(".kc-way__link").count()).isGreaterThanOrEqualTo(2);
    }
  }
}
