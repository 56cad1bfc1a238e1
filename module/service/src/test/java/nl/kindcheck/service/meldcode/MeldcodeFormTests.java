package nl.kindcheck.service.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input and bad luck: nothing typed is lost, nothing is recorded twice or half. */
class MeldcodeFormTests extends MeldcodeTest {

  private static final String[] TALK = {
    "with", "parent", "on-day", "1", "on-month", "6", "on-year", "2026", "said", "Rustig gesprek"
  };

  private Desk desk(String patient) {
    return new Desk("md-form-" + patient);
  }

  @Test
  void anEmptyFormSaysWhatIsAskedAndRecordsNothing() {
    Desk desk = desk("empty");

    refused(
        desk.fill(LIST + "/new", "reason", "  \n "),
        "Vul dit in: Wat is de zorg over de veiligheid?",
        "href=\"#reason\"",
        "aria-describedby=\"reason-error\"",
        "<title>Let op: ");
    assertThat(desk.see(LIST)).contains("nog geen Meldcode");
  }

  @Test
  void aReasonThatNobodyCanSeeIsNone() {
    refused(
        desk("unseen").fill(LIST + "/new", "reason", "\u200b\u200d \ufeff"),
        "Vul dit in: Wat is de zorg over de veiligheid?");
  }

  @Test
  void whatWasTypedStaysInAllFieldsWhenOneIsWrong() {
    Desk desk = desk("kept");
    String record = desk.open("reason", "Zorg");

    refused(
        desk.fill(
            record + "/talk",
            "with",
            "child",
            "on-day",
            "31",
            "on-month",
            "2",
            "on-year",
            "2026",
            "said",
            "<b>Zij</b> zei \"stop\" 🙂 שלום"),
        "Dit is geen bestaande datum: Wanneer was dit?",
        "value=\"31\"",
        "&lt;b&gt;Zij&lt;/b&gt; zei &quot;stop&quot; 🙂 שלום",
        "value=\"child\" checked");
    assertThat(events(record)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {BSN, "123 456 782", "123-456-782", "BSN: 1234.56.782."})
  void aCitizenServiceNumberIsRefusedWithTheNameOfTheField(String number) {
    Desk desk = desk("bsn");

    refused(
        desk.fill(LIST + "/new", "reason", "Kind met " + number),
        "Haal het burgerservicenummer (BSN) weg bij: Wat is de zorg over de veiligheid?",
        "Kind met " + number);
  }

  @Test
  void theNumberIsFoundInEveryFieldOfEveryForm() {
    Desk desk = desk("bsn-all");
    String record = desk.open("reason", "Zorg");

    Forms.all()
        .values()
        .forEach(
            form ->
                form.questions().stream()
                    .filter(q -> q.kind() == Question.Kind.TEXT || q.kind() == Question.Kind.LINE)
                    .forEach(
                        q ->
                            refused(
                                desk.fill(record + "/" + form.name(), q.name(), BSN),
                                "burgerservicenummer",
                                "href=\"#" + q.name() + "\"")));
    assertThat(events(record)).isEqualTo(1);
  }

  @Test
  void tenThousandCharactersFitAndOneMoreIsSaidAndKept() {
    Desk desk = desk("long");
    String fits = "é".repeat(9_998) + "\r\n" + "z";
    String record = desk.open("reason", fits);

    refused(
        desk.fill(record + "/close", "reason", "🙂".repeat(10_001)),
        "U schreef 10001 tekens. Er passen er 10000.",
        "🙂".repeat(10_001));
    assertThat(desk.see(record + "/history")).contains("é".repeat(9_998));
    assertThat(desk.fill(record + "/close", "reason", "x".repeat(100_000)).status()).isEqualTo(422);
    assertThat(events(record)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0,1,2026", "1,13,2026", "aa,1,2026", "1,1,26", "'',1,2026", "29,2,2026"})
  void aDayThatDoesNotExistIsSaid(String day, String month, String year) {
    Desk desk = desk("day");
    String record = desk.open("reason", "Zorg");

    refused(
        desk.fill(
            record + "/discussed",
            "on-day",
            day,
            "on-month",
            month,
            "on-year",
            year,
            "reaction",
            "Goed"),
        "Dit is geen bestaande datum",
        "href=\"#on-day\"");
  }

  @Test
  void aDayToComeIsSaid() {
    Desk desk = desk("future");
    String record = desk.open("reason", "Zorg");

    refused(
        desk.fill(
            record + "/report",
            "on-day",
            "2",
            "on-month",
            "6",
            "on-year",
            "2026",
            "to",
            "Veilig Thuis"),
        "Deze datum ligt in de toekomst: Wanneer is er gemeld?");
  }

  @Test
  void anAnswerThatIsNotOfferedIsNotTaken() {
    Desk desk = desk("choice");
    String record = desk.open("reason", "Zorg");

    refused(desk.fill(record + "/weigh", "suspicion", "7"), "Kies een antwoord: 1. Is er");
    refused(
        desk.fill(record + "/weigh", "suspicion-basis", "Gezien"), "Kies een antwoord: 1. Is er");
    refused(desk.fill(record + "/weigh"), "Er is niets nieuws om te bewaren.");
    refused(
        desk.fill(record + "/decide", "reporting", "yes"),
        "Vul dit in: Waarom besluit u dit over melden?");
    refused(
        desk.fill(record + "/decide", "support-basis", "Tante"), "Kies een antwoord: Besluit B");
    assertThat(events(record)).isEqualTo(1);
  }

  @Test
  void anonymousAdviceTakesNoNameOfAChild() {
    String patient = "md-form-anonymous";
    recorded("haven", patient);
    Desk desk = new Desk(patient);
    String record = desk.open("reason", "Zorg", "child", "whole-family");

    assertThat(desk.see(record + "/anonymous")).doesNotContain("name=\"adviser\"", "name=\"whom\"");
    Answer named =
        desk.fill(
            record + "/anonymous",
            "on-day",
            "1",
            "on-month",
            "6",
            "on-year",
            "2026",
            "advice",
            "Praat met Noor.");
    refused(named, "Hier staat de naam van een kind", "Praat met Noor.");
    desk.save(
        record + "/anonymous",
        "on-day",
        "1",
        "on-month",
        "6",
        "on-year",
        "2026",
        "advice",
        "Praat met Noortje",
        "adviser",
        "Een naam",
        "whom",
        "Een naam");
    assertThat(desk.see(record + "/history")).doesNotContain("Een naam");
  }

  @Test
  void sendingTwiceRecordsOnce() {
    Desk desk = desk("twice");
    Map<String, String> shown = hidden(desk.see(LIST + "/new"));
    String first = next(desk.send(LIST + "/new", shown, "reason", "Zorg"));

    assertThat(next(desk.send(LIST + "/new", shown, "reason", "Zorg"))).isEqualTo(first);
    String record = first.substring(0, first.indexOf('?'));
    assertThat(events(record)).isEqualTo(1);

    Map<String, String> talk = hidden(desk.see(record + "/talk"));
    next(desk.send(record + "/talk", talk, TALK));
    assertThat(next(desk.send(record + "/talk", talk, TALK))).endsWith("saved=yes");
    assertThat(events(record)).isEqualTo(2);
  }

  @Test
  void goingBackAndWritingMoreLosesNothing() {
    Desk desk = desk("back");
    String record = desk.open("reason", "Zorg");
    Map<String, String> shown = hidden(desk.see(record + "/step/1/note"));

    next(desk.send(record + "/step/1/note", shown, "reason", "Eerste versie"));
    next(desk.send(record + "/step/1/note", shown, "reason", "Tweede versie"));
    assertThat(desk.see(record + "/step/1")).contains("Eerste versie", "Tweede versie");
  }

  @Test
  void ofTwoTabsBothAreKeptAndTheSecondIsTold() {
    String patient = "md-form-tabs";
    Desk anna = new Desk(patient);
    Desk bart = new Desk(patient).with(USER, "bart");
    String record = anna.open("reason", "Zorg");
    Map<String, String> annas = hidden(anna.see(record + "/weigh"));
    Map<String, String> barts = hidden(bart.see(record + "/weigh"));

    assertThat(next(anna.send(record + "/weigh", annas, "unsafety", "yes"))).endsWith("saved=yes");
    String after = next(bart.send(record + "/weigh", barts, "accepted", "no"));

    assertThat(after).endsWith("saved=beside");
    assertThat(bart.see(after)).contains("schreef ook iemand anders", "Practitioner/anna");
    assertThat(events(record)).isEqualTo(3);
  }

  @Test
  void aFormThatWasShownBeforeDoesNotPutBackWhatAnotherChanged() {
    Desk desk = desk("stale");
    String record = desk.open("reason", "Zorg");
    desk.save(record + "/account", "actions", "Gebeld");
    Map<String, String> old = hidden(desk.see(record + "/account"));
    desk.save(record + "/account", "actions", "Gebeld en langsgegaan");

    next(desk.send(record + "/account", old, "actions", "Gebeld", "attempts", "Drie keer"));
    assertThat(desk.see(record + "/account")).contains("Gebeld en langsgegaan", "Drie keer");
  }

  @Test
  void whatIsWrittenOnARecordClosedMeanwhileIsKept() {
    Desk desk = desk("closed");
    String record = desk.open("reason", "Zorg");
    Map<String, String> talk = hidden(desk.see(record + "/talk"));
    desk.save(record + "/close", "reason", "Klaar");

    assertThat(desk.see(next(desk.send(record + "/talk", talk, TALK))))
        .contains("Rustig gesprek", "Deze Meldcode is afgesloten.", "schreef ook iemand anders");
  }

  @Test
  void characterThatNobodySeesDoNotBreakIt() {
    Desk desk = desk("control");
    String record = desk.open("reason", "Zo\u0000rg\u0007 \u202eom <script>alert(1)</script>");

    assertThat(desk.see(record + "/history"))
        .contains("Zorg", "&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void aKeyThatIsNotOursIsASendingOfItsOwn() {
    Desk desk = desk("key");
    Map<String, String> shown = hidden(desk.see(LIST + "/new"));
    shown.put("key", "'; DROP TABLE meldcode_event; --");
    shown.put("version", "-1");

    assertThat(next(desk.send(LIST + "/new", shown, "reason", "Zorg", "danger", "")))
        .contains("saved=yes");
  }
}
