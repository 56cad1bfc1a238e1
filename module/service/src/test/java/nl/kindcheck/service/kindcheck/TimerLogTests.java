package nl.kindcheck.service.kindcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.kindcheck.service.Bodies;
import nl.kindcheck.service.FhirTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the service does by itself stands in the log too. */
class TimerLogTests extends FhirTest {

  @Autowired private DueTimer timer;

  private static long runs() {
    return count(
        "SELECT count(*) FROM audit_line WHERE tenant_id = '11111111-1111-4111-8111-111111111111'"
            + " AND user_ref = 'announce-due' AND ground = 'timer' AND role = 'system' AND"
            + " patient_ref IS NULL");
  }

  @Test
  void aRunThroughEverybodyIsOneLine() {
    hook("haven", Bodies.intake("f-tl-1", "f-tl-e1", DAY));
    hook("haven", Bodies.intake("f-tl-2", "f-tl-e2", DAY));
    long before = runs();
    timer.announce();
    assertThat(runs()).isEqualTo(before + 1);
  }

  @Test
  void theTaskThatFollowsIsALineOfThatPatient() {
    hook("haven", Bodies.intake("f-tl-3", "f-tl-e3", DAY));
    timer.announce();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        count(
                            "SELECT count(*) FROM audit_line WHERE patient_ref = 'Patient/f-tl-3'"
                                + " AND user_ref = 'kindcheck-due' AND ground = 'timer'"))
                    .isPositive());
  }
}
