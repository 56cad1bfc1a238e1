package nl.kindcheck.core.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import nl.kindcheck.core.Cases;
import nl.kindcheck.core.Cases.Case;
import org.junit.jupiter.api.Test;

/** What is never or always so of a family, over thousands of generated ones. */
class FamilyProperties {

  private static final List<Case> CASES = Cases.of(20_260_112, 3_000);

  private static void each(BiConsumer<Case, Family> property) {
    for (Case c : CASES) {
      try {
        property.accept(c, c.family());
      } catch (AssertionError e) {
        throw new AssertionError("Seed " + c.seed(), e);
      }
    }
  }

  private static Set<StatementId> corrected(Case c) {
    Set<StatementId> ids = new HashSet<>();
    c.statements().stream()
        .map(Statement::corrects)
        .forEach(
            correction -> {
              if (correction != null) {
                ids.add(correction.statement());
              }
            });
    return ids;
  }

  @Test
  void theCasesHoldEveryKindOfClaimAndManyChildren() {
    Set<Topic> topics = new HashSet<>();
    CASES.forEach(c -> c.statements().forEach(s -> topics.add(s.claim().topic())));

    assertThat(topics).containsExactlyInAnyOrder(Topic.values());
    assertThat(CASES.stream().filter(c -> c.family().children().size() > 1).count())
        .isGreaterThan(1_000);
  }

  @Test
  void aChildNamedAlwaysCountsUntilThatIsCorrected() {
    each(
        (c, family) -> {
          Set<StatementId> corrected = corrected(c);
          Set<ChildId> named = new HashSet<>();
          for (Statement s : c.statements()) {
            if (s.claim() instanceof Claim.ChildNamed n && !corrected.contains(s.id())) {
              named.add(n.child());
            }
          }
          assertThat(family.children())
              .extracting(Child::id)
              .containsExactlyInAnyOrderElementsOf(named);
        });
  }

  @Test
  void oneMoreStatementNeverRemovesOneOfAnotherPerspective() {
    each(
        (c, family) -> {
          List<Statement> more = new ArrayList<>(c.statements());
          more.add(c.oneMore());
          Family after = Family.of(more);

          assertThat(after.statements()).containsAll(family.statements());
          for (Child child : family.children()) {
            Child then = after.child(child.id()).orElseThrow();
            assertThat(then.statements()).containsAll(child.statements());
            assertThat(then.perspectives()).containsAll(child.perspectives());
          }
        });
  }

  @Test
  void nothingIsEverAskedAboutAChildThatDied() {
    each((c, family) -> assertThat(family.childrenAskedAboutOn(c.today())).noneMatch(Child::died));
  }

  @Test
  void whatIsInForceWasNeverCorrected() {
    each(
        (c, family) -> {
          Set<StatementId> corrected = corrected(c);
          for (Child child : family.children()) {
            assertThat(child.statements()).noneMatch(s -> corrected.contains(s.id()));
          }
        });
  }

  @Test
  void aPregnancyAlwaysHasADayOnWhichItsStatusWasStated() {
    each(
        (c, family) ->
            family
                .pregnancy()
                .ifPresent(
                    pregnancy ->
                        assertThat(c.statements())
                            .anyMatch(
                                s ->
                                    s.claim() instanceof Claim.PregnancyStated p
                                        && p.status() == pregnancy.status()
                                        && s.observedAt().firstDay().equals(pregnancy.since()))));
  }

  @Test
  void everyChildOfAHouseholdIsAChildOfTheFamily() {
    each(
        (c, family) ->
            family
                .households()
                .values()
                .forEach(children -> assertThat(family.children()).containsAll(children)));
  }

  @Test
  void statementsTravelUnchanged() throws IOException, ClassNotFoundException {
    for (Case c : CASES.subList(0, 200)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(c);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(in.readObject()).isEqualTo(c);
      }
    }
  }
}
