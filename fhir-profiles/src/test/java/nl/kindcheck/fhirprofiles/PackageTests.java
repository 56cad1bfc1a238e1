package nl.kindcheck.fhirprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;

/** The package hangs together: its files, its index, its names, and the form with its codes. */
class PackageTests {

  private static final Pattern BASE =
      Pattern.compile("https?://[^\"\\s]*kindcheck\\.example[^\"\\s]*");

  @Test
  void theJarCarriesEveryFileAndAnIndexOfThem() throws IOException {
    var index = onClasspath("index.json");

    for (var name : Published.all().map(Map.Entry::getKey).toList()) {
      assertThat(index).contains("\"file\": \"" + name + "\"");
      assertThat(onClasspath(name)).isEqualTo(Files.readString(Published.FOLDER.resolve(name)));
    }
    assertThat(index.split("\"file\"", -1)).hasSize((int) Published.all().count() + 1);
  }

  @Test
  void everyFileIsNamedAfterItsResource() {
    assertThat(Published.all())
        .allSatisfy(
            e ->
                assertThat(e.getKey())
                    .isEqualTo(e.getValue().fhirType() + "-" + e.getValue().getIdPart() + ".json"));
  }

  @Test
  void everyDefinitionHasOneUrlAndTheVersionOfThePackage() {
    assertThat(Published.definitions())
        .allSatisfy(
            d -> {
              assertThat(d.getUrl()).isEqualTo(Published.BASE + d.fhirType() + "/" + d.getIdPart());
              assertThat(d.getVersion()).isEqualTo("1.0.0");
            });
  }

  @Test
  void theCanonicalBaseStandsInOnePlaceOfTheSource() throws IOException {
    assertThat(Files.readString(Path.of("sushi-config.yaml")))
        .containsOnlyOnce("https://kindcheck.example/fhir");
    assertThat(mentionsIn(Path.of("input"))).isEmpty();
  }

  @Test
  void noOtherBaseIsPublished() throws IOException {
    assertThat(mentionsIn(Published.FOLDER))
        .isNotEmpty()
        .allMatch(m -> m.startsWith(Published.BASE));
  }

  @Test
  void everyCodeSystemHasAValueSetOfTheSameNameThatHoldsAllOfIt() {
    var systems = definitions(CodeSystem.class);

    assertThat(systems)
        .isNotEmpty()
        .allSatisfy(
            system -> {
              var values = Published.copy(ValueSet.class, system.getIdPart());
              assertThat(system.getValueSet()).isEqualTo(values.getUrl());
              assertThat(values.getCompose().getInclude()).hasSize(1);
              assertThat(values.getCompose().getIncludeFirstRep().getSystem())
                  .isEqualTo(system.getUrl());
            });
  }

  @Test
  void theFormAsksOnlyWithCodesOfThisPackage() {
    var valueSets = definitions(ValueSet.class).stream().map(ValueSet::getUrl).toList();

    assertThat(items().filter(QuestionnaireItemComponent::hasAnswerValueSet))
        .hasSizeGreaterThan(10)
        .allMatch(i -> valueSets.contains(i.getAnswerValueSet()));
  }

  @Test
  void noLinkIdIsUsedTwiceAndEveryConditionNamesAnEarlierQuestion() {
    var seen = new HashSet<String>();

    items()
        .forEach(
            i -> {
              assertThat(i.getEnableWhen()).allMatch(w -> seen.contains(w.getQuestion()));
              assertThat(seen.add(i.getLinkId())).as(i.getLinkId()).isTrue();
            });
  }

  @Test
  void theFormRequiresTheOutcomeAndNothingElse() {
    assertThat(items().filter(QuestionnaireItemComponent::getRequired))
        .extracting(QuestionnaireItemComponent::getLinkId)
        .containsExactly("outcome");
  }

  @Test
  void everyDomainAsksForStrengthsBeforeConcerns() {
    var linkIds = items().map(QuestionnaireItemComponent::getLinkId).toList();

    for (var domain : codes("domain")) {
      assertThat(linkIds)
          .containsSubsequence(
              "children.domain-" + domain,
              "children.domain-" + domain + ".strengths",
              "children.domain-" + domain + ".concerns");
    }
  }

  @Test
  void thereIsAnExampleOfEveryOutcome() {
    assertThat(answersInExamples("outcome")).containsAll(codes("outcome")).hasSize(9);
    assertThat(answersInExamples("outcome-unclear")).containsAll(codes("unclear")).hasSize(3);
  }

  private static String onClasspath(String name) throws IOException {
    try (InputStream in =
        PackageTests.class.getResourceAsStream("/META-INF/kindcheck/fhir/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> mentionsIn(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .flatMap(PackageTests::mentions)
          .collect(Collectors.toList());
    }
  }

  private static Stream<String> mentions(Path file) {
    try {
      return BASE.matcher(Files.readString(file)).results().map(r -> r.group());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> definitions(Class<T> type) {
    return Published.definitions().filter(type::isInstance).map(type::cast).toList();
  }

  private static Stream<QuestionnaireItemComponent> items() {
    return flatten(Published.copy(Questionnaire.class, "kindcheck").getItem().stream());
  }

  private static Stream<QuestionnaireItemComponent> flatten(
      Stream<QuestionnaireItemComponent> items) {
    return items.flatMap(i -> Stream.concat(Stream.of(i), flatten(i.getItem().stream())));
  }

  private static List<String> codes(String system) {
    return Published.copy(CodeSystem.class, system).getConcept().stream()
        .map(ConceptDefinitionComponent::getCode)
        .toList();
  }

  private static List<String> answersInExamples(String linkId) {
    return Published.examples()
        .filter(QuestionnaireResponse.class::isInstance)
        .map(QuestionnaireResponse.class::cast)
        .flatMap(r -> r.getItem().stream())
        .filter(i -> i.getLinkId().equals(linkId))
        .map(i -> (Coding) i.getAnswerFirstRep().getValue())
        .map(Coding::getCode)
        .distinct()
        .toList();
  }
}
