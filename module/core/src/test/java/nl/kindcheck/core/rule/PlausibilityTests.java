package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Plausibility.Dated;
import nl.kindcheck.core.rule.Plausibility.Kind;
import nl.kindcheck.core.rule.Plausibility.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Today is 12 January 2026, the conversation was two days before. */
class PlausibilityTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-01-12");
  private static final LocalDate ON = LocalDate.parse("2026-01-10");
  private static final When UNKNOWN = new When(null, TODAY);
  private static final String PLACE = "here";

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-12", "2026-01-11", "2013-07-01", "2000-01-01"})
  void aConversationOfTodayOrBeforeIsLetThrough(String on) {
    assertThat(Plausibility.ofConversation(PLACE, LocalDate.parse(on), TODAY)).isEmpty();
  }

  @Test
  void aConversationIsNotAfterToday() {
    assertThat(Plausibility.ofConversation(PLACE, LocalDate.parse("2026-01-13"), TODAY))
        .contains(
            new Implausible(PLACE, "response.authored-in-future", Map.of("today", "2026-01-12")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-12-31", "1926-01-10", "0026-01-10"})
  void aConversationIsNotFromBeforeAnybodyAskedForAKindcheck(String on) {
    assertThat(Plausibility.ofConversation(PLACE, LocalDate.parse(on), TODAY))
        .contains(
            new Implausible(
                PLACE, "response.authored-too-long-ago", Map.of("earliest", "2000-01-01")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-12", "2026-01", "2026", "2019-03", "1926-01-12", "1926"})
  void aBirthThatMayBeIsLetThrough(String birth) {
    assertThat(found(Kind.BIRTH, birth)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-13", "2026-02", "2027"})
  void aBirthAfterTodayIsAPregnancyAndNoChild(String birth) {
    assertRefused(Kind.BIRTH, birth, "born-after-today", Map.of("today", "2026-01-12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1926-01-11", "1925-12", "1890"})
  void aBirthMoreThanAHundredYearsAgoIsRefused(String birth) {
    assertRefused(Kind.BIRTH, birth, "born-too-long-ago", Map.of("earliest", "1926-01-12"));
  }

  @ParameterizedTest
  @CsvSource({
    "OWN, 1988-04-02, true",
    "OWN, 1988-04, false",
    "OWN, 1988-03, true",
    "OWN, 1987, true",
    "OWN, 1988, false",
    "ADOPTIVE, 1980, true",
    "GRANDCHILD, 1980, true",
    "STEP, 1980, false",
    "SIBLING, 1980, false",
    "PARTNERS_CHILD, 1980, false",
    "FOSTER, 1980, false",
    "OTHER, 1980, false"
  })
  void aChildIsNotOlderThanItsParent(Relation relation, String birth, boolean older) {
    assertThat(
            Plausibility.olderThanParent(
                relation, PartialDate.parse(birth), LocalDate.parse("1988-04-02")))
        .isEqualTo(older);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-10", "2026-11", "2025-11-10", "2025-11", "2026-06"})
  void anExpectedBirthThatMayBeIsLetThrough(String expected) {
    assertThat(found(Kind.EXPECTED_BIRTH, expected)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-11", "2026-12", "2027"})
  void anExpectedBirthMoreThanTenMonthsAheadIsRefused(String expected) {
    assertRefused(
        Kind.EXPECTED_BIRTH, expected, "expected-too-far", Map.of("latest", "2026-11-10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-09", "2025-10", "2024"})
  void anExpectedBirthMoreThanTwoMonthsAgoIsRefused(String expected) {
    assertRefused(
        Kind.EXPECTED_BIRTH, expected, "expected-too-long-ago", Map.of("earliest", "2025-11-10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-11", "2026-02-21", "2026-01", "2026"})
  void aPostponementWithinThePolicyIsLetThrough(String until) {
    assertThat(found(Kind.POSTPONED_UNTIL, until)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-10", "2025-12-31", "2025-12"})
  void aPostponementIsLaterThanTheConversation(String until) {
    assertRefused(Kind.POSTPONED_UNTIL, until, "postponed-not-after", Map.of("on", "2026-01-10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-22", "2026-03", "2027"})
  void aPostponementIsNoFurtherThanThePolicyAllows(String until) {
    assertRefused(Kind.POSTPONED_UNTIL, until, "postponed-too-far", Map.of("latest", "2026-02-21"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-10", "2026-01", "2026", "2031-01-10", "2031-01", "2031"})
  void aFollowUpFromTheConversationToFiveYearsOnIsLetThrough(String by) {
    assertThat(found(Kind.FOLLOW_UP, by)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-09", "2025-12", "2025", "0001"})
  void aFollowUpIsNotBeforeTheConversation(String by) {
    assertRefused(Kind.FOLLOW_UP, by, "follow-up-before", Map.of("on", "2026-01-10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031-01-11", "2031-02", "2032", "9999"})
  void aFollowUpIsNoMoreThanFiveYearsOn(String by) {
    assertRefused(Kind.FOLLOW_UP, by, "follow-up-too-far", Map.of("latest", "2031-01-10"));
  }

  @ParameterizedTest
  @CsvSource({
    "POSTPONED_UNTIL, 2025-12-31",
    "POSTPONED_UNTIL, 2026-02-23",
    "FOLLOW_UP, 2020-01-01",
    "FOLLOW_UP, 2031-01-12",
    "EXPECTED_BIRTH, 2020-01",
    "EXPECTED_BIRTH, 2026-11-12"
  })
  void ofAConversationWithoutADayOnlyThatIsRefusedWhichFitsNoDay(Kind kind, String date) {
    assertThat(found(kind, date, UNKNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POSTPONED_UNTIL, 2026-02-24, postponed-too-far",
    "FOLLOW_UP, 2031-01-13, follow-up-too-far",
    "EXPECTED_BIRTH, 2026-11-13, expected-too-far",
    "BIRTH, 2026-01-13, born-after-today"
  })
  void whatFitsNoDayUpToTodayIsRefusedWithoutTheDayOfTheConversation(
      Kind kind, String date, String code) {
    assertThat(found(kind, date, UNKNOWN))
        .extracting(Implausible::code)
        .containsExactly("plausibility." + code);
  }

  @ParameterizedTest
  @CsvSource({
    "POSTPONED_UNTIL, 2025-10-20",
    "POSTPONED_UNTIL, 2026-02-21",
    "FOLLOW_UP, 2025-10-01",
    "FOLLOW_UP, 2031-01-10",
    "EXPECTED_BIRTH, 2025-08-01",
    "EXPECTED_BIRTH, 2026-11-10"
  })
  void aCorrectionMayStillSayWhatFittedTheConversationThatItCorrects(Kind kind, String date) {
    When corrected = new When(LocalDate.parse("2025-10-01"), ON);
    assertThat(found(kind, date, corrected)).isEmpty();
  }

  @Test
  void aBsnIsFoundInEveryTextThatHidesOneAndIsNeverRepeated() {
    List<Implausible> found =
        Plausibility.of(
            When.on(ON),
            List.of(),
            List.of(
                new Plausibility.Text("a", "Sam 123456782"),
                new Plausibility.Text("b", "Sam"),
                new Plausibility.Text("c", "123.456.782")),
            Policy.standard(),
            TODAY);
    assertThat(found)
        .containsExactly(
            new Implausible("a", "plausibility.bsn", Map.of()),
            new Implausible("c", "plausibility.bsn", Map.of()));
  }

  private static void assertRefused(
      Kind kind, String date, String code, Map<String, String> facts) {
    assertThat(found(kind, date))
        .containsExactly(new Implausible(PLACE, "plausibility." + code, facts));
  }

  private static List<Implausible> found(Kind kind, String date) {
    return found(kind, date, When.on(ON));
  }

  private static List<Implausible> found(Kind kind, String date, When when) {
    return Plausibility.of(
        when,
        List.of(new Dated(kind, PLACE, PartialDate.parse(date))),
        List.of(),
        Policy.standard(),
        TODAY);
  }
}
