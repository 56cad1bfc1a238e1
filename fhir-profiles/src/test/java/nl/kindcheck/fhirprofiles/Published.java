package nl.kindcheck.fhirprofiles;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;

/** What this room publishes, by file name. */
final class Published {

  static final FhirContext FHIR = FhirContext.forR4Cached();
  static final String BASE = "https://kindcheck.example/fhir/";
  static final Path FOLDER = Path.of("resources");
  private static final Map<String, Resource> ALL = read();

  private Published() {}

  static Stream<Map.Entry<String, Resource>> all() {
    return ALL.entrySet().stream();
  }

  /** Profiles, codes, the form and the operations. */
  static Stream<MetadataResource> definitions() {
    return ALL.values().stream()
        .filter(MetadataResource.class::isInstance)
        .map(MetadataResource.class::cast);
  }

  /** A fresh copy, for a test to change one thing. */
  static <T extends Resource> T copy(Class<T> type, String id) {
    var name = type.getSimpleName() + "-" + id + ".json";
    return type.cast(Objects.requireNonNull(ALL.get(name), name).copy());
  }

  /** Resources as the service writes and reads them, of people who do not exist. */
  static Stream<Resource> examples() {
    return ALL.values().stream().filter(r -> !(r instanceof MetadataResource));
  }

  private static Map<String, Resource> read() {
    var all = new TreeMap<String, Resource>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.filter(f -> !f.endsWith("index.json")).toList()) {
        var json = Files.readString(file);
        all.put(file.getFileName().toString(), (Resource) FHIR.newJsonParser().parseResource(json));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
