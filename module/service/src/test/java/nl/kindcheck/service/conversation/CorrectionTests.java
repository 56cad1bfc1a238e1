package nl.kindcheck.service.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import nl.kindcheck.service.launch.Launches.Launched;
import org.junit.jupiter.api.Test;

/** What was recorded is corrected by something new; what was there stays to be seen. */
class CorrectionTests extends BrowserTest {

  private static String[] corrected(String... changes) {
    String[] all = new String[changes.length + 4];
    System.arraycopy(changes, 0, all, 0, changes.length);
    all[changes.length] = "read-version";
    all[changes.length + 1] = "1";
    all[changes.length + 2] = "amendment-reason";
    all[changes.length + 3] = "Verkeerd verstaan";
    return TwoChildren.with(all);
  }

  @Test
  void aCorrectionIsANewStatementAndTheOldOneStaysVisible() {
    String patient = patient();
    Launched anna = session(patient);
    String id = recorded(sent(anna, START, TwoChildren.with()));
    String path = "/app/kindcheck/correct/" + id;
    assertThat(open(anna, path).body()).contains("value=\"3-2019\"", "nog met niemand gedeeld");

    assertThat(recorded(sent(anna, path, corrected("children.0.birth", "4-2019")))).isEqualTo(id);

    assertThat(open(anna, "/app/kindcheck/done/" + id).body())
        .contains("De correctie is opgeslagen");
    assertThat(fhirGet("haven", "Observation?subject=" + patient + "&code=birth").body())
        .contains("2019-03", "2019-04")
        .containsOnlyOnce("entered-in-error");
    assertThat(fhirGet("haven", "QuestionnaireResponse/" + id + "/_history/1").body())
        .contains("2019-03")
        .doesNotContain("2019-04");
    assertThat(fhirGet("haven", "QuestionnaireResponse/" + id).body())
        .contains("2019-04", "Verkeerd verstaan");
    assertThat(open(anna, path).body()).contains("value=\"4-2019\"").doesNotContain("verstaan");
  }

  @Test
  void withoutAReasonNothingIsCorrectedAndNothingIsLost() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    String path = "/app/kindcheck/correct/" + recorded(sent(anna, START, TwoChildren.with()));

    Answer page =
        sent(anna, path, TwoChildren.with("read-version", "1", "children.0.label", "Nora"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("href=\"#f-amendment-reason\"", "Schrijf op waarom", "value=\"Nora\"");
    assertThat(saved(patient)).isEqualTo(1);
    assertThat(open(anna, path).body()).contains("value=\"Nora\"");
  }

  @Test
  void aKindcheckOfAnotherPatientIsNotThere() {
    String id = recorded(sent(session(patient()), START, TwoChildren.with()));
    Launched other = session(patient());
    for (String page : new String[] {"correct/", "summary/", "done/"}) {
      Answer answer = open(other, "/app/kindcheck/" + page + id);
      assertThat(answer.status()).as(page).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("Noor");
    }
    assertThat(sent(other, "/app/kindcheck/correct/" + id, corrected()).status()).isEqualTo(404);
  }

  @Test
  void sentTwiceItIsOneCorrection() throws SQLException {
    String patient = patient();
    Launched anna = session(patient);
    String id = recorded(sent(anna, START, TwoChildren.with()));
    String path = "/app/kindcheck/correct/" + id;
    String[] fields = corrected("children.0.label", "Nora");

    recorded(sent(anna, path, fields));
    assertThat(recorded(sent(anna, path, fields))).isEqualTo(id);

    assertThat(saved(patient)).isEqualTo(2);
  }
}
