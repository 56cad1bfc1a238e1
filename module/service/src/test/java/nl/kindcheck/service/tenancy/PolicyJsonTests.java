package nl.kindcheck.service.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy as JSON: what is meant is read, and everything that is wrong is found at once. */
class PolicyJsonTests {

  private static final String STANDARD = PolicyJson.of(Policy.standard()).toString();

  private static PolicyJson.Reading read(String json) {
    return PolicyJson.read(StrictJson.object(json.getBytes(UTF_8)));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Policy policy = Policy.standard().startingOn(LocalDate.of(2025, 3, 4));

    assertThat(read(PolicyJson.of(policy).toString()))
        .isEqualTo(new PolicyJson.Reading(policy, List.of()));
    assertThat(read(STANDARD).orRefuse()).isEqualTo(Policy.standard());
  }

  @Test
  void aDocumentFromBeforeThereWasAStartIsRead() {
    String before = STANDARD.replace(",\"startedOn\":null", "");

    assertThat(before).doesNotContain("startedOn");
    assertThat(PolicyJson.stored(before)).isEqualTo(Policy.standard());
  }

  @Test
  void aStoredDocumentThatCannotBeReadIsAFaultAndNotAnotherPolicy() {
    assertThatThrownBy(() -> PolicyJson.stored("{}")).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":\"standard-1\" | \"version\":7 | version | policy.not-a-text",
        "\"version\":\"standard-1\" | \"version\":\"a b\" | version |"
            + " policy.write-the-name-plainly",
        "\"version\":\"standard-1\" | \"name\":\"x\" | name | policy.unknown-field",
        "\"version\":\"standard-1\" | \"name\":\"x\" | version | policy.missing",
        "\"2026-01-01\" | \"2026-02-30\" | effectiveFrom | policy.not-a-day",
        "\"2026-01-01\" | 20260101 | effectiveFrom | policy.not-a-day",
        "\"2026-01-01\" | \"+12026-01-01\" | effectiveFrom | policy.not-a-day",
        "\"2026-01-01\" | null | effectiveFrom | policy.missing",
        "\"REMIND\" | \"SHOUT\" | enforcement | policy.not-a-choice",
        "\"REMIND\" | 1 | enforcement | policy.not-a-choice",
        "\"withChildren\":6 | \"withChildren\":\"6\" | intervals.withChildren |"
            + " policy.not-a-number",
        "\"withChildren\":6 | \"withChildren\":6.5 | intervals.withChildren | policy.not-a-number",
        "\"withChildren\":6 | \"withChildren\":99999999999 | intervals.withChildren |"
            + " policy.not-a-number",
        "\"withChildren\":6 | \"withChildren\":13 | intervals.withChildren |"
            + " policy.choose-a-number",
        "\"withChildren\":6, | '' | intervals.withChildren | policy.missing",
        "\"overdueAfter\":7 | \"overdueAfter\":-1 | windows.overdueAfter | policy.choose-a-number",
        "\"overdueAfter\":7 | \"overdueAfter\":7,\"x\":1 | windows.x | policy.unknown-field",
        "\"moment\":\"CRISIS\" | \"moment\":\"PARTY\" | moments[0].moment | policy.not-a-choice",
        "\"code\":\"EMER\" | \"code\":\" \" | moments[0].code.code | policy.fill-in-the-code",
        "\"code\":\"EMER\" | \"code\":{} | moments[0].code.code | policy.not-a-text",
        "\"startedOn\":null | \"startedOn\":\"2026-05-05\" | startedOn | policy.choose-a-day",
        "\"startedOn\":null | \"startedOn\":\"soon\" | startedOn | policy.not-a-day",
        "\"fallbackRole\":\"kopp-kov-officer\" | \"fallbackRole\":\"\" | fallbackRole |"
            + " policy.fill-in-a-name"
      })
  void eachFaultIsNamedByItsField(String from, String to, String field, String code) {
    String json = STANDARD.replace(from, to);

    assertThat(json).isNotEqualTo(STANDARD);
    assertThat(read(json).faults())
        .anyMatch(fault -> field.equals(fault.field()) && fault.code().equals(code));
  }

  @Test
  void everyFaultIsToldAtOnceAndNoneTwice() {
    String json =
        STANDARD
            .replace("\"withChildren\":6", "\"withChildren\":\"six\"")
            .replace("\"overdueAfter\":7", "\"overdueAfter\":700")
            .replace("\"REMIND\"", "\"SHOUT\"")
            .replace("\"EMER\"", "\"\"");

    assertThat(read(json).faults())
        .extracting(Refused.Fault::field)
        .contains(
            "enforcement", "intervals.withChildren", "windows.overdueAfter", "moments[0].code.code")
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsNoListOrNoObjectIsSaid() {
    String json =
        "{\"intervals\": 1, \"windows\": [], \"moments\": {}, \"evaluationCodeSystems\": [1]}";

    assertThat(read(json).faults())
        .extracting(fault -> fault.field() + " " + fault.code())
        .contains(
            "intervals policy.not-an-object",
            "windows policy.not-an-object",
            "moments policy.not-a-list",
            "evaluationCodeSystems[0] policy.not-a-text",
            "version policy.missing");
  }

  @Test
  void aLineOrACodeThatIsNoObjectIsSaid() {
    String json =
        STANDARD.replaceFirst(
            "\"moments\":\\[\\{[^}]*}[^}]*}",
            "\"moments\":[7,{\"element\":\"CLASS\",\"code\":3,\"moment\":\"CRISIS\"}");

    assertThat(read(json).faults())
        .extracting(fault -> fault.field() + " " + fault.code())
        .containsExactly("moments[0] policy.not-an-object", "moments[1].code policy.not-an-object");
  }
}
