package nl.kindcheck.service.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.service.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose record it is, what starts one, and what stands on top in danger. */
class MeldcodeAccessTests extends MeldcodeTest {

  @Test
  void anotherOrganisationAndAnotherPatientFindNothing() {
    String record = new Desk("md-access-1").open("reason", "Zorg");
    Desk otherPatient = new Desk("md-access-2");
    Desk otherOrganisation = new Desk("md-access-1").with(ORGANISATION, "duin");

    for (Desk desk : new Desk[] {otherPatient, otherOrganisation}) {
      for (String page : new String[] {"", "/history", "/step/1", "/close", "/step/2/note"}) {
        Answer answer = desk.get(record + page);
        assertThat(answer.status()).as(page).isEqualTo(404);
        assertThat(answer.body()).contains("niet gevonden").doesNotContain("Zorg");
      }
      var shown = hidden(desk.see(LIST + "/new"));
      assertThat(desk.send(record + "/close", shown, "reason", "Klaar").status()).isEqualTo(404);
      assertThat(desk.see(LIST)).contains("nog geen Meldcode");
    }
    assertThat(events(record)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/not-an-id", "/not-an-id/close", "/%s", "/%s/close", "/%s/step/1", "/%s/nothing"})
  void whatIsNotThereIsNotFound(String path) {
    Desk desk = new Desk("md-access-3");

    assertThat(desk.get(LIST + path.formatted(UUID.randomUUID())).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/step/0", "/step/6", "/step/x", "/step/1/nothing", "/step/9/note"})
  void aStepOrFormThatDoesNotExistIsNotFound(String path) {
    Desk desk = new Desk("md-access-4");
    String record = desk.open("reason", "Zorg");

    assertThat(desk.get(record + path).status()).isEqualTo(404);
  }

  @Test
  void withoutALaunchNothingIsShown() {
    assertThat(send(request(LIST).header("Accept", "text/html")).status()).isEqualTo(401);
  }

  @Test
  void aSafetyConcernOfAKindcheckOffersToOpenARecordOnce() {
    String patient = "md-access-5";
    Answer created =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.response(
                patient,
                "e-" + patient,
                DAY,
                Bodies.outcome("safety-concern")
                    + ","
                    + Bodies.child("Noor", "2019-03")
                    + ","
                    + Bodies.once()));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    Desk desk = new Desk(patient);

    String list = desk.see(LIST);
    assertThat(list).contains("Een Kindcheck van 1 juni 2026 noemt een zorg over de veiligheid.");
    String link = list.replaceAll("(?s).*href=\"(/app/meldcode/new\\?kindcheck=[^\"]+)\".*", "$1");
    Answer opened =
        desk.send(
            LIST + "/new",
            hidden(desk.see(link)),
            "reason",
            "Zorg uit de Kindcheck",
            "child",
            choice(desk.see(link), "Noor"));
    String record = next(opened);
    assertThat(desk.see(record.substring(0, record.indexOf('?')) + "/history"))
        .contains("een Kindcheck met een zorg over de veiligheid");
    assertThat(desk.see(LIST)).doesNotContain("noemt een zorg over de veiligheid");
    assertThat(desk.see(LIST + "/new")).contains("Noor", "het hele gezin");
  }

  @Test
  void acuteDangerStandsOnTopOfEveryPageUntilItIsOver() {
    Desk desk = new Desk("md-access-6");
    String record = desk.open("reason", "Zorg");
    assertThat(desk.see(record + "/danger"))
        .contains("Is er nu gevaar? Bel eerst", "tel:112", "tel:08002000", "nog niet ingevuld")
        .doesNotContain("<noscript");
    desk.save(record + "/danger");

    for (String page : new String[] {"", "/history", "/step/3", "/talk", "/close"}) {
      String body = desk.see(record + page);
      assertThat(body).contains("Acuut gevaar: bel nu", "tel:112", "tel:08002000");
      assertThat(body.indexOf("tel:112")).isLessThan(body.indexOf("<h1"));
    }
    assertThat(desk.see(LIST)).contains("Acuut gevaar: bel nu");
    desk.save(record + "/danger-over", "reason", "Kind is bij oma");
    assertThat(desk.see(record)).doesNotContain("bel nu");
  }

  @Test
  void theOrganisationsCrisisLineIsShownWhereItIsFilledIn() {
    Desk desk = new Desk("md-access-7").with(ORGANISATION, "duin");

    assertThat(desk.see(LIST + "/new"))
        .contains("tel:0880000000", "088 000 00 00 (verzonnen)")
        .doesNotContain("nog niet ingevuld");
  }

  @Test
  void isShieldedUntilSomebodySaysWhyNot() {
    Desk desk = new Desk("md-access-8");
    String record = desk.open("reason", "Zorg");
    assertThat(desk.see(record)).contains("Afgeschermd: niet te zien");

    assertThat(desk.save(record + "/unshield", "reason", "De ouder leest graag mee"))
        .contains("Niet afgeschermd:");
    assertThat(desk.save(record + "/shield", "reason", "Toch niet veilig"))
        .contains("Afgeschermd: niet te zien");
  }

  @Test
  void everyEventIsKeptAsItWasWritten() {
    var event =
        new MeldcodeEvent.SignalNoted(
            LocalDate.of(2026, 6, 1),
            Perspective.CHILD,
            Nature.OPINION,
            "Regel een\nregel twee \"aangehaald\"");
    assertThat(EventJson.read(EventJson.write(event))).isEqualTo(event);
  }
}
