package nl.kindcheck.core.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.kindcheck.core.Families;
import nl.kindcheck.core.Telling;
import org.junit.jupiter.api.Test;

/** Perspectives stand beside each other; none overwrites another (F11). */
class PerspectiveTests {

  private static final ChildId NOOR = Families.NOOR;

  private static Claim fares(Wellbeing wellbeing) {
    return new Claim.Fares(NOOR, wellbeing, null);
  }

  private static Telling noor() {
    return Families.nobody()
        .says(new Claim.ChildNamed(NOOR, "Noor"))
        .on("2026-01-12")
        .says(fares(Wellbeing.GOES_WELL));
  }

  private static Child child(Telling telling) {
    return telling.family().child(NOOR).orElseThrow();
  }

  private static Optional<Claim> seenBy(Perspective perspective, Telling telling) {
    return child(telling).seenBy(perspective, Topic.WELLBEING).map(Statement::claim);
  }

  @Test
  void whatTheChildSaysDoesNotOverwriteWhatTheParentSaid() {
    Telling both =
        noor().on("2026-02-01").by(Perspective.CHILD).says(fares(Wellbeing.SUPPORT_WANTED));

    assertThat(seenBy(Perspective.PARENT, both)).contains(fares(Wellbeing.GOES_WELL));
    assertThat(seenBy(Perspective.CHILD, both)).contains(fares(Wellbeing.SUPPORT_WANTED));
    assertThat(seenBy(Perspective.CLINICIAN, both)).isEmpty();
    assertThat(child(both).perspectives()).containsExactly(Perspective.PARENT, Perspective.CHILD);
  }

  @Test
  void onlyTheParentWasHeardIsVisible() {
    assertThat(child(noor()).perspectives()).containsExactly(Perspective.PARENT);
  }

  @Test
  void aPerspectiveIsReadAsItLastSaid() {
    assertThat(seenBy(Perspective.PARENT, noor().on("2026-02-01").says(fares(Wellbeing.CONCERNS))))
        .contains(fares(Wellbeing.CONCERNS));
    assertThat(seenBy(Perspective.PARENT, noor().says(fares(Wellbeing.CONCERNS))))
        .contains(fares(Wellbeing.CONCERNS));
    assertThat(seenBy(Perspective.PARENT, noor().on("2025-12-01").says(fares(Wellbeing.CONCERNS))))
        .contains(fares(Wellbeing.GOES_WELL));
  }

  @Test
  void anotherTopicOfTheSamePerspectiveIsNotMistakenForThis() {
    assertThat(
            seenBy(
                Perspective.PARENT,
                noor().on("2026-02-01").says(new Claim.ContactKept(NOOR, Contact.REGULAR))))
        .contains(fares(Wellbeing.GOES_WELL));
  }

  @Test
  void theLatestFactPrevails() {
    assertThat(child(noor().on("2026-02-01").says(fares(Wellbeing.CONCERNS))).wellbeing())
        .contains(Wellbeing.CONCERNS);
    assertThat(child(noor().says(fares(Wellbeing.CONCERNS))).wellbeing())
        .contains(Wellbeing.CONCERNS);
    assertThat(child(noor().on("2025-12-01").says(fares(Wellbeing.CONCERNS))).wellbeing())
        .contains(Wellbeing.GOES_WELL);
  }

  @Test
  void anOpinionDoesNotPrevailOverAFact() {
    assertThat(
            child(noor().on("2026-02-01").as(Nature.OPINION).says(fares(Wellbeing.CONCERNS)))
                .wellbeing())
        .contains(Wellbeing.GOES_WELL);
  }

  @Test
  void anOlderFactPrevailsOverAnOpinion() {
    Telling opinion =
        Families.nobody()
            .says(new Claim.ChildNamed(NOOR, "Noor"))
            .as(Nature.OPINION)
            .says(fares(Wellbeing.CONCERNS));

    assertThat(child(opinion).wellbeing()).contains(Wellbeing.CONCERNS);
    assertThat(
            child(opinion.as(Nature.FACT).on("2025-12-01").says(fares(Wellbeing.GOES_WELL)))
                .wellbeing())
        .contains(Wellbeing.GOES_WELL);
  }
}
