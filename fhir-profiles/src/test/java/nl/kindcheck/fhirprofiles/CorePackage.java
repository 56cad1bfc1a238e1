package nl.kindcheck.fhirprofiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes FHIR R4's own definitions as a package that SUSHI can load, out of the jar that HAPI
 * validates with. So the FSH is compiled without a FHIR package registry, against the very
 * definitions that the tests use.
 */
final class CorePackage {

  private static final String JAR_FOLDER = "/org/hl7/fhir/r4/model/";
  private static final List<String> BUNDLES =
      List.of(
          "profile/profiles-types.xml",
          "profile/profiles-resources.xml",
          "profile/profiles-others.xml",
          "extension/extension-definitions.xml",
          "valueset/valuesets.xml",
          "valueset/v3-codesystems.xml");

  private CorePackage() {}

  /**
   * Fills the package cache of SUSHI.
   *
   * @param args the folder of the package cache, to be filled with {@code hl7.fhir.r4.core#4.0.1}
   */
  public static void main(String[] args) throws IOException {
    var folder = Files.createDirectories(Path.of(args[0], "hl7.fhir.r4.core#4.0.1", "package"));
    var context = FhirContext.forR4();
    for (var bundle : BUNDLES) {
      for (var entry : read(context, bundle).getEntry()) {
        write(context.newJsonParser(), entry.getResource(), folder);
      }
    }
    // Last, so that a run that was cut short is never taken for a whole package.
    Files.writeString(
        folder.resolve("package.json"),
        "{\"name\":\"hl7.fhir.r4.core\",\"version\":\"4.0.1\",\"fhirVersions\":[\"4.0.1\"],\"type\":\"Core\"}");
  }

  private static Bundle read(FhirContext context, String name) throws IOException {
    try (InputStream in = CorePackage.class.getResourceAsStream(JAR_FOLDER + name)) {
      return context.newXmlParser().parseResource(Bundle.class, Objects.requireNonNull(in, name));
    }
  }

  private static void write(IParser json, Resource resource, Path folder) throws IOException {
    var id = resource.getIdElement().getIdPart();
    if (id != null) {
      Files.writeString(
          folder.resolve(resource.fhirType() + "-" + id + ".json"),
          json.encodeResourceToString(resource));
    }
  }
}
