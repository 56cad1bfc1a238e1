package nl.kindcheck.service.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.PagesTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the referral said of children, and the word back, which asks the register first. */
class ReferrerTests extends PagesTest {

  private static final String PATH = "/app/care/referrer";
  private static final String CONSENT = "/app/care/consent";
  private static final String NOTHING_SAID = "In uw verwijzing stond niets over kinderen.";

  @Autowired private Consents consents;

  private long versions(Visit visit) {
    return rows("referral_read", visit.patient().replace("Patient/", ""));
  }

  private void read(Visit visit, String answer) {
    visit.open(PATH);
    assertThat(visit.post(PATH, "answer", answer, "reader", "", "reason", "").status())
        .isEqualTo(303);
  }

  private void agreed(Visit visit, String kind, String what, String until) {
    visit.open(CONSENT);
    Answer recorded =
        visit.post(
            CONSENT,
            "kind",
            kind,
            "recipient",
            "Huisartsenpraktijk De Verzonnen Linde",
            "what",
            what,
            "ground",
            "patient-consents",
            "until",
            until);
    assertThat(recorded.status()).isEqualTo(303);
  }

  private String letter(Visit visit) {
    UUID id = consents.all(new TenantId(World.HAVEN), visit.patient()).get(0).id();
    return PATH + "/letter/" + id;
  }

  private void kindcheck(Visit visit, String body) {
    Answer created =
        fhirPost(
            "haven",
            RESPONSE,
            body.replace("Patient/somebody", visit.patient())
                .replace("\"e-somebody\"", "\"e-" + UUID.randomUUID() + "\""));
    assertThat(created.status()).as(created.body()).isEqualTo(201);
  }

  @Test
  void whatTheReferralSaidIsRecordedWithWhoReadIt() {
    Visit visit = visit().during("Encounter/e1");
    assertThat(words(visit.open(PATH))).contains("Dat betekent niet dat er geen kinderen zijn");
    Answer page =
        visit.follow(visit.post(PATH, "answer", "not-mentioned", "reader", "Het aanmeldteam"));
    assertThat(words(page))
        .contains(
            "Nee, er stond niets over kinderen",
            "Gelezen door: Het aanmeldteam.",
            "Vastgelegd door u.");
  }

  @Test
  void aCorrectionSaysWhyAndTheEarlierAnswerStaysReadable() {
    Visit visit = visit().in("en").during("Encounter/e1");
    read(visit, "unknown");
    visit.open(PATH);
    Answer again = visit.post(PATH, "answer", "mentioned", "reader", "", "reason", "");
    assertThat(again.status()).isEqualTo(422);
    assertThat(words(again)).contains("Write down why you correct this.");
    Answer page =
        visit.follow(
            visit.post(
                PATH, "answer", "mentioned", "reader", "", "reason", "The letter was found."));
    assertThat(words(page))
        .contains(
            "Yes, it said that there are children",
            "Reason: The letter was found.",
            "Earlier answers",
            "Not known");
    assertThat(versions(visit)).isEqualTo(2);
  }

  @Test
  void whatIsMissingOrMayNotStandThereIsSaidAndNothingTypedIsLost() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    Answer unknown = visit.post(PATH, "answer", "perhaps", "reader", "<b>Anna</b>");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body())
        .contains("href=\"#answer\"", "value=\"&lt;b&gt;Anna&lt;/b&gt;\"")
        .doesNotContain("<b>Anna");
    Answer bsn = visit.post(PATH, "answer", "mentioned", "reader", "Anna 123456782");
    assertThat(bsn.status()).isEqualTo(422);
    assertThat(words(bsn)).contains("BSN");
    assertThat(bsn.body())
        .contains("value=\"Anna 123456782\"", "id=\"reader-error\"")
        .containsPattern("value=\"mentioned\"[^>]*checked");
    Answer far = visit.post(PATH, "answer", "mentioned", "reader", "a".repeat(5000));
    assertThat(far.status()).isEqualTo(422);
    assertThat(far.body()).contains("a".repeat(5000));
    assertThat(versions(visit)).isZero();
  }

  @Test
  void ofTwoTabsTheSecondOverwritesNothingAndSentTwiceItIsRecordedOnce() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    visit.post(PATH, "answer", "mentioned", "reader", "");
    assertThat(visit.post(PATH, "answer", "mentioned", "reader", "").status()).isEqualTo(303);
    assertThat(versions(visit)).isEqualTo(1);
    Answer again = visit.post(PATH, "answer", "not-mentioned", "reader", "De andere tab");
    assertThat(again.status()).isEqualTo(409);
    assertThat(words(again))
        .contains("Er is niets overschreven.", "Ja, er stond dat er kinderen zijn");
    assertThat(again.body()).contains("value=\"De andere tab\"", "name=\"version\" value=\"1\"");
    assertThat(versions(visit)).isEqualTo(1);
  }

  @Test
  void withoutAConsentInForceThereIsNoLetterAndThePageLeadsToTheRegister() {
    Visit visit = visit().during("Encounter/e1");
    read(visit, "not-mentioned");
    Answer page = visit.open(PATH);
    assertThat(words(page)).contains("Met de verwijzer is nu niets afgesproken over delen.");
    assertThat(page.body()).contains("href=\"/app/care/consent\"").doesNotContain("/letter/");
    Answer none = visit.open(PATH + "/letter/" + UUID.randomUUID());
    assertThat(none.status()).isEqualTo(403);
    assertThat(words(none))
        .contains("Met de verwijzer is nu niets afgesproken")
        .doesNotContain(NOTHING_SAID);
  }

  @Test
  void theLetterSaysWhatWasMentionedAndThatAKindcheckWasDoneAndNoMore() {
    Visit visit = visit().during("Encounter/e1");
    kindcheck(visit, Bodies.twoChildren("somebody", "e-somebody", DAY));
    read(visit, "not-mentioned");
    agreed(visit, "gp", "children-exist", "2099-09-01");
    assertThat(words(visit.open(PATH))).contains("De Verzonnen Linde", "1 september 2099");
    Answer page = visit.open(letter(visit));
    assertThat(page.status()).isEqualTo(200);
    assertThat(words(page))
        .contains(
            "Dit mag u met deze ontvanger delen",
            "dat er kinderen zijn",
            "De patiënt geeft toestemming",
            "1 september 2099",
            "Aan: Huisartsenpraktijk De Verzonnen Linde",
            NOTHING_SAID,
            "Op 1 juni 2026 is de Kindcheck gedaan.",
            "Wat daarin is besproken, staat niet in dit bericht.")
        .doesNotContain("Noor", "Sam", "gaat goed", "zorgen", "Patient/");
  }

  @Test
  void nothingOfASafetyConcernStandsInTheLetter() {
    Visit visit = visit().during("Encounter/e1");
    String safe = Bodies.twoChildren("somebody", "e-somebody", DAY);
    kindcheck(visit, safe.replace(Bodies.outcome("goes-well"), Bodies.outcome("safety-concern")));
    visit.open("/app/meldcode/new");
    visit.post("/app/meldcode/new", "reason", "Blauwe plekken op beide armen.");
    read(visit, "mentioned");
    agreed(visit, "gp", "children-exist", "2099-09-01");
    assertThat(words(visit.open(letter(visit))).toLowerCase(java.util.Locale.ROOT))
        .contains("in uw verwijzing stond dat er kinderen zijn.")
        .doesNotContain("blauwe", "onveilig", "veilig thuis", "zorgen over");
  }

  @Test
  void inEnglishAndBeforeAKindcheckItSaysThatItIsNotCompleted() {
    Visit visit = visit().in("en").during("Encounter/e1");
    read(visit, "none-stated");
    agreed(visit, "gp", "children-exist", "2099-09-01");
    assertThat(words(visit.open(letter(visit))))
        .contains(
            "Your referral said that there are no children.",
            "The Kindcheck is not completed yet.",
            "The patient consents");
  }

  @Test
  void anotherShareAnotherRecipientAWithdrawalAndAnExpiryGiveNoLetter() {
    Visit other = visit().during("Encounter/e1");
    read(other, "mentioned");
    agreed(other, "gp", "follow-up", "2099-09-01");
    assertThat(other.open(letter(other)).status()).isEqualTo(403);
    assertThat(words(other.open(letter(other)))).contains("Er is nog geen bericht.");

    Visit school = visit().during("Encounter/e1");
    read(school, "mentioned");
    agreed(school, "school", "children-exist", "2099-09-01");
    assertThat(school.open(letter(school)).status()).isEqualTo(403);

    Visit withdrawn = visit().during("Encounter/e1");
    read(withdrawn, "mentioned");
    agreed(withdrawn, "gp", "children-exist", "2099-09-01");
    String letter = letter(withdrawn);
    assertThat(withdrawn.open(letter).status()).isEqualTo(200);
    withdrawn.open(CONSENT);
    withdrawn.post(CONSENT + "/withdraw", "consent", letter.substring(letter.lastIndexOf('/') + 1));
    assertThat(withdrawn.open(letter).status()).isEqualTo(403);

    Visit expired = visit().during("Encounter/e1");
    read(expired, "mentioned");
    String today = clock.today().toString();
    agreed(expired, "gp", "children-exist", today);
    assertThat(expired.open(letter(expired)).status()).isEqualTo(200);
    clock.moveTo(clock.today().plusDays(1));
    assertThat(expired.open(letter(expired)).status()).isEqualTo(403);
  }

  @Test
  void beforeItIsKnownWhatTheReferralSaidThereIsNoLetter() {
    Visit visit = visit().during("Encounter/e1");
    agreed(visit, "gp", "children-exist", "2099-09-01");
    assertThat(words(visit.open(PATH))).contains("Leg eerst vast wat er in de verwijzing stond.");
    assertThat(visit.open(letter(visit)).status()).isEqualTo(403);
    read(visit, "unknown");
    assertThat(visit.open(letter(visit)).status()).isEqualTo(403);
  }

  @Test
  void anotherPatientsConsentGivesNoLetter() {
    Visit visit = visit().during("Encounter/e1");
    agreed(visit, "gp", "children-exist", "2099-09-01");
    Visit other = visit().during("Encounter/e1");
    read(other, "mentioned");
    Answer none = other.open(letter(visit));
    assertThat(none.status()).isEqualTo(403);
    assertThat(words(none)).doesNotContain("Verzonnen Linde");
  }
}
