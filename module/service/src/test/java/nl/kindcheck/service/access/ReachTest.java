package nl.kindcheck.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.office.Offices;
import nl.kindcheck.service.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** What the tests of reaching a family without a launch share. */
abstract class ReachTest extends FhirTest {

  /** Who the hooks of {@link Bodies} name as the one who sees the patient. */
  static final String INTAKER = "Practitioner/intaker";

  static final String OPEN = "/office/open";
  static final String REASON = "Belt vanaf de brug en noemt de kinderen";

  static Launched clinician(String account, @Nullable String fhirUser) {
    return Offices.session(DATABASE, "haven", Role.CLINICIAN, account, fhirUser);
  }

  /** The EPD tells that the intaker sees the patient today. */
  void told(String organisation, String patient) {
    assertThat(hook(organisation, Bodies.intake(patient, "e-" + patient, DAY)).status())
        .isEqualTo(200);
  }

  Answer ask(Launched who, String patient) {
    return submit(who, OPEN, "patient", patient);
  }

  Answer inEmergency(Launched who, String patient) {
    return inEmergency(who, patient, "life-danger", REASON);
  }

  Answer inEmergency(Launched who, String patient, String kind, String reason) {
    return submit(
        who, OPEN, "emergency", "yes", "patient", patient, "kind", kind, "reason", reason);
  }

  /** The session that an answer hands over; it opens nothing but what it was opened for. */
  static Launched session(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    assertThat(answer.http().headers().firstValue("Location").orElse("")).endsWith("/app");
    return new Launched(cookie(answer), "");
  }

  static String cookie(Answer answer) {
    List<String> set = answer.http().headers().allValues("Set-Cookie");
    assertThat(set).hasSize(1);
    assertThat(set.get(0))
        .startsWith("kindcheck-session=")
        .contains("HttpOnly", "Secure", "Partitioned");
    return set.get(0).replaceAll(";.*", "");
  }

  static void nothingOpens(Answer answer) {
    assertThat(answer.http().headers().allValues("Set-Cookie")).isEmpty();
    assertThat(answer.http().headers().firstValue("Location")).isEmpty();
  }

  /** A line of the log in short. */
  record Line(
      String event,
      String object,
      @Nullable String reference,
      String user,
      String role,
      String source,
      String ground,
      String outcome) {}

  /** The lines about a patient, the oldest first. */
  static List<Line> lines(String patient) {
    return query(
        "SELECT event, object, object_ref, user_ref, role, source, ground, outcome FROM audit_line"
            + " WHERE patient_ref = ? ORDER BY line_id",
        row ->
            new Line(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8)),
        "Patient/" + patient);
  }

  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> query(String sql, Row<T> reader, Object... values) {
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static int asSuperuser(String sql, Object... values) {
    try (Connection connection = DATABASE.asSuperuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String emergency(String patient) {
    List<String> ids =
        query(
            "SELECT access_id FROM emergency_access WHERE patient_ref = ?",
            row -> row.getString(1),
            "Patient/" + patient);
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  static long accesses(String patient) {
    return count(
        "SELECT count(*) FROM emergency_access WHERE patient_ref = ? AND tenant_id = ?",
        "Patient/" + patient,
        World.HAVEN);
  }
}
