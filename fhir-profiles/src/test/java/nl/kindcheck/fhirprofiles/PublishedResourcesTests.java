package nl.kindcheck.fhirprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

/**
 * Whatever is published is valid FHIR, and every example conforms to the profile that it claims.
 */
class PublishedResourcesTests {

  /** What the validator says nevertheless, to the letter, so that anything new shows. */
  private static final Path EXPECTED = Path.of("src", "test", "resources", "expected-findings.txt");

  @Test
  void whatIsPublishedIsValid() throws IOException {
    var expected =
        Files.readAllLines(EXPECTED).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    var findings =
        Published.all()
            .flatMap(
                e -> Validation.OURS.findings(e.getValue()).stream().map(f -> e.getKey() + " " + f))
            .toList();

    assertThat(findings).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyExampleClaimsAProfileOfOurs() {
    assertThat(Published.examples().toList())
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(example.getMeta().getProfile())
                    .hasSize(1)
                    .allMatch(profile -> profile.getValue().startsWith(Published.BASE)));
  }

  @Test
  void theCommittedSnapshotsAreThoseThatHapiMakesOfTheDifferentials() {
    var ours = new PrePopulatedValidationSupport(Published.FHIR);
    Published.definitions().forEach(ours::addResource);
    var generator = new SnapshotGeneratingValidationSupport(Published.FHIR);
    var chain =
        new ValidationSupportChain(
            ours, new DefaultProfileValidationSupport(Published.FHIR), generator);
    var context = new ValidationSupportContext(chain);

    var profiles =
        Published.definitions()
            .filter(StructureDefinition.class::isInstance)
            .map(StructureDefinition.class::cast)
            .toList();

    assertThat(profiles)
        .hasSize(17)
        .allSatisfy(
            profile -> {
              var bare = profile.copy();
              bare.setSnapshot(null);
              var made =
                  (StructureDefinition)
                      Objects.requireNonNull(
                          generator.generateSnapshot(
                              context, bare, bare.getUrl(), null, bare.getName()));
              assertThat(cardinalities(made)).isEqualTo(cardinalities(profile));
            });
  }

  private static List<String> cardinalities(StructureDefinition profile) {
    return profile.getSnapshot().getElement().stream()
        .map(e -> e.getId() + " " + e.getMin() + ".." + e.getMax())
        .toList();
  }
}
