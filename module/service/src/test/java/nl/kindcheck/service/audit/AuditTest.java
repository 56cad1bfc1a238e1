package nl.kindcheck.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.launch.Launches;
import nl.kindcheck.service.launch.Launches.Launched;

/** What the tests of the log share: a look at its lines. */
abstract class AuditTest extends FhirTest {

  /** A line in short. */
  record Seen(
      String event,
      String object,
      String reference,
      String parameters,
      String user,
      String role,
      String source,
      String responsible,
      String ground,
      String outcome) {}

  static Launched session(String patient) {
    return Launches.session(DATABASE, "haven", "Patient/" + patient, "Encounter/e-" + patient);
  }

  /** The lines about a patient, the oldest first. */
  static List<Seen> lines(String patient) {
    List<Seen> lines = new ArrayList<>();
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT event, object, coalesce(object_ref, ''), parameters, user_ref, role,"
                    + " source, responsible, ground, outcome FROM audit_line WHERE patient_ref = ?"
                    + " ORDER BY line_id")) {
      select.setString(1, "Patient/" + patient);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          lines.add(
              new Seen(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getString(6),
                  rows.getString(7),
                  rows.getString(8),
                  rows.getString(9),
                  rows.getString(10)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return lines;
  }

  static Seen last(String patient) {
    List<Seen> lines = lines(patient);
    assertThat(lines).as("lines of " + patient).isNotEmpty();
    return lines.get(lines.size() - 1);
  }

  static void asSuperuser(String sql, Object... values) {
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
