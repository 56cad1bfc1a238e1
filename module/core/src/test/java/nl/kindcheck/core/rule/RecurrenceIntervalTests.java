package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Situation;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Contact;
import nl.kindcheck.core.family.Custody;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.rule.Recurrence.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecurrenceIntervalTests {

  private static Situation anjaChecked() {
    return Situation.of(Families.anja()).complete("2026-01-12", Outcome.GOES_WELL);
  }

  @Test
  void isTwelveMonthsWithoutChildren() {
    Situation nobody = Situation.of(Families.nobody()).complete("2026-01-12", Outcome.NO_CHILDREN);

    assertThat(nobody.on("2026-02-01").due()).isEqualTo("2027-01-12");
    assertThat(nobody.on("2026-02-01").candidates().get(0).reason().facts())
        .containsExactly(
            Map.entry("last", "2026-01-12"),
            Map.entry("months", "12"),
            Map.entry("situation", "without-children"));
  }

  @Test
  void isSixMonthsWithChildren() {
    assertThat(anjaChecked().on("2026-02-01").due()).isEqualTo("2026-07-12");
    assertThat(anjaChecked().decidedBy("2026-02-01")).isEqualTo("recurrence.interval");
    assertThat(anjaChecked().decisionOn("2026-02-01").reasons().get(0).facts())
        .containsEntry("situation", "with-children");
  }

  @Test
  void isThreeMonthsWithConcerns() {
    Situation anja = Situation.of(Families.anja()).completeWithConcerns("2026-01-12");

    assertThat(anja.on("2026-02-01").due()).isEqualTo("2026-04-12");
    assertThat(anja.decisionOn("2026-02-01").reasons().get(0).facts())
        .containsEntry("situation", "with-concerns");
  }

  @Test
  void isThreeMonthsWithConcernsAboutAChildNobodyNamed() {
    Situation nobody = Situation.of(Families.nobody()).completeWithConcerns("2026-01-12");

    assertThat(nobody.on("2026-02-01").due()).isEqualTo("2026-04-12");
  }

  @Test
  void isSixMonthsInAPregnancyWithoutChildren() {
    Situation mila =
        Situation.of(Families.milaWhoExpectsAChild())
            .complete("2026-01-12", Outcome.SUPPORT_WANTED);

    assertThat(mila.on("2026-02-01").due()).isEqualTo("2026-07-12");
  }

  @Test
  void isTwelveMonthsAgainAfterAPregnancyEnded() {
    Situation mila =
        Situation.of(
                Families.milaWhoExpectsAChild()
                    .on("2026-03-02")
                    .says(new Claim.PregnancyStated(PregnancyStatus.ENDED, null)))
            .complete("2026-01-12", Outcome.SUPPORT_WANTED);

    assertThat(mila.on("2026-03-03").due()).isEqualTo("2027-01-12");
  }

  @Test
  void isThatOfChildrenForAChildNamedAfterTheCheck() {
    Situation anja =
        Situation.of(Families.anja())
            .complete("2025-11-12", Outcome.NO_CHILDREN)
            .bareTick("2026-01-12");

    assertThat(anja.on("2026-02-01").due()).isEqualTo("2026-05-12");
  }

  @Test
  void countsFromTheLastCompleteCheck() {
    assertThat(anjaChecked().complete("2026-03-01", Outcome.GOES_WELL).on("2026-04-01").due())
        .isEqualTo("2026-09-01");
  }

  @Test
  void doesNotCountFromABareTick() {
    assertThat(anjaChecked().bareTick("2026-03-01").on("2026-04-01").due()).isEqualTo("2026-07-12");
  }

  @Test
  void asksAgainWhenTheIntervalHasPassed() {
    assertThat(anjaChecked().on("2026-07-11").status()).isEqualTo(Status.NOT_DUE);
    assertThat(anjaChecked().on("2026-07-12").status()).isEqualTo(Status.DUE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"NO_CHILDREN", "GOES_WELL"})
  void isNeverEndedByAGoodOutcome(Outcome outcome) {
    Situation nobody = Situation.of(Families.nobody()).complete("2026-01-12", outcome);

    assertThat(nobody.on("2030-01-01").status()).isEqualTo(Status.OVERDUE);
  }

  @Test
  void isStillThatOfChildrenWhenCustodyIsLost() {
    Situation anja =
        Situation.of(
                Families.anja()
                    .says(
                        new Claim.CustodyHeld(Families.NOOR, Custody.NONE),
                        new Claim.CustodyHeld(Families.SAM, Custody.NONE)))
            .complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(anja.on("2026-02-01").due()).isEqualTo("2026-07-12");
  }

  @Test
  void isStillThatOfChildrenWithoutContact() {
    Situation anja =
        Situation.of(
                Families.anja()
                    .says(
                        new Claim.ContactKept(Families.NOOR, Contact.NONE),
                        new Claim.ContactKept(Families.SAM, Contact.NONE)))
            .complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(anja.on("2026-02-01").due()).isEqualTo("2026-07-12");
  }

  @Test
  void isThatWithoutChildrenWhereAllAreAdults() {
    Situation parent =
        Situation.of(
                Families.nobody()
                    .says(
                        new Claim.ChildNamed(Families.NOOR, "Noor"),
                        new Claim.Born(Families.NOOR, PartialDate.parse("2001-05"))))
            .complete("2026-01-12", Outcome.NO_CHILDREN);

    assertThat(parent.on("2026-02-01").due()).isEqualTo("2027-01-12");
  }

  @Test
  void isThatOfChildrenWhereAnAgeIsUnknown() {
    Situation parent =
        Situation.of(
                Families.nobody()
                    .says(
                        new Claim.ChildNamed(Families.NOOR, "Noor"),
                        new Claim.Born(Families.NOOR, null)))
            .complete("2026-01-12", Outcome.GOES_WELL);

    assertThat(parent.on("2026-02-01").due()).isEqualTo("2026-07-12");
  }
}
