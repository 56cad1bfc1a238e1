package nl.kindcheck.service.guide;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.Launched;
import nl.kindcheck.service.PagesTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question to the officer. */
class ConsultTests extends PagesTest {

  private static final String PATH = "/app/guide/consult";
  private static final String QUESTION = "Hoe begin ik hierover met deze vader? 🙂";

  private static long questions(String patient) {
    return rows("task_event", patient.substring("Patient/".length()));
  }

  @Test
  void aQuestionBecomesATaskOfTheOfficersWithADueDate() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    Answer sent = visit.follow(visit.post(PATH, "question", QUESTION));
    assertThat(sent.status()).isEqualTo(200);
    assertThat(words(sent))
        .contains("Uw vraag is vastgelegd", "KOPP/KOV-functionaris", "8 juni 2026", QUESTION);

    Answer tasks = fhirGet("haven", "Task?patient=" + visit.patient());
    var task = tasks.json().path("entry").path(0).path("resource");
    assertThat(task.path("code").path("coding").path(0).path("code").asString())
        .isEqualTo("consult");
    assertThat(task.path("status").asString()).isEqualTo("requested");
    assertThat(task.path("owner").path("identifier").path("value").asString())
        .isEqualTo("kopp-kov-officer");
    assertThat(task.path("requester").path("reference").asString()).isEqualTo(Launched.ANNA);
    assertThat(task.path("encounter").path("reference").asString()).isEqualTo("Encounter/e1");
    assertThat(task.path("description").asString()).isEqualTo(QUESTION);
    assertThat(task.path("restriction").path("period").path("end").asString())
        .isEqualTo("2026-06-08");
  }

  @Test
  void inEnglishItIsTheSame() {
    Visit visit = visit().in("en").during("Encounter/e1");
    assertThat(words(visit.open(PATH))).contains("What would you like to ask?");
    Answer sent = visit.follow(visit.post(PATH, "question", "How do I begin?"));
    assertThat(words(sent)).contains("Your question is recorded", "8 June 2026");
  }

  @Test
  void sentTwiceItIsAskedOnce() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    Answer first = visit.post(PATH, "question", QUESTION);
    Answer second = visit.post(PATH, "question", QUESTION);
    assertThat(second.http().headers().firstValue("Location"))
        .isEqualTo(first.http().headers().firstValue("Location"));
    assertThat(questions(visit.patient())).isEqualTo(1);
  }

  @Test
  void aQuestionWithABsnIsNotSentAndStaysOnThePage() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    Answer again = visit.post(PATH, "question", "Over Sam, 123 456 782: wat nu?");
    assertThat(again.status()).isEqualTo(422);
    assertThat(words(again)).contains("een nummer dat op een BSN lijkt");
    assertThat(again.body())
        .contains("Over Sam, 123 456 782: wat nu?</textarea>", "href=\"#question\"");
    assertThat(questions(visit.patient())).isZero();
  }

  @Test
  void anEmptyOrFarTooLongQuestionIsNotSentAndNothingTypedIsLost() {
    Visit visit = visit().in("en").during("Encounter/e1");
    visit.open(PATH);
    Answer empty = visit.post(PATH, "question", "  ");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(words(empty)).contains("Write down your question first.");
    assertThat(visit.post(PATH, "question", "\u200b \u2060").status()).isEqualTo(422);
    String long100k = "lang ".repeat(20_000) + "einde";
    Answer tooLong = visit.post(PATH, "question", long100k);
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body()).contains(long100k);
    assertThat(questions(visit.patient())).isZero();
  }

  @Test
  void fiveThousandCharactersAreNotTooMany() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    assertThat(visit.post(PATH, "question", "🙂".repeat(5_000)).status()).isEqualTo(303);
  }

  @Test
  void aScriptInAQuestionStaysText() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    String script = "</textarea><script>alert(1)</script>";
    Answer sent = visit.follow(visit.post(PATH, "question", script));
    assertThat(sent.body()).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
  }

  @Test
  void aQuestionAboutAnotherPatientIsNotShown() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    Answer sent = visit.post(PATH, "question", QUESTION);
    String where =
        sent.http().headers().firstValue("Location").orElseThrow().replaceFirst(".*/app", "/app");
    assertThat(visit().during("Encounter/e1").open(where).status()).isEqualTo(404);
    assertThat(visit.at("duin").open(where).status()).isEqualTo(404);
  }

  @Test
  void anotherQuestionInAFormThatWasUsedIsNotDroppedSilently() {
    Visit visit = visit().during("Encounter/e1");
    visit.open(PATH);
    visit.post(PATH, "question", QUESTION);

    Answer other = visit.post(PATH, "question", "En hoe ga ik verder?");

    assertThat(other.status()).isEqualTo(409);
    assertThat(words(other)).contains("Dit formulier is al gebruikt, met een andere vraag.");
    assertThat(other.body()).contains("En hoe ga ik verder?</textarea>");
    assertThat(questions(visit.patient())).isEqualTo(1);
    visit.open(PATH);
    assertThat(visit.post(PATH, "question", "En hoe ga ik verder?").status()).isEqualTo(303);
    assertThat(questions(visit.patient())).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/guide?help-opening=x",
        "/app/guide/opening?help-opening=x",
        "/app/guide/consult?help-opening=x",
        "/app/guide/consult/sent?task=%ff",
        "/app/guide/consult/sent?task=x",
        "/app/guide/consult/sent",
        "/app/guide?help-opening=%ff"
      })
  void aParameterThatIsNotOursBreaksNothing(String path) {
    Answer answer = visit().during("Encounter/e1").open(path);

    assertThat(answer.status()).as(answer.body()).isIn(200, 400);
    assertThat(answer.body()).contains("<h1");
  }
}
