package nl.kindcheck.service.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Opening Kindcheck from the EPD stands in the log. */
class LaunchLogTests extends LaunchTest {

  private static long launches(String outcome) throws SQLException {
    try (Connection connection = DATABASE.asSuperuser();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM audit_line WHERE event = 'launch' AND object = 'session' AND"
                    + " patient_ref = 'Patient/p-launch' AND role = 'clinician' AND ground ="
                    + " 'launch-context' AND outcome = '"
                    + outcome
                    + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void aLaunchIsALineInTheTransactionOfItsSession() throws SQLException {
    long before = launches("done");
    opened(haven);
    assertThat(launches("done")).isEqualTo(before + 1);
  }

  @Test
  void aLaunchThatComesToNothingOpensNoSessionAndIsNoLaunch() throws SQLException {
    long before = launches("done");
    assertThat(callback("a=b", "code=a-code&state=none").status()).isEqualTo(400);
    assertThat(launches("done")).isEqualTo(before);
  }
}
