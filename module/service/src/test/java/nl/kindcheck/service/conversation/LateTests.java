package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that is sent when its session has ended: never saved, and nothing of it is lost. */
class LateTests extends BrowserTest {

  private static final String TYPED = "Vorige week <b>vertelde</b> zij dit.";

  /** Ends the sessions of a patient, as time would. */
  private static void ended(String patient, String ago) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement sql =
            connection.prepareStatement(
                "UPDATE launch_session SET seen_at = seen_at - ?::interval WHERE patient_ref ="
                    + " ?")) {
      sql.setString(1, ago);
      sql.setString(2, patient);
      assertThat(sql.executeUpdate()).isEqualTo(1);
    }
  }

  private String shown(Launched session) {
    return open(session, START).body();
  }

  @Test
  void whatIsSentAfterTheTimeIsOverIsKeptAsADraftOfItsWriter() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    ended(patient, "31 minutes");

    Answer late = sent(anna, START, TwoChildren.with("parent-words", TYPED));

    assertThat(late.status()).isEqualTo(401);
    assertThat(late.body())
        .contains("is bewaard als concept", "Open Kindcheck opnieuw")
        .doesNotContain("Noor", "vertelde");
    assertThat(saved(patient)).isZero();
    assertThat(shown(session(patient))).contains("value=\"Noor\"", "Vorige week &lt;b&gt;vertelde");
    assertThat(shown(session(patient()))).doesNotContain("vertelde");
  }

  @Test
  void itIsSaidInTheLanguageOfThePage() throws SQLException {
    String patient = patient();
    Launched anna = session(patient, "en");
    ended(patient, "31 minutes");

    assertThat(sent(anna, START, TwoChildren.with()).body())
        .contains("lang=\"en\"", "is kept as a draft", "Open Kindcheck again");
    Launched chosen = new Launched(anna.cookie() + "; kindcheck-language=nl", anna.csrf());
    assertThat(sent(chosen, "/app/guide/consult", "question", "Hoe zo?").body())
        .contains("lang=\"nl\"", "Uw tekst", "Hoe zo?", "Kopieer daarna");
  }

  @Test
  void anEndedSessionKeepsNothingThatDoesNotCarryItsToken() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    ended(patient, "31 minutes");
    Launched forged = new Launched(anna.cookie(), session(patient()).csrf());

    Answer late = sent(forged, START, TwoChildren.with("parent-words", TYPED));

    assertThat(late.status()).isEqualTo(401);
    assertThat(shown(session(patient))).doesNotContain("vertelde");
  }

  @Test
  void whatCannotBeKeptIsShownBackInTheQuestionsOwnWords() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    ended(patient, "13 hours");

    Answer late = sent(anna, START, TwoChildren.with("parent-words", TYPED));

    assertThat(late.status()).isEqualTo(401);
    assertThat(late.body())
        .contains(
            "Dit is niet opgeslagen",
            "Kopieer",
            "Wat zegt de ouder in eigen woorden?",
            "Vorige week &lt;b&gt;vertelde",
            "Noor: Hoe gaat het met het kind?",
            "Het gaat goed")
        .doesNotContain("<b>", "goes-well", anna.csrf());
    assertThat(shown(session(patient))).doesNotContain("vertelde");
  }

  @Test
  void aFormOfAnEarlierSessionWithTheSamePatientBecomesTheDraftAgain() throws SQLException {
    String patient = patient();
    Launched before = session(patient);
    String key = UUID.randomUUID().toString();
    submit(
        before, START, "_key", key, "_version", "0", "parent-words", "Eerst", "_action", "draft");
    Launched now = session(patient);
    Launched mixed = new Launched(now.cookie(), before.csrf());

    Answer late = submit(mixed, START, "_key", key, "_version", "1", "parent-words", TYPED);

    assertThat(late.status()).isEqualTo(303);
    assertThat(saved(patient)).isZero();
    assertThat(shown(now)).contains("vertelde", "Concept bewaard");
  }

  @Test
  void aFormOfAnotherPatientIsShownBackAndKeptNowhere() throws SQLException {
    String patient = patient();
    Launched first = session(patient);
    String key = UUID.randomUUID().toString();
    submit(first, START, "_key", key, "_version", "0", "parent-words", "Eerst", "_action", "draft");
    String other = patient();
    Launched second = session(other);
    Launched mixed = new Launched(second.cookie(), first.csrf());

    Answer late = submit(mixed, START, "_key", key, "_version", "1", "parent-words", TYPED);

    assertThat(late.status()).isEqualTo(403);
    assertThat(late.body()).contains("Dit is niet opgeslagen", "Vorige week &lt;b&gt;vertelde");
    assertThat(saved(other)).isZero();
    assertThat(shown(second)).doesNotContain("vertelde");
    assertThat(shown(first)).doesNotContain("vertelde").contains("Eerst");
  }

  @Test
  void whatWasWrittenOnAnotherPageIsShownBackToo() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    ended(patient, "31 minutes");

    Answer late = sent(anna, "/app/guide/consult", "question", "Hoe leg ik dit uit?");

    assertThat(late.body()).contains("Dit is niet opgeslagen", "Hoe leg ik dit uit?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/meldcode/new",
        "/app/meldcode/6a3f1c1e-0000-4000-8000-000000000000/colleague",
        "/app/guide/consult",
        "/app/consents",
        "/app/care/goals",
        "/app/care/referrer"
      })
  void aFormWithoutADraftIsShownBackAndNobodySaysThatADraftWasKept(String path)
      throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    ended(patient, "31 minutes");

    Answer late =
        sent(
            anna, path, "what", "Blauwe <b>plekken", "whom", "Els", "on-day", "12", "danger", "no");

    assertThat(late.status()).isEqualTo(401);
    assertThat(late.body())
        .contains("Dit is niet opgeslagen", "Blauwe &lt;b&gt;plekken", ">Els<")
        .doesNotContain("is bewaard als concept", "als concept bewaard", ">12<", ">no<");
  }
}
