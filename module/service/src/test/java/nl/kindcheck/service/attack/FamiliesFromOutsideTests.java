package nl.kindcheck.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Role;
import org.junit.jupiter.api.Test;

/**
 * A clinician of the Duin itself, at work with another patient: what was recorded with somebody
 * else's family answers as what does not exist.
 */
class FamiliesFromOutsideTests extends DuinTest {

  private static final String STRANGER = "atk-stranger";

  @Test
  void noIdOfAFamilyOpensAtWorkWithAnotherPatient() throws SQLException {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> tried = new TreeMap<>();
    for (Matrix.Row row : rows()) {
      List<Somebody> who = atWorkWithAnother(row);
      if (hasPlace(row) && !who.isEmpty()) {
        wrong.addAll(differing(row, who));
        tried.merge(kind(row), who.size() * FEWEST_IDS, Integer::sum);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(ofTheDuin()).isEqualTo(fingerprint);
    tried.forEach(
        (kind, times) ->
            Attacks.tried(
                "another family of the same organisation",
                "every id in its tables, at least " + FEWEST_IDS + ", at every " + kind,
                times,
                "the same answer as for an id that does not exist; nothing of it changed"));
  }

  private static List<Somebody> atWorkWithAnother(Matrix.Row row) {
    if (row.who().contains(Matrix.SESSION)) {
      return List.of(session("duin", STRANGER));
    }
    boolean clinician = row.roles().contains(Role.CLINICIAN);
    return clinician ? List.of(token("duin", Role.CLINICIAN, STRANGER)) : List.of();
  }
}
