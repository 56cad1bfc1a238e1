package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Today is 12 January 2026, the conversation was two days before. */
class PlausibilityTests {

  private static final LocalDate TODAY = LocalDate.parse("2026-01-12");
  private static final LocalDate ON = LocalDate.parse("2026-01-10");
  private static final ChildId CHILD = new ChildId(new UUID(0, 1));

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-12", "2026-01", "2026", "2019-03", "1926-01-12", "1926"})
  void aBirthThatMayBeIsLetThrough(String birth) {
    assertThat(found(born(birth), null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-13", "2026-02", "2027"})
  void aBirthAfterTodayIsAPregnancyAndNoChild(String birth) {
    assertThat(found(born(birth), null))
        .containsExactly(
            new Implausible(
                "born", "plausibility.born-after-today", Map.of("today", "2026-01-12")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1926-01-11", "1925-12", "1890"})
  void aBirthMoreThanAHundredYearsAgoIsRefused(String birth) {
    assertThat(found(born(birth), null))
        .containsExactly(
            new Implausible(
                "born", "plausibility.born-too-long-ago", Map.of("earliest", "1926-01-12")));
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

  @Test
  void anUnknownBirthIsLetThrough() {
    assertThat(found(said(new Claim.Born(CHILD, null), "born"), null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-10", "2026-11", "2025-11-10", "2025-11", "2026-06"})
  void anExpectedBirthThatMayBeIsLetThrough(String expected) {
    assertThat(found(expecting(expected), null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-11", "2026-12", "2027"})
  void anExpectedBirthMoreThanTenMonthsAheadIsRefused(String expected) {
    assertThat(found(expecting(expected), null))
        .containsExactly(
            new Implausible(
                "expected", "plausibility.expected-too-far", Map.of("latest", "2026-11-10")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-09", "2025-10", "2024"})
  void anExpectedBirthMoreThanTwoMonthsAgoIsRefused(String expected) {
    assertThat(found(expecting(expected), null))
        .containsExactly(
            new Implausible(
                "expected",
                "plausibility.expected-too-long-ago",
                Map.of("earliest", "2025-11-10")));
  }

  @Test
  void aPregnancyWithoutADateIsLetThrough() {
    Claim.PregnancyStated stated = new Claim.PregnancyStated(PregnancyStatus.YES, null);
    assertThat(found(said(stated, "expected"), null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-11", "2026-02-21"})
  void aPostponementWithinThePolicyIsLetThrough(String until) {
    assertThat(found(null, LocalDate.parse(until))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-10", "2025-12-31"})
  void aPostponementIsLaterThanTheConversation(String until) {
    assertThat(found(null, LocalDate.parse(until)))
        .containsExactly(
            new Implausible(
                "postponedUntil", "plausibility.postponed-not-after", Map.of("on", "2026-01-10")));
  }

  @Test
  void aPostponementIsNoFurtherThanThePolicyAllows() {
    assertThat(found(null, LocalDate.parse("2026-02-22")))
        .containsExactly(
            new Implausible(
                "postponedUntil",
                "plausibility.postponed-too-far",
                Map.of("latest", "2026-02-21")));
  }

  @Test
  void aBsnIsFoundInEveryTextThatHidesOneAndIsNeverRepeated() {
    List<Implausible> found =
        Plausibility.of(
            conversation(null, null),
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

  private static Conversation.Said born(String birth) {
    return said(new Claim.Born(CHILD, PartialDate.parse(birth)), "born");
  }

  private static Conversation.Said expecting(String expected) {
    return said(
        new Claim.PregnancyStated(PregnancyStatus.YES, PartialDate.parse(expected)), "expected");
  }

  private static Conversation.Said said(Claim claim, String path) {
    return new Conversation.Said(
        claim, Perspective.PARENT, Nature.FACT, PartialDate.of(ON), "item", path);
  }

  private static List<Implausible> found(
      Conversation.@Nullable Said said, @Nullable LocalDate until) {
    return Plausibility.of(conversation(said, until), List.of(), Policy.standard(), TODAY);
  }

  private static Conversation conversation(
      Conversation.@Nullable Said said, @Nullable LocalDate until) {
    return new Conversation(
        ON,
        "Practitioner/12",
        Outcome.POSTPONED,
        null,
        null,
        until,
        List.of(),
        said == null ? List.of() : List.of(said));
  }
}
