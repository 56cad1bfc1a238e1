package nl.kindcheck.service.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.service.PagesTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Goals in a parent's own words: added, changed with their history in sight, never lost. */
class ParentGoalTests extends PagesTest {

  private static final String PATH = "/app/care/goals";
  private static final String NEW = PATH + "/new";
  private static final String[] GOOD = {
    "words", "Ik wil elke ochtend samen ontbijten.",
    "owner", "Anna, behandelaar",
    "day", "2030-06-01",
    "status", "active",
    "reason", ""
  };

  @Autowired private ParentGoals goals;

  private static String[] good(String... changes) {
    String[] all = GOOD.clone();
    for (int i = 0; i < changes.length; i += 2) {
      for (int j = 0; j < all.length; j += 2) {
        all[j + 1] = all[j].equals(changes[i]) ? changes[i + 1] : all[j + 1];
      }
    }
    return all;
  }

  private List<ParentGoal> of(Visit visit) {
    return goals.all(new TenantId(World.HAVEN), visit.patient());
  }

  private long versions(Visit visit) {
    return rows("parent_goal", visit.patient().replace("Patient/", ""));
  }

  /** Records the good goal and gives the address of its page. */
  private String added(Visit visit) {
    visit.open(NEW);
    assertThat(visit.post(NEW, GOOD).status()).isEqualTo(303);
    return PATH + "/" + of(visit).get(0).id();
  }

  @Test
  void aGoalIsInTheParentsWordsWithItsOwnerItsDayAndItsStatus() {
    Visit visit = visit().during("Encounter/e1");
    assertThat(words(visit.open(PATH))).contains("Er is nu geen open doel.");
    visit.open(NEW);
    assertThat(words(visit.follow(visit.post(NEW, GOOD))))
        .contains(
            "Ik wil elke ochtend samen ontbijten.",
            "Anna, behandelaar",
            "1 juni 2030",
            "Afgesproken, de ouder werkt eraan");
  }

  @Test
  void aFieldThatReachesIntoAnotherIsPassedOver() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(NEW);
    Answer answer =
        visit.post(NEW, "words", "Ik wil samen ontbijten.", "day.year", "1", "class.name", "x");
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("Ik wil samen ontbijten.");
  }

  @Test
  void inEnglishItIsTheSame() {
    Visit visit = visit().in("en").during("Encounter/e1");
    visit.open(NEW);
    assertThat(words(visit.follow(visit.post(NEW, GOOD))))
        .contains("1 June 2030", "Agreed, the parent works on it");
  }

  @Test
  void examplesSayThatNobodyValidatedThemAndNoneIsChosen() {
    Visit visit = visit().during("Encounter/e1");
    Answer page = visit.open(NEW);
    assertThat(words(page))
        .contains(
            "Ik wil op tijd vragen of iemand kan bijspringen.",
            "Bron: eigen tekst",
            "Beheer: Kindcheck",
            "Niet beoordeeld door professionals",
            "1 november 2027");
    assertThat(page.body()).doesNotContain("checked").containsPattern("name=\"words\"[^>]*></");
  }

  @Test
  void anExampleStandsBelowWhatWasTypedAndNothingIsRecordedYet() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(NEW);
    Answer page = visit.post(NEW, "words", "Mijn begin", "owner", "Anna", "take", "4");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            ">Mijn begin\nIk wil op tijd vragen of iemand kan bijspringen.</textarea>",
            "value=\"Anna\"");
    assertThat(versions(visit)).isZero();
    assertThat(visit.post(NEW, "words", "Mijn begin", "take", "99").body())
        .contains(">Mijn begin</textarea>");
  }

  @Test
  void aChangeIsANewVersionAndTheEarlierOneStaysReadable() {
    Visit visit = visit().during("Encounter/e1");
    String goal = added(visit);
    visit.open(goal);
    assertThat(visit.post(goal, good("status", "achieved")).status()).isEqualTo(303);
    assertThat(words(visit.open(PATH))).contains("Behaald of gestopt", "Er is nu geen open doel.");
    assertThat(words(visit.open(goal)))
        .contains(": Behaald.", ": Afgesproken, de ouder werkt eraan.", "Vastgelegd door u.");
    assertThat(versions(visit)).isEqualTo(2);
  }

  @Test
  void correctedWordsSayWhyAndTheEarlierWordsStayReadable() {
    Visit visit = visit().during("Encounter/e1");
    String goal = added(visit);
    visit.open(goal);
    String[] other = good("words", "Ik wil samen ontbijten.");
    Answer again = visit.post(goal, other);
    assertThat(again.status()).isEqualTo(422);
    assertThat(words(again)).contains("Schrijf op waarom u de woorden verbetert.");
    assertThat(again.body()).contains(">Ik wil samen ontbijten.</textarea>");
    assertThat(versions(visit)).isEqualTo(1);
    other[other.length - 1] = "Dit zei de moeder zo.";
    assertThat(visit.post(goal, other).status()).isEqualTo(303);
    assertThat(words(visit.open(goal)))
        .contains(
            "Ik wil samen ontbijten.",
            "Ik wil elke ochtend samen ontbijten.",
            "Reden: Dit zei de moeder zo.");
  }

  @Test
  void aGoalThatStopsSaysWhy() {
    Visit visit = visit().in("en").during("Encounter/e1");
    String goal = added(visit);
    visit.open(goal);
    Answer again = visit.post(goal, good("status", "stopped"));
    assertThat(again.status()).isEqualTo(422);
    assertThat(words(again)).contains("Write down why the goal stops.");
    visit.post(goal, good("status", "stopped", "reason", "It no longer fits."));
    assertThat(of(visit).get(0).status()).isEqualTo(ParentGoal.Status.STOPPED);
    assertThat(words(visit.open(PATH))).contains("Stopped", "It no longer fits.");
  }

  @Test
  void aGoalStaysOpenUntilAPersonClosesItAndItsDayMayHavePassed() {
    Visit visit = visit().during("Encounter/e1");
    String goal = added(visit);
    clock.moveTo(LocalDate.of(2030, 6, 2));
    assertThat(words(visit.open(PATH))).contains("Kijk nu samen terug");
    visit.open(goal);
    assertThat(visit.post(goal, good("day", "2030-05-31")).status()).isEqualTo(422);
    assertThat(visit.post(goal, good("status", "achieved")).status()).isEqualTo(303);
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnceAndNothingTypedIsLost() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(NEW);
    Answer again = visit.post(NEW, "words", " ", "owner", "Anna", "status", "nonsense");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body())
        .contains(
            "href=\"#words\"",
            "href=\"#day\"",
            "href=\"#status\"",
            "id=\"words-error\"",
            "id=\"status-error\"",
            "value=\"Anna\"");
    assertThat(versions(visit)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "words, Bel 123456782, BSN",
    "owner, 123 456 782, BSN",
    "day, 2001-01-01, vandaag of later",
    "day, +999999999-12-31, vandaag of later",
    "day, morgen, vandaag of later"
  })
  void whatMayNotStandThereStaysOnThePageAndIsNotRecorded(
      String field, String typed, String message) {
    Visit visit = visit().during("Encounter/e1");
    visit.open(NEW);
    Answer again = visit.post(NEW, good(field, typed));
    assertThat(again.status()).isEqualTo(422);
    assertThat(words(again)).contains(message);
    assertThat(again.body()).contains(typed, "id=\"" + field + "-error\"");
    assertThat(versions(visit)).isZero();
  }

  @Test
  void aNewGoalIsOpen() {
    Visit visit = visit().during("Encounter/e1");
    assertThat(visit.open(NEW).body()).doesNotContain("value=\"stopped\"", "id=\"reason\"");
    Answer again = visit.post(NEW, good("status", "achieved"));
    assertThat(again.status()).isEqualTo(422);
    assertThat(words(again)).contains("Kies hoe het ermee staat.");
    assertThat(versions(visit)).isZero();
  }

  @Test
  void aBsnInAReasonStaysOnThePageAndIsNotRecorded() {
    Visit visit = visit().during("Encounter/e1");
    String goal = added(visit);
    visit.open(goal);
    Answer again = visit.post(goal, good("status", "stopped", "reason", "BSN: 1234.56.782"));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains(">BSN: 1234.56.782</textarea>", "id=\"reason-error\"");
    assertThat(versions(visit)).isEqualTo(1);
  }

  @Test
  void aTextThatIsTooLongIsGivenBackWhole() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(NEW);
    String most = "\uD83D\uDC76".repeat(2000);
    String far = "a".repeat(100_000);
    Answer again = visit.post(NEW, good("words", far));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body()).contains(far);
    assertThat(words(again)).contains("Er passen 2000 tekens in.");
    assertThat(visit.post(NEW, good("owner", "b".repeat(201))).status()).isEqualTo(422);
    assertThat(versions(visit)).isZero();
    assertThat(visit.post(NEW, good("words", most)).status()).isEqualTo(303);
    assertThat(of(visit).get(0).words()).isEqualTo(most);
  }

  @Test
  void aScriptIsShownAsTypedAndWhatNobodyCanSeeIsLeftOut() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(NEW);
    Answer page =
        visit.follow(
            visit.post(NEW, good("words", "<script>alert(1)</script>\u0000 \u05E0\u05D5\u05E2")));
    assertThat(page.body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; \u05E0\u05D5\u05E2")
        .doesNotContain("<script>alert");
  }

  @Test
  void sentTwiceItIsRecordedOnce() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(NEW);
    visit.post(NEW, GOOD);
    assertThat(visit.post(NEW, GOOD).status()).isEqualTo(303);
    assertThat(versions(visit)).isEqualTo(1);
  }

  @Test
  void sentAgainWithOtherWordsItIsSaidAndBecomesASecondGoalOnlyWhenAskedForAgain() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(NEW);
    visit.post(NEW, GOOD);
    Answer again = visit.post(NEW, good("words", "Iets anders."));
    assertThat(again.status()).isEqualTo(409);
    assertThat(words(again)).contains("Dit formulier is al verstuurd");
    assertThat(again.body()).contains(">Iets anders.</textarea>");
    assertThat(versions(visit)).isEqualTo(1);
    visit.open(NEW);
    assertThat(visit.post(NEW, good("words", "Iets anders.")).status()).isEqualTo(303);
    assertThat(of(visit)).hasSize(2);
  }

  @Test
  void ofTwoTabsTheSecondOverwritesNothingAndSeesWhatTheFirstRecorded() {
    Visit visit = visit().during("Encounter/e1");
    String goal = added(visit);
    visit.open(goal);
    visit.post(goal, good("owner", "De andere tab"));
    Answer again = visit.post(goal, good("owner", "Mijn tab"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(words(again)).contains("intussen aangepast", "Werkt eraan: De andere tab.");
    assertThat(again.body()).contains("value=\"Mijn tab\"", "name=\"version\" value=\"2\"");
    assertThat(versions(visit)).isEqualTo(2);
    assertThat(visit.post(goal, withVersion(good("owner", "Mijn tab", "reason", ""), "1")).status())
        .isEqualTo(409);
    assertThat(visit.post(goal, withVersion(good("owner", "Mijn tab"), "2")).status())
        .isEqualTo(303);
    assertThat(of(visit).get(0).owner()).isEqualTo("Mijn tab");
  }

  private static String[] withVersion(String[] fields, String version) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "version";
    all[fields.length + 1] = version;
    return all;
  }

  @Test
  void nothingChangedIsNoNewVersion() {
    Visit visit = visit().during("Encounter/e1");
    String goal = added(visit);
    visit.open(goal);
    assertThat(visit.post(goal, GOOD).status()).isEqualTo(303);
    assertThat(versions(visit)).isEqualTo(1);
  }

  @Test
  void anotherPatientsGoalIsNeitherSeenNorChanged() {
    Visit visit = visit().during("Encounter/e1");
    String goal = added(visit);
    for (Visit other : List.of(visit().during("Encounter/e1"), visit.at("duin"))) {
      assertThat(words(other.open(PATH))).doesNotContain("ontbijten");
      assertThat(other.open(goal).status()).isEqualTo(404);
      assertThat(other.post(goal, good("owner", "Een ander")).status()).isEqualTo(404);
    }
    assertThat(versions(visit)).isEqualTo(1);
  }
}
