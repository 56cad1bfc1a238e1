package nl.kindcheck.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.kindcheck.core.Cases;
import nl.kindcheck.core.Cases.Case;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Statement;
import org.junit.jupiter.api.Test;

/** What never leaves, over thousands of generated families. */
class DisclosureProperties {

  private static final List<Case> CASES = Cases.of(20_261_122, 3_000);

  @Test
  void whatIsOpenHoldsNothingThatIsShieldedAndNothingThatWasCorrected() {
    long open = 0;
    long shielded = 0;
    for (Case c : CASES) {
      Family family = c.family();
      List<Statement> read = Shielding.open(family).statements();
      assertThat(read).as("Seed " + c.seed()).noneMatch(Shielding::isShielded);
      for (Statement s : family.statements()) {
        Statement.Correction correction = s.corrects();
        if (correction != null) {
          assertThat(read)
              .as("Seed " + c.seed())
              .extracting(Statement::id)
              .doesNotContain(correction.statement());
        }
      }
      open += read.size();
      shielded += family.statements().stream().filter(Shielding::isShielded).count();
    }
    assertThat(open).isGreaterThan(1_000);
    assertThat(shielded).isGreaterThan(1_000);
  }

  @Test
  void aChildsPartHoldsNobodyElsesAndNothingPrivateToAParent() {
    long handed = 0;
    for (Case c : CASES) {
      for (Child child : c.family().children()) {
        for (Statement s : ChildPart.of(c.family(), child.id())) {
          handed++;
          assertThat(s.claim())
              .as("Seed " + c.seed())
              .isInstanceOfSatisfying(
                  Claim.AboutChild.class, about -> assertThat(about.child()).isEqualTo(child.id()))
              .isNotInstanceOfAny(
                  Claim.WasTold.class, Claim.CaredForWhenUnable.class, Claim.CustodyHeld.class);
          if (s.claim() instanceof Claim.SeenInDomain || s.claim() instanceof Claim.ChildSaid) {
            assertThat(s.perspective())
                .as("Seed " + c.seed())
                .isNotIn(Perspective.OTHER_PARENT, Perspective.THIRD_PARTY, Perspective.PARENT);
          }
          if (s.claim() instanceof Claim.Fares fares && s.perspective() == Perspective.PARENT) {
            assertThat(fares.note()).as("Seed " + c.seed()).isNull();
          }
          if (s.claim() instanceof Claim.Lives lives) {
            assertThat(lives.household()).as("Seed " + c.seed()).isNull();
          }
        }
      }
    }
    assertThat(handed).isGreaterThan(1_000);
  }
}
