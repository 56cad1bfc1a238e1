package nl.kindcheck.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Keeps the walls between the capabilities, and draws the picture of them. */
class ModularityTests {

  private static final Path DOCS = Path.of("target", "spring-modulith-docs");

  private final ApplicationModules modules = ApplicationModules.of(KindcheckApplication.class);

  @Test
  void theWallsBetweenTheCapabilitiesStand() {
    modules.verify();
  }

  @Test
  void everyCapabilitySaysWhatItMayUse() {
    for (ApplicationModule module : modules) {
      assertThat(usedBy(module)).as(module.getDisplayName()).isSubsetOf(allowed(module));
    }
  }

  @Test
  void nothingThatIsSharedKnowsACapability() {
    assertThat(usedBy(modules.getModuleByName("platform").orElseThrow())).isEmpty();
  }

  @Test
  void nobodyOutsideTheDemoKnowsTheDemo() {
    for (ApplicationModule module : modules) {
      assertThat(usedBy(module)).as(module.getDisplayName()).doesNotContain("demo");
    }
  }

  @Test
  void drawsThePictureOfTheCapabilities() throws IOException {
    new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    Files.writeString(DOCS.resolve("modules.mmd"), mermaid());
    assertThat(DOCS.resolve("components.puml")).isNotEmptyFile();
    assertThat(DOCS.resolve("modules.mmd"))
        .content()
        .contains("fhirapi --> kindcheck")
        .doesNotContain("kindcheck --> fhirapi");
  }

  @Test
  void theReadmeShowsThisPicture() throws IOException {
    assertThat(Files.readString(Path.of("..", "..", "README.md"))).contains(mermaid());
  }

  private String mermaid() {
    String arrows =
        modules.stream()
            .flatMap(m -> usedBy(m).stream().map(to -> "  " + m.getIdentifier() + " --> " + to))
            .filter(arrow -> !arrow.endsWith(" platform"))
            .sorted()
            .collect(Collectors.joining("\n"));
    return "flowchart TD\n" + arrows + "\n";
  }

  private Set<String> usedBy(ApplicationModule module) {
    return module
        .getDirectDependencies(modules)
        .uniqueModules()
        .map(m -> m.getIdentifier().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As the package itself says; one that says nothing may use nothing. */
  private static Set<String> allowed(ApplicationModule module) {
    String name = module.getBasePackage().getName() + ".package-info";
    try {
      var says =
          Class.forName(name).getAnnotation(org.springframework.modulith.ApplicationModule.class);
      return says == null ? Set.of() : Set.of(says.allowedDependencies());
    } catch (ClassNotFoundException e) {
      return Set.of();
    }
  }
}
