package nl.kindcheck.fhirprofiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Our profiles derive from FHIR itself; that what they describe is also what Nictiz describes is
 * shown here. Nictiz' files are read where they lie, beside the project, and are never copied into
 * it.
 */
class NationalProfilesTests {

  private static final Path NICTIZ = Path.of(System.getProperty("kindcheck.shared", ""), "fhir");
  private static final Path NL_CORE = NICTIZ.resolve("nl-core-0.12.1-beta.1");
  private static final Path FAMILY_SITUATION = NICTIZ.resolve("nl-core-familysituation-draft");
  private static final String PROFILE = "http://nictiz.nl/fhir/StructureDefinition/";
  private static final String ABSENT =
      "Skipped: Nictiz' files are not beside the project, expected in ../shared/fhir";

  private static @Nullable Validation withNictiz;

  @BeforeAll
  static void readNictiz() throws IOException {
    if (!Files.isDirectory(NL_CORE) || !Files.isDirectory(FAMILY_SITUATION)) {
      System.getLogger(NationalProfilesTests.class.getName()).log(Level.WARNING, ABSENT);
      return;
    }
    var definitions = new ArrayList<MetadataResource>();
    definitionsIn(NL_CORE.resolve("resources"), definitions);
    definitionsIn(FAMILY_SITUATION.resolve("resources"), definitions);
    withNictiz = new Validation(Stream.concat(Published.definitions(), definitions.stream()));
  }

  @Test
  void aChildIsAContactPersonOfNlCore() {
    assertThat(
            nictiz()
                .findings(
                    Published.copy(RelatedPerson.class, "example-mees"),
                    PROFILE + "nl-core-ContactPerson"))
        .isEmpty();
  }

  @Test
  void aChildOfUnknownMonthIsAContactPersonOfNlCore() {
    assertThat(
            nictiz()
                .findings(
                    Published.copy(RelatedPerson.class, "example-partners-child"),
                    PROFILE + "nl-core-ContactPerson"))
        .isEmpty();
  }

  @Test
  void aChildWithoutItsUsualNameIsNoContactPersonOfNlCore() {
    var child = Published.copy(RelatedPerson.class, "example-mees");
    child.getMeta().setProfile(null);
    child.getNameFirstRep().setGiven(null).setText("Mees");

    assertThat(nictiz().errors(child, PROFILE + "nl-core-ContactPerson"))
        .anyMatch(e -> e.contains("RelatedPerson.name[0]") && e.contains("given"));
  }

  @Test
  void ourPictureOfAFamilyIsThatOfNictizDraft() {
    assertThat(
            nictiz()
                .findings(
                    Published.copy(Observation.class, "example-family-situation"),
                    PROFILE + "nl-core-FamilySituation"))
        .isEmpty();
  }

  @Test
  void nictizOwnPictureOfAFamilyIsOneByOurProfile() throws IOException {
    var withNictiz = nictiz();
    var picture = read(FAMILY_SITUATION.resolve("examples/nl-core-FamilySituation-01.xml"));

    assertThat(
            withNictiz.findings(picture, Published.BASE + "StructureDefinition/family-situation"))
        .isEmpty();
  }

  private static Validation nictiz() {
    assumeTrue(withNictiz != null, ABSENT);
    return Objects.requireNonNull(withNictiz);
  }

  private static void definitionsIn(Path folder, List<MetadataResource> into) throws IOException {
    try (var files = Files.walk(folder)) {
      files
          .filter(f -> f.toString().endsWith(".xml"))
          .map(NationalProfilesTests::read)
          .filter(MetadataResource.class::isInstance)
          .map(MetadataResource.class::cast)
          .forEach(into::add);
    }
  }

  private static Resource read(Path file) {
    try {
      return (Resource) Published.FHIR.newXmlParser().parseResource(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
