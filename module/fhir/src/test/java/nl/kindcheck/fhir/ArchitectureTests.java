package nl.kindcheck.fhir;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

  private static final JavaClasses FHIR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nl.kindcheck.fhir");

  @Test
  void whatStandsInThePathOfAClickDoesWithoutFhirsMachinery() {
    noClasses()
        .that(
            belongToAnyOf(
                EpdReader.class,
                EpdNode.class,
                BundlePage.class,
                Placing.class,
                Period.class,
                FhirDates.class,
                References.class,
                PatientPicture.class,
                EncounterPicture.class,
                EpisodePicture.class,
                UnreadableResource.class))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hl7..", "ca.uhn..")
        .check(FHIR);
  }

  @Test
  void knowsCoreAndFhirAndNoOneElse() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "nl.kindcheck.fhir..",
            "nl.kindcheck.core..",
            "org.hl7.fhir..",
            "ca.uhn.fhir..",
            "tools.jackson..")
        .check(FHIR);
  }

  @Test
  void nobodyLooksAtTheClock() {
    noClasses().should().callMethod(LocalDate.class, "now").check(FHIR);
  }
}
