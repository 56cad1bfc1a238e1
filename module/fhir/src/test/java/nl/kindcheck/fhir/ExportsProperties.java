package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.kindcheck.core.disclosure.Shielding;
import nl.kindcheck.core.family.CarerId;
import nl.kindcheck.core.family.CarerRole;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Domain;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.Residence;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.core.family.Valence;
import nl.kindcheck.core.family.Wellbeing;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

/** Every text of a generated family has a word of its own: those that are shielded never leave. */
class ExportsProperties {

  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final Instant AT = Instant.parse("2026-06-01T09:00:00Z");
  private static final int FAMILIES = 400;

  /** A generated family with what each statement says. */
  private static final class Generated {

    private final Random random;
    private final List<Statement> statements = new ArrayList<>();
    private int words;

    Generated(long seed) {
      random = new Random(seed);
      List<ChildId> children = List.of(new ChildId(new UUID(2, 1)), new ChildId(new UUID(2, 2)));
      for (int i = 0; i < 40; i++) {
        add(claim(children.get(random.nextInt(2))));
      }
    }

    private Claim claim(ChildId child) {
      return switch (random.nextInt(12)) {
        case 0 -> new Claim.ChildNamed(child, word());
        case 1 -> new Claim.Fares(child, one(Wellbeing.values()), word());
        case 2 ->
            new Claim.SeenInDomain(child, one(Domain.values()), one(Valence.values()), word());
        case 3 -> new Claim.ChildSaid(child, word());
        case 4 -> new Claim.Lives(child, one(Residence.values()), word());
        case 5 -> new Claim.IsNow(child, word());
        case 6 -> new Claim.Trusts(child, word());
        case 7 -> new Claim.CaredForWhenUnable(child, word());
        case 8 -> new Claim.ParentSaid(word());
        case 9 -> new Claim.DiscussedWithParent(false, word());
        case 10 ->
            new Claim.CarerNamed(
                new CarerId(UUID.randomUUID()), word(), one(CarerRole.values()), word());
        default -> new Claim.Felt(one(GutFeeling.values()));
      };
    }

    private void add(Claim claim) {
      int n = statements.size() + 1;
      boolean corrects = n > 5 && random.nextInt(5) == 0;
      statements.add(
          new Statement(
              new StatementId(new UUID(9, n)),
              claim,
              one(Perspective.values()),
              one(Nature.values()),
              "Practitioner/12",
              PartialDate.parse("2026-05"),
              AT.plusSeconds(n),
              new Statement.Origin(new ResponseId(new UUID(7, 7)), 1, "x"),
              corrects
                  ? new Statement.Correction(statements.get(random.nextInt(n - 1)).id(), word())
                  : null));
    }

    private String word() {
      return "woord" + (++words) + "x";
    }

    private <T> T one(T[] values) {
      return values[random.nextInt(values.length)];
    }

    /** The words that a statement holds, why it corrects another one among them. */
    static List<String> wordsOf(Statement s) {
      return Pattern.compile("woord\\d+x")
          .matcher(s.toString())
          .results()
          .map(MatchResult::group)
          .toList();
    }
  }

  @Test
  void nothingThatIsShieldedLeavesInTheExportForThePatient() {
    long out = 0;
    for (int seed = 0; seed < FAMILIES; seed++) {
      Generated generated = new Generated(seed);
      Family family = Family.of(generated.statements);
      Bundle bundle = Exports.forPatient(family, "Patient/12", AT);
      String text = FHIR.newJsonParser().encodeResourceToString(bundle);
      for (Statement s : generated.statements) {
        if (Shielding.isShielded(s)) {
          assertThat(text).as("Seed " + seed).doesNotContain(s.id().toString());
          for (String word : Generated.wordsOf(s)) {
            assertThat(text).as("Seed %d: %s", seed, s.claim()).doesNotContain(word);
          }
        }
      }
      for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
        assertThat(SecurityLabels.isShielded(entry.getResource())).isFalse();
        assertThat(entry.getResource().getMeta().getSecurity()).isNotEmpty();
      }
      out += bundle.getEntry().size();
    }
    assertThat(out).isGreaterThan(1_000);
  }

  @Test
  void aChildsPartTellsNothingOfTheOtherChildOrOfAParent() {
    long out = 0;
    for (int seed = 0; seed < FAMILIES; seed++) {
      Generated generated = new Generated(seed);
      Family family = Family.of(generated.statements);
      ChildId child = new ChildId(new UUID(2, 1));
      Bundle bundle = Exports.forChild(family, child, AT).orElse(new Bundle());
      String text = FHIR.newJsonParser().encodeResourceToString(bundle);
      assertThat(text)
          .as("Seed " + seed)
          .doesNotContain("Patient/12", "Practitioner/12", "QuestionnaireResponse");
      for (Statement s : generated.statements) {
        boolean its = s.claim() instanceof Claim.AboutChild about && about.child().equals(child);
        if (!its) {
          for (String word : Generated.wordsOf(s)) {
            assertThat(text).as("Seed %d: %s", seed, s.claim()).doesNotContain(word);
          }
        }
      }
      out += bundle.getEntry().stream().filter(e -> e.getResource() instanceof Observation).count();
    }
    assertThat(out).isGreaterThan(500);
  }

  @Test
  void aChildThatIsNotKnownHasNoPart() {
    assertThat(Exports.forChild(Family.of(List.of()), new ChildId(new UUID(2, 1)), AT)).isEmpty();
  }
}
