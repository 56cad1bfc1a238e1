package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.rule.Recurrence.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTransitionsTests {

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private static Situation childBorn(String birth, String checked) {
    ChildId child = Families.NOOR;
    return Situation.of(
            Families.nobody()
                .says(
                    new Claim.ChildNamed(child, "Noor"),
                    new Claim.Born(child, PartialDate.parse(birth))))
        .complete(checked, Outcome.GOES_WELL);
  }

  @ParameterizedTest(name = "{2} on {1} of a child born {0}")
  @CsvSource({
    "2026-03-20, 2026-03-20, birth",
    "2022-03-20, 2026-03-20, school",
    "2014-03-20, 2026-03-20, school",
    "2008-03-20, 2026-03-20, adulthood",
    "2022-03, 2026-03-01, school",
    "2008-03, 2026-03-01, adulthood"
  })
  void askAgain(String birth, String on, String what) {
    Situation family = childBorn(birth, "2026-01-12");

    assertThat(family.on("2026-02-01").due()).isEqualTo(on);
    assertThat(family.decidedBy("2026-02-01")).isEqualTo("recurrence.transition." + what);
    assertThat(family.decisionOn("2026-02-01").reasons().get(0).facts())
        .containsExactly(Map.entry("on", on));
  }

  @Test
  void ofAYearAloneAreOnItsFirstDay() {
    assertThat(childBorn("2014", "2025-10-01").on("2025-11-01").due()).isEqualTo("2026-01-01");
  }

  @Test
  void areMetByACompleteCheckFourteenDaysBefore() {
    assertThat(childBorn("2022-01-26", "2026-01-12").on("2026-02-01").due())
        .isEqualTo("2026-07-12");
    assertThat(childBorn("2022-01-27", "2026-01-12").on("2026-02-01").due())
        .isEqualTo("2026-01-27");
  }

  @Test
  void areOnlyThoseStillToCome() {
    assertThat(childBorn("2014-03-20", "2026-04-12").rulesOn("2026-05-01"))
        .containsExactly("recurrence.interval", "recurrence.transition.adulthood");
  }

  @Test
  void areNoneWhereTheBirthIsUnknown() {
    Situation family =
        Situation.of(
                Families.nobody()
                    .says(
                        new Claim.ChildNamed(Families.NOOR, "Noor"),
                        new Claim.Born(Families.NOOR, null)))
            .complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(family.rulesOn("2026-02-01")).containsExactly("recurrence.interval");
  }

  @Test
  void stopAtOnceForAChildThatDied() {
    Situation family =
        Situation.of(
                Families.nobody()
                    .says(
                        new Claim.ChildNamed(Families.NOOR, "Noor"),
                        new Claim.Born(Families.NOOR, PartialDate.parse("2022-03-20")))
                    .on("2026-02-20")
                    .says(new Claim.Died(Families.NOOR)))
            .complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(family.rulesOn("2026-03-20")).containsExactly("recurrence.interval");
    assertThat(family.on("2026-03-20").due()).isEqualTo("2027-01-12");
  }

  @Test
  void goOnForTheSistersAndBrothersOfAChildThatDied() {
    Situation anja =
        Situation.of(Families.anja().says(new Claim.Died(Families.NOOR)))
            .complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(anja.on("2026-02-01").candidates())
        .extracting(Candidate::on)
        .containsExactly(
            day("2026-07-12"), day("2027-11-20"), day("2035-11-20"), day("2041-11-20"));
  }

  @Test
  void goOnWhenCustodyIsLost() {
    Situation henk =
        Situation.of(
                Families.grandfatherRaisingAChild()
                    .says(new Claim.CustodyHeld(Families.LOTTE, Custody.NONE)))
            .complete("2025-10-01", Outcome.GOES_WELL);

    assertThat(henk.rulesOn("2026-01-01")).contains("recurrence.transition.school");
  }

  @Test
  void comeBetweenADeclineAndTheNextAsking() {
    Situation family =
        Situation.of(
                Families.nobody()
                    .says(
                        new Claim.ChildNamed(Families.NOOR, "Noor"),
                        new Claim.Born(Families.NOOR, PartialDate.parse("2022-03-20"))))
            .decline("2026-01-12");

    assertThat(family.on("2026-02-01").due()).isEqualTo("2026-03-20");
  }
}
