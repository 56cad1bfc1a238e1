package nl.kindcheck.service.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.kindcheck.service.PagesTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The register of who may know what. */
class ConsentTests extends PagesTest {

  private static final String PATH = "/app/care/consent";
  private static final String[] GOOD = {
    "kind",
    "school",
    "recipient",
    "Basisschool De Verzonnen Boom",
    "what",
    "children-exist",
    "what",
    "follow-up",
    "ground",
    "patient-consents",
    "until",
    "2026-09-01"
  };

  @Autowired private Consents consents;

  private static String[] good(String field, String value) {
    String[] changed = GOOD.clone();
    for (int i = 0; i < changed.length; i += 2) {
      changed[i + 1] = changed[i].equals(field) ? value : changed[i + 1];
    }
    return changed;
  }

  private List<Consent> inForce(String patient) {
    return consents.inForce(new TenantId(World.HAVEN), patient);
  }

  @Test
  void whatIsRecordedIsShownWithWhoWhatGroundAndUntilWhen() {
    Visit visit = visit().during("Encounter/e1");
    assertThat(words(visit.open(PATH))).contains("Er is nog niets afgesproken");
    Answer page = visit.follow(visit.post(PATH, GOOD));
    assertThat(words(page))
        .contains(
            "Basisschool De Verzonnen Boom",
            "school of opvang",
            "dat er kinderen zijn",
            "welke vervolgstappen zijn afgesproken",
            "De patiënt geeft toestemming",
            "1 september 2026");
    assertThat(inForce(visit.patient())).hasSize(1);
  }

  @Test
  void inEnglishItIsTheSame() {
    Visit visit = visit().in("en").during("Encounter/e1");
    visit.open(PATH);
    assertThat(words(visit.follow(visit.post(PATH, GOOD))))
        .contains("that there are children", "The patient consents", "1 September 2026");
  }

  @Test
  void whatIsWithdrawnHoldsNoMoreAndStaysReadable() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    visit.follow(visit.post(PATH, GOOD));
    String id = inForce(visit.patient()).get(0).id().toString();
    Answer page = visit.follow(visit.post(PATH + "/withdraw", "consent", id));
    assertThat(words(page)).contains("Er is nog niets afgesproken", "Ingetrokken");
    assertThat(inForce(visit.patient())).isEmpty();
    assertThat(count("SELECT count(*) FROM consent_event WHERE consent_id = ?::uuid", id))
        .isEqualTo(2);
    visit.post(PATH + "/withdraw", "consent", id);
    assertThat(count("SELECT count(*) FROM consent_event WHERE consent_id = ?::uuid", id))
        .isEqualTo(2);
  }

  @Test
  void itEndsByItselfAfterItsLastDay() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    visit.post(PATH, good("until", "2026-06-01"));
    assertThat(inForce(visit.patient())).hasSize(1);
    clock.moveTo(Instant.parse("2026-06-02T09:00:00Z"));
    assertThat(inForce(visit.patient())).isEmpty();
    assertThat(words(visit.open(PATH))).contains("Ingetrokken of verlopen");
  }

  @Test
  void everythingThatIsMissingIsSaidAtOnceAndNothingTypedIsLost() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    Answer again = visit.post(PATH, "recipient", "<b>School</b> 123456782", "note", "Mijn uitleg");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.body())
        .contains(
            "href=\"#kind\"",
            "href=\"#recipient\"",
            "href=\"#what\"",
            "href=\"#ground\"",
            "href=\"#until\"",
            "value=\"&lt;b&gt;School&lt;/b&gt; 123456782\"",
            ">Mijn uitleg</textarea>")
        .doesNotContain("<b>School");
    assertThat(inForce(visit.patient())).isEmpty();
  }

  @Test
  void anotherGroundIsWrittenDownAndADayThatWentByIsNone() {
    Visit visit = visit().in("en").during("Encounter/e1");
    visit.open(PATH);
    Answer noNote = visit.post(PATH, good("ground", "other"));
    assertThat(noNote.status()).isEqualTo(422);
    assertThat(words(noNote)).contains("Write in the explanation which ground it is.");
    Answer past = visit.post(PATH, good("until", "2026-05-31"));
    assertThat(past.status()).isEqualTo(422);
    assertThat(past.body()).contains("value=\"2026-05-31\"");
  }

  @Test
  void sentTwiceItIsRecordedOnce() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    visit.post(PATH, GOOD);
    visit.post(PATH, GOOD);
    assertThat(inForce(visit.patient())).hasSize(1);
  }

  @Test
  void sentAgainWithOtherAnswersItIsSaidAndNothingIsDroppedInSilence() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    visit.post(PATH, GOOD);
    Answer again = visit.post(PATH, good("recipient", "Een andere school"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(words(again)).contains("Dit formulier is al verstuurd");
    assertThat(again.body()).contains("value=\"Een andere school\"");
    assertThat(inForce(visit.patient())).hasSize(1);
    visit.open(PATH);
    assertThat(visit.post(PATH, good("recipient", "Een andere school")).status()).isEqualTo(303);
    assertThat(inForce(visit.patient())).hasSize(2);
  }

  @Test
  void aDayThatNoCalendarHasAndWhatNobodyCanSeeDoNoHarm() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    Answer far = visit.post(PATH, good("until", "+999999999-12-31"));
    assertThat(far.status()).isEqualTo(422);
    assertThat(words(far)).contains("Kies een dag, vandaag of later.");
    assertThat(visit.post(PATH, good("recipient", "School\u0000 De Boom")).status()).isEqualTo(303);
    assertThat(inForce(visit.patient()).get(0).recipient()).isEqualTo("School De Boom");
  }

  @Test
  void anotherPatientsConsentIsNeitherSeenNorWithdrawn() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    visit.post(PATH, GOOD);
    String id = inForce(visit.patient()).get(0).id().toString();
    Visit other = visit().during("Encounter/e1");
    assertThat(words(other.open(PATH))).doesNotContain("Verzonnen Boom");
    assertThat(other.post(PATH + "/withdraw", "consent", id).status()).isEqualTo(404);
    Visit elsewhere = visit.at("duin");
    assertThat(words(elsewhere.open(PATH))).doesNotContain("Verzonnen Boom");
    assertThat(elsewhere.post(PATH + "/withdraw", "consent", id).status()).isEqualTo(404);
    assertThat(inForce(visit.patient())).hasSize(1);
  }
}
