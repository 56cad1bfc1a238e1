package nl.kindcheck.service.meldcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.meldcode.Also;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.service.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a record is about: one or more children of this family, and nobody else's. */
class MeldcodeChildrenTests extends MeldcodeTest {

  private static final String NEW = LIST + "/new";

  /** Somebody at work with a patient who has Noor and Sam. */
  private Desk desk(String patient) {
    recorded("haven", "md-children-" + patient);
    return new Desk("md-children-" + patient);
  }

  private String aboutBoth(Desk desk) {
    String page = desk.see(NEW);
    return desk.open(
        "reason", "Blauwe plekken", "child", choice(page, "Sam"), "child", choice(page, "Noor"));
  }

  @Test
  void oneRecordIsAboutTwoChildren() {
    Desk desk = desk("two");
    String record = aboutBoth(desk);

    assertThat(desk.see(record))
        .contains("<bdi>Noor, Sam</bdi>", "<dd dir=\"auto\">Noor, Sam</dd>");
    assertThat(desk.see(record + "/history")).contains("<dt>Over kind</dt>", ">Noor, Sam</dd>");
    assertThat(desk.see(LIST))
        .contains("<bdi>Noor, Sam</bdi>")
        .containsOnlyOnce("kc-records__title");
    assertThat(events(record)).isEqualTo(1);
  }

  @Test
  void somebodyMustBeChosenWhereThereIsSomebodyToChoose() {
    Desk desk = desk("nobody");

    refused(
        desk.fill(NEW, "reason", "Blauwe plekken"),
        "Kies er één of meer: Over wie gaat het?",
        "href=\"#child\"",
        "aria-describedby=\"child-hint child-error\"",
        "Blauwe plekken</textarea>");
    String record = desk.open("reason", "Zorg", "child", "whole-family");
    assertThat(desk.see(record)).contains("<bdi>het hele gezin</bdi>");
  }

  @Test
  void aChildOfAnotherFamilyIsRefusedByItsField() {
    Desk other = desk("other");
    String theirs = choice(other.see(NEW), "Noor");
    Desk desk = desk("own");
    String sam = choice(desk.see(NEW), "Sam");

    Answer answer =
        desk.fill(NEW, "reason", "Blauwe plekken", "child", sam, "child", theirs, "danger", "no");
    refused(
        answer,
        "Wie u koos, staat niet in het dossier van deze patiënt.",
        "href=\"#child\"",
        "id=\"child-error\"",
        "Blauwe plekken</textarea>",
        "value=\"" + sam + "\" checked",
        "value=\"no\" checked");
    assertThat(answer.body()).doesNotContain(theirs);
    assertThat(desk.see(LIST)).contains("nog geen Meldcode");
    assertThat(other.see(LIST)).contains("nog geen Meldcode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "00000000-0000-0000-0000-000000000000", "unborn-child", "<b>Noor</b>"})
  void aChoiceThatIsNotOfferedIsRefusedAlsoWhereNoChildIsKnown(String choice) {
    Desk desk = new Desk("md-children-none");
    assertThat(desk.see(NEW)).doesNotContain("name=\"child\"");

    refused(
        desk.fill(NEW, "reason", "Zorg", "child", choice),
        "Wie u koos, staat niet in het dossier van deze patiënt.",
        "href=\"#child\"",
        "id=\"child\"");
    assertThat(desk.see(LIST)).contains("nog geen Meldcode");
  }

  @Test
  void theUnbornChildIsOfferedWhileAChildIsExpected() {
    String patient = "md-children-unborn";
    assertThat(desk("no-pregnancy").see(NEW)).doesNotContain("het ongeboren kind");
    Answer created =
        fhirPost(
            "haven",
            RESPONSE,
            Bodies.twoChildren(patient, "e", DAY)
                .replace(
                    Bodies.coded("pregnancy", "pregnancy", "no"),
                    Bodies.coded("pregnancy", "pregnancy", "yes")));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    Desk desk = new Desk(patient);
    String page = desk.see(NEW);

    String record =
        desk.open(
            "reason",
            "Zorg",
            "child",
            choice(page, "het ongeboren kind"),
            "child",
            choice(page, "Noor"));
    assertThat(desk.see(record)).contains("<bdi>Noor, het ongeboren kind</bdi>");
  }

  @Test
  void shieldingAndAccessHoldForBoth() {
    Desk desk = desk("access");
    String kindcheck = recorded("haven", "md-children-access-2");
    String record = aboutBoth(desk);

    for (Desk stranger :
        new Desk[] {
          new Desk("md-children-access-1"),
          new Desk("md-children-access").with(ORGANISATION, "duin")
        }) {
      for (String page : new String[] {record, record + "/history", record + "/step/1"}) {
        Answer answer = stranger.get(page);
        assertThat(answer.status()).as(page).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("Noor", "Sam", "Blauwe plekken");
      }
      assertThat(stranger.see(LIST)).doesNotContain("Noor", "Sam", "Blauwe plekken");
    }
    assertThat(desk.see("/app")).doesNotContain("Er is een Meldcode open", record);

    Desk parent = new Desk("md-children-access-2");
    aboutBoth(parent);
    assertThat(parent.see("/app/kindcheck/summary/" + kindcheck))
        .contains("Noor", "Sam")
        .doesNotContain("Blauwe plekken", "Er is een Meldcode open");

    desk.save(record + "/unshield", "reason", "De ouder leest graag mee");
    assertThat(desk.see("/app")).contains("Er is een Meldcode open", record);
    desk.save(record + "/shield", "reason", "Toch niet veilig");
    assertThat(desk.see("/app")).doesNotContain("Er is een Meldcode open", record);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Noor", "Sam"})
  void anonymousAdviceNamesNeither(String name) {
    Desk desk = desk("anonymous-" + name.length());
    String record = aboutBoth(desk);

    refused(
        desk.fill(
            record + "/anonymous",
            "on-day",
            "1",
            "on-month",
            "6",
            "on-year",
            "2026",
            "advice",
            "Praat met " + name + "."),
        "Hier staat de naam van een kind");
  }

  @Test
  void sendingTwiceOpensOne() {
    Desk desk = desk("twice");
    String page = desk.see(NEW);
    String[] both = {"reason", "Zorg", "child", choice(page, "Noor"), "child", choice(page, "Sam")};
    String[] turned = {
      "reason", "Zorg", "child", choice(page, "Sam"), "child", choice(page, "Noor")
    };

    String first = next(desk.send(NEW, hidden(page), both));
    assertThat(next(desk.send(NEW, hidden(page), turned))).isEqualTo(first);
    assertThat(events(first.substring(0, first.indexOf('?')))).isEqualTo(1);
  }

  @Test
  void aRecordFromBeforeIsAboutItsOneChildOrItsFamily() {
    ChildId noor = new ChildId(UUID.randomUUID());

    assertThat(
            EventJson.read(
                "{\"is\":\"Opened\",\"reason\":\"Zorg\",\"child\":\"%s\",\"kindcheck\":null}"
                    .formatted(noor)))
        .isEqualTo(new MeldcodeEvent.Opened("Zorg", List.of(noor), List.of(), null));
    assertThat(
            EventJson.read(
                "{\"is\":\"Opened\",\"reason\":\"Zorg\",\"child\":null,\"kindcheck\":null}"))
        .isEqualTo(new MeldcodeEvent.Opened("Zorg", List.of(), List.of(), null));
    MeldcodeEvent now =
        new MeldcodeEvent.Opened(
            "Zorg",
            List.of(noor, new ChildId(UUID.randomUUID())),
            List.of(Also.UNBORN_CHILD),
            null);
    assertThat(EventJson.read(EventJson.write(now))).isEqualTo(now);
  }
}
