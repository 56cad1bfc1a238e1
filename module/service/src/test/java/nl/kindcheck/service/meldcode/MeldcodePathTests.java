package nl.kindcheck.service.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole path, as a clinician walks it. */
class MeldcodePathTests extends MeldcodeTest {

  private static final List<String> WEIGHED =
      List.of("suspicion", "unsafety", "effective-support", "accepted", "works-in-time");

  private static final List<String> ACCOUNT =
      List.of("assessment", "basis", "actions", "informed", "reactions", "attempts", "agreements");

  private static String[] on(String day, String... rest) {
    String[] date = day.split("-");
    String[] all = new String[6 + rest.length];
    all[0] = "on-year";
    all[1] = date[0];
    all[2] = "on-month";
    all[3] = date[1];
    all[4] = "on-day";
    all[5] = date[2];
    System.arraycopy(rest, 0, all, 6, rest.length);
    return all;
  }

  @Test
  void fromASafetyConcernThroughStepFiveClosedAndReopened() {
    Desk desk = new Desk("md-path-1");
    assertThat(desk.see(LIST)).contains("nog geen Meldcode", "Kindcheck stuurt niets op");

    String record = desk.open("reason", "Blauwe plekken op beide armen", "danger", "no");
    assertThat(desk.see(record))
        .contains("Meldcode van 1 juni 2026", "het hele gezin", "niet begonnen", "Afgeschermd:")
        .contains("Besluit A: is melden nodig?", "Bron: knmg-meldcode.maglr.com")
        .doesNotContain("kc-danger__number");

    assertThat(
            desk.save(
                record + "/signal",
                on(
                    "2026-05-30",
                    "what",
                    "Zij schrok van elke beweging",
                    "perspective",
                    "clinician",
                    "nature",
                    "fact")))
        .contains("Wat u schreef, is bewaard.", "Zij schrok van elke beweging", "30 mei 2026")
        .contains("Ikzelf", "Een feit: gezien of gehoord", "Bron: handelingsprotocol.nl");
    assertThat(
            desk.save(
                record + "/colleague",
                on("2026-05-31", "whom", "de aandachtsfunctionaris", "advice", "Bel Veilig Thuis")))
        .contains("Overleg met een collega", "de aandachtsfunctionaris");
    assertThat(desk.save(record + "/anonymous", on("2026-06-01", "advice", "Praat eerst samen")))
        .contains("Anoniem advies van Veilig Thuis", "Praat eerst samen");
    assertThat(desk.save(record + "/advice", on("2026-06-01", "advice", "Samen optrekken")))
        .contains("Advies is geen melding");
    assertThat(
            desk.save(
                record + "/talk",
                on("2026-06-01", "with", "parent", "said", "Het gaat thuis niet goed")))
        .contains("De ouder (de patiënt)", "Het gaat thuis niet goed");
    for (String question : WEIGHED) {
      desk.save(record + "/weigh", question, "yes", question + "-basis", "Gezien: " + question);
    }
    assertThat(desk.see(record + "/step/4")).contains("Gezien: works-in-time");
    desk.save(
        record + "/decide",
        "reporting",
        "not-yet",
        "reporting-basis",
        "Eerst overleg",
        "support",
        "yes",
        "support-basis",
        "Tante vangt op");
    for (String item : ACCOUNT) {
      desk.save(record + "/account", item, "Vastgelegd over " + item);
    }
    assertThat(desk.see(record)).contains("Besproken met het gezin, of waarom niet");
    desk.save(record + "/discussed", on("2026-06-01", "reaction", "De ouder was opgelucht"));
    desk.save(record + "/report", on("2026-06-01", "to", "Veilig Thuis"));
    assertThat(desk.see(record))
        .contains("Alles wat de beroepsnorm bij stap 5 vraagt, is vastgelegd.");
    for (int step = 1; step <= 5; step++) {
      desk.save(record + "/step/" + step + "/step-close");
    }
    assertThat(desk.see(record)).doesNotContain("niet begonnen", ">bezig<");

    assertThat(desk.save(record + "/close", "reason", "Hulp is gestart"))
        .contains("Deze Meldcode is afgesloten.", "Hulp is gestart");
    assertThat(desk.save(record + "/reopen", "reason", "Nieuwe zorg"))
        .doesNotContain("Deze Meldcode is afgesloten.");
    assertThat(desk.see(record + "/history"))
        .contains("Blauwe plekken op beide armen", "Eerst overleg", "Hulp is gestart")
        .contains("Nieuwe zorg", "1 juni 2026, 11:00 uur", ">u<", "Er is gemeld, buiten Kindcheck");
    assertThat(events(record)).isEqualTo(30);
  }

  @Test
  void theSamePathIsThereInEnglish() {
    Desk desk = new Desk("md-path-2").with(LANGUAGE, "en");
    String record = desk.open("reason", "Bruises on both arms", "danger", "yes");
    assertThat(desk.see(record))
        .contains("Meldcode record of 1 June 2026", "Acute danger: call now", "0800-2000", "112")
        .contains("Your organisation has not filled in this number yet.", "not started");
    for (int step = 1; step <= 5; step++) {
      assertThat(desk.see(record + "/step/" + step)).contains("Source: ", "Close this step");
    }
    assertThat(desk.see(record)).contains("(step 5)").doesNotContain("stap 5");
    for (String form : Forms.all().keySet()) {
      assertThat(desk.see(record + "/" + form))
          .contains("lang=\"en\"")
          .containsPattern(">(Save|Close|Reopen|Shield|Lift the shielding|Note as unfounded)<");
    }
    assertThat(desk.see(record + "/history")).contains("Record opened");
  }

  @Test
  void theConcernAndTheDangerStandOnTheRecordItself() {
    Desk desk = new Desk("md-path-begun");
    String record = desk.open("reason", "Blauwe plekken op beide armen", "danger", "no");
    assertThat(desk.see(record)).contains("Blauwe plekken op beide armen");
    assertThat(danger(desk.see(record))).isEqualTo("Acuut gevaar: nee 1 juni 2026, 11:00 uur · u");
    assertThat(desk.see(record + "/history")).contains("<strong>Acuut gevaar: nee</strong>");
    assertThat(events(record)).isEqualTo(2);

    desk.save(record + "/danger");
    assertThat(danger(desk.see(record))).startsWith("Acuut gevaar: ja ");
    desk.save(record + "/danger-over", "reason", "Kind is bij oma");
    assertThat(danger(desk.see(record))).startsWith("Acuut gevaar: voorbij ");
    assertThat(desk.see(record + "/history")).contains("<strong>Acuut gevaar: nee</strong>");
  }

  @Test
  void aDangerThatNobodyWasAskedAboutIsNotDenied() {
    Desk desk = new Desk("md-path-not-asked");
    String record = desk.open("reason", "Zorg");

    assertThat(danger(desk.see(record))).isEqualTo("Acuut gevaar: niet ingevuld");
    assertThat(events(record)).isEqualTo(1);
  }

  /** What the record's page says about acute danger. */
  private static String danger(String page) {
    String begun = page.substring(page.indexOf("id=\"begun\""));
    String line = begun.substring(begun.indexOf("Acuut gevaar<"), begun.indexOf("</section>"));
    return line.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
  }

  @Test
  void theOverviewTellsOfAnOpenRecordOnlyWhereItIsNotShielded() {
    Desk desk = new Desk("md-path-overview");
    String record = desk.open("reason", "Zorg");
    assertThat(desk.see("/app")).doesNotContain("Er is een Meldcode open");

    assertThat(desk.see(record + "/unshield"))
        .contains(">Afscherming opheffen</button>", ">Annuleren</a>")
        .doesNotContain(">Bewaren<", ">Niet bewaren<");
    desk.save(record + "/unshield", "reason", "De ouder leest graag mee");
    assertThat(desk.see("/app")).contains("Er is een Meldcode open sinds 1 juni 2026.", record);

    desk.save(record + "/close", "reason", "Klaar");
    assertThat(desk.see("/app")).doesNotContain("Er is een Meldcode open");
  }
}
