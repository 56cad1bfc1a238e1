package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTests {

  private static Child child(Claim... claims) {
    return Families.nobody()
        .says(new Claim.ChildNamed(Families.NOOR, "Noor"))
        .says(claims)
        .family()
        .children()
        .get(0);
  }

  @ParameterizedTest(name = "born {0}, on {1}: {2}")
  @CsvSource({
    "2025-05-04, 2025-05-03, ''",
    "2025-05-04, 2025-05-04, BABY",
    "2025-05-04, 2026-05-03, BABY",
    "2025-05-04, 2026-05-04, TODDLER",
    "2022-05-04, 2026-05-03, TODDLER",
    "2022-05-04, 2026-05-04, SCHOOL_AGE",
    "2014-05-04, 2026-05-03, SCHOOL_AGE",
    "2014-05-04, 2026-05-04, ADOLESCENT",
    "2008-05-04, 2026-05-03, ADOLESCENT",
    "2008-05-04, 2026-05-04, ''",
    "2014-05, 2026-05-20, SCHOOL_AGE ADOLESCENT",
    "2014-05, 2026-04-30, SCHOOL_AGE",
    "2014-05, 2026-05-31, ADOLESCENT",
    "2025, 2026-06-01, BABY TODDLER",
    "2008, 2026-06-01, ADOLESCENT",
    "2008, 2026-12-31, ''"
  })
  void followTheAge(String birth, String day, String bands) {
    Child child = child(new Claim.Born(Families.NOOR, PartialDate.parse(birth)));

    assertThat(AgeBand.of(child, LocalDate.parse(day)))
        .containsExactlyElementsOf(
            Arrays.stream(bands.split(" "))
                .filter(b -> !b.isEmpty())
                .map(AgeBand::valueOf)
                .toList());
  }

  @Test
  void areAllOfThemWhereTheAgeIsUnknown() {
    Child child = child(new Claim.Born(Families.NOOR, null));

    assertThat(AgeBand.of(child, LocalDate.parse("2026-05-04"))).containsExactly(AgeBand.values());
  }

  @Test
  void areAllOfThemWhereTheAgeWasNotAsked() {
    assertThat(AgeBand.of(child(), LocalDate.parse("2026-05-04")))
        .containsExactly(AgeBand.values());
  }

  @Test
  void areNoneForAChildThatDied() {
    Child child =
        child(
            new Claim.Born(Families.NOOR, PartialDate.parse("2022-05-04")),
            new Claim.Died(Families.NOOR));

    assertThat(AgeBand.of(child, LocalDate.parse("2026-05-04"))).isEmpty();
  }
}
