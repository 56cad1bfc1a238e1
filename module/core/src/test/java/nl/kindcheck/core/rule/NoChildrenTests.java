package nl.kindcheck.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.core.Families;
import nl.kindcheck.core.Telling;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.rule.Missing.Item;
import org.junit.jupiter.api.Test;

/** "No children": quick where nobody named one, and never the end of a child somebody named. */
class NoChildrenTests {

  private static Talk noChildren(Telling before) {
    return Talk.bare(before, Outcome.NO_CHILDREN)
        .says(
            new Claim.NoChildren(),
            new Claim.PregnancyStated(PregnancyStatus.NO, null),
            new Claim.PartnerHasChildren(Answer.NO));
  }

  private static Telling named() {
    return Families.nobody()
        .on("2025-06-01")
        .by(Perspective.THIRD_PARTY)
        .as(Nature.OPINION)
        .says(new Claim.ChildNamed(Families.NOOR, "Noor"));
  }

  @Test
  void isCompleteWithPregnancyAndAPartnersChildren() {
    Decision<Completeness> d = noChildren(Families.nobody()).decision();

    assertThat(d.outcome().standing()).isEqualTo(Standing.COMPLETE);
    assertThat(d.outcome().outcome()).isEqualTo(Outcome.NO_CHILDREN);
  }

  @Test
  void isIncompleteAsABareTick() {
    assertThat(Talk.bare(Families.nobody(), Outcome.NO_CHILDREN).missing())
        .containsExactly(
            new Missing(Item.PREGNANCY, null), new Missing(Item.PARTNER_CHILDREN, null));
  }

  @Test
  void isUnclearAgainstAChildThatAnyoneNamed() {
    Decision<Completeness> d = noChildren(named()).decision();

    assertThat(d.outcome().standing()).isEqualTo(Standing.INCOMPLETE);
    assertThat(d.outcome().outcome()).isEqualTo(Outcome.UNCLEAR);
    assertThat(d.outcome().missing())
        .containsExactly(new Missing(Item.NO_CHILDREN_AGAINST_NAMED_CHILD, Families.NOOR));
    assertThat(d.reasons().get(0).rule()).isEqualTo("completeness.no-children-disputed");
  }

  @Test
  void isUnclearAgainstAChildNamedInTheSameConversation() {
    Talk talk = noChildren(Families.nobody()).says(new Claim.ChildNamed(Families.NOOR, null));

    assertThat(talk.decision().outcome().outcome()).isEqualTo(Outcome.UNCLEAR);
  }

  @Test
  void isUnclearAgainstAChildOfTheFormWithoutAName() {
    Talk talk = noChildren(Families.nobody()).says(new Claim.Born(Families.NOOR, null));

    assertThat(talk.missing())
        .containsExactly(new Missing(Item.NO_CHILDREN_AGAINST_NAMED_CHILD, Families.NOOR));
  }

  @Test
  void isCompleteAfterTheNamingWasCorrected() {
    Telling corrected =
        named().retracts(new Claim.ChildNamed(Families.NOOR, "Noor"), "verwisseling");

    assertThat(noChildren(corrected).standing()).isEqualTo(Standing.COMPLETE);
  }

  @Test
  void isCompleteWhereEveryChildIsAnAdult() {
    Telling adult = named().says(new Claim.Born(Families.NOOR, PartialDate.parse("2001")));

    assertThat(noChildren(adult).standing()).isEqualTo(Standing.COMPLETE);
  }

  @Test
  void isCompleteAfterTheOnlyChildDied() {
    assertThat(noChildren(named().says(new Claim.Died(Families.NOOR))).standing())
        .isEqualTo(Standing.COMPLETE);
  }

  @Test
  void isUnclearAgainstAChildWithoutContact() {
    Telling lost =
        named()
            .says(
                new Claim.ContactKept(Families.NOOR, nl.kindcheck.core.family.Contact.NONE),
                new Claim.CustodyHeld(Families.NOOR, nl.kindcheck.core.family.Custody.NONE));

    assertThat(noChildren(lost).decision().outcome().outcome()).isEqualTo(Outcome.UNCLEAR);
  }
}
