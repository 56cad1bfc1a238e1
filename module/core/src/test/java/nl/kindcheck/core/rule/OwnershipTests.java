package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.policy.Policies;
import nl.kindcheck.core.rule.Ownership.Owner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnershipTests {

  private static final String INTAKER = "Practitioner/intaker";
  private static final String CARE_MANAGER = "Practitioner/care-manager";

  private static Situation anja() {
    return Situation.of(Families.anja())
        .under(Policies.withRoles("secretary", "officer"))
        .care(Care.Status.OPEN, "2026-02-02");
  }

  private static Decision<Owner> owner(
      @Nullable String intaker, @Nullable String careManager, Situation situation, String today) {
    return Ownership.of(
        intaker,
        careManager,
        situation.state(),
        situation.on(today),
        LocalDate.parse(today),
        situation.policy());
  }

  @Test
  void isTheIntakerUntilThereIsACareManager() {
    Decision<Owner> d = owner(INTAKER, null, anja(), "2026-02-03");

    assertThat(d.outcome()).isEqualTo(new Owner.Person(INTAKER));
    assertThat(d.reasons())
        .containsExactly(new Reason("owner.intaker", Map.of(), "F6", "standard-1"));
  }

  @Test
  void isTheCareManagerOnceThereIsOne() {
    Decision<Owner> d = owner(INTAKER, CARE_MANAGER, anja(), "2026-02-03");

    assertThat(d.outcome()).isEqualTo(new Owner.Person(CARE_MANAGER));
    assertThat(d.reasons().get(0).rule()).isEqualTo("owner.care-manager");
  }

  @Test
  void isTheFallbackRoleWithoutEither() {
    Decision<Owner> d = owner(null, null, anja(), "2026-02-03");

    assertThat(d.outcome()).isEqualTo(new Owner.Role("secretary"));
    assertThat(d.reasons().get(0).rule()).isEqualTo("owner.fallback");
    assertThat(d.reasons().get(0).facts()).isEqualTo(Map.of("role", "secretary"));
  }

  @Test
  void isNotSomebodyWithoutAName() {
    assertThat(owner(INTAKER, " ", anja(), "2026-02-03").outcome())
        .isEqualTo(new Owner.Person(INTAKER));
    assertThat(owner("", " ", anja(), "2026-02-03").outcome())
        .isEqualTo(new Owner.Role("secretary"));
  }

  @Test
  void staysAfterTheFirstPostponement() {
    Situation anja = anja().postpone("2026-02-03", "2026-02-10");

    assertThat(owner(INTAKER, null, anja, "2026-02-11").outcome())
        .isEqualTo(new Owner.Person(INTAKER));
  }

  @Test
  void isTheOfficerAfterTheSecondPostponementInARow() {
    Situation anja =
        anja().postpone("2026-02-03", "2026-02-10").postpone("2026-02-10", "2026-02-17");
    Decision<Owner> d = owner(INTAKER, CARE_MANAGER, anja, "2026-02-11");

    assertThat(d.outcome()).isEqualTo(new Owner.Role("officer"));
    assertThat(d.reasons().get(0).rule()).isEqualTo("owner.postponed-twice");
  }

  @Test
  void isTheOfficerAlsoWithABareTickBetweenTwoPostponements() {
    Situation anja =
        anja()
            .postpone("2026-02-03", "2026-02-10")
            .bareTick("2026-02-09")
            .postpone("2026-02-10", "2026-02-17");

    assertThat(owner(INTAKER, null, anja, "2026-02-11").outcome())
        .isEqualTo(new Owner.Role("officer"));
  }

  @Test
  void isNotTheOfficerWithADeclineBetweenTwoPostponements() {
    Situation anja =
        anja()
            .postpone("2026-02-03", "2026-02-10")
            .decline("2026-02-09")
            .postpone("2026-05-10", "2026-05-17");

    assertThat(owner(INTAKER, null, anja, "2026-05-11").outcome())
        .isEqualTo(new Owner.Person(INTAKER));
  }

  @Test
  void isNotTheOfficerWithACompleteCheckBetweenTwoPostponements() {
    Situation anja =
        anja()
            .postpone("2026-02-03", "2026-02-10")
            .complete("2026-02-09", Outcome.GOES_WELL)
            .postpone("2026-08-10", "2026-08-17");

    assertThat(owner(INTAKER, null, anja, "2026-08-11").outcome())
        .isEqualTo(new Owner.Person(INTAKER));
  }

  @Test
  void isTheOfficerMoreThanFourWeeksAfterTheDueDate() {
    assertThat(owner(INTAKER, CARE_MANAGER, anja(), "2026-03-02").outcome())
        .isEqualTo(new Owner.Person(CARE_MANAGER));

    Decision<Owner> d = owner(INTAKER, CARE_MANAGER, anja(), "2026-03-03");
    assertThat(d.outcome()).isEqualTo(new Owner.Role("officer"));
    assertThat(d.reasons().get(0).rule()).isEqualTo("owner.long-overdue");
  }

  @Test
  void isNotTheOfficerLongAfterTheDueDateWhilePostponed() {
    Situation anja = anja().postpone("2026-03-01", "2026-03-20");

    assertThat(owner(INTAKER, null, anja, "2026-03-10").outcome())
        .isEqualTo(new Owner.Person(INTAKER));
  }

  @Test
  void isSomebodyAlsoWhereNothingIsDue() {
    Situation anja = anja().care(Care.Status.CLOSED, null);

    assertThat(owner(null, null, anja, "2026-03-10").outcome())
        .isEqualTo(new Owner.Role("secretary"));
  }
}
