package nl.kindcheck.demoepd.records;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.demoepd.clock.DemoClock;
import nl.kindcheck.demoepd.storage.DataFolder;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * All records, in memory, written whole after each change: a ward is small. Resources go in and out
 * as copies, for theirs are mutable and pages read while others write.
 */
@Component
public class Records {

  private static final String FILE = "records.json";

  private final Map<String, Resource> byReference = new LinkedHashMap<>();
  private final FhirContext fhir;
  private final DataFolder folder;
  private final DemoClock clock;

  Records(FhirContext fhir, DataFolder folder, DemoClock clock) {
    this.fhir = fhir;
    this.folder = folder;
    this.clock = clock;
    folder.read(FILE).ifPresentOrElse(this::load, this::open);
  }

  public synchronized <T extends Resource> Optional<T> find(Class<T> type, String id) {
    return Optional.ofNullable(byReference.get(type.getSimpleName() + "/" + id))
        .map(resource -> type.cast(resource.copy()));
  }

  public synchronized <T extends Resource> List<T> search(Class<T> type, Query query) {
    List<T> found = new ArrayList<>();
    for (Resource resource : byReference.values()) {
      if (type.isInstance(resource) && query.fits(resource)) {
        found.add(type.cast(resource.copy()));
      }
    }
    return query.sorted(found);
  }

  /** Stores a resource that is new, under an id of ours. */
  public synchronized <T extends Resource> T create(T resource) {
    resource.setId(UUID.randomUUID().toString());
    return store(resource, 1);
  }

  /** Stores the next version of a resource that is there. */
  public synchronized <T extends Resource> T update(T resource) {
    Resource before = byReference.get(reference(resource));
    if (before == null) {
      throw new IllegalArgumentException("There is no " + reference(resource));
    }
    return store(resource, Integer.parseInt(before.getMeta().getVersionId()) + 1);
  }

  private <T extends Resource> T store(T resource, int version) {
    put(resource, version);
    save();
    return resource;
  }

  private void put(Resource resource, int version) {
    Resource kept = resource.copy();
    kept.setId(reference(resource));
    kept.getMeta()
        .setVersionId(Integer.toString(version))
        .setLastUpdated(Date.from(clock.instant()));
    byReference.put(reference(kept), kept);
    resource.setMeta(kept.getMeta().copy());
  }

  private void open() {
    Ward.asOf(clock.today()).forEach(resource -> put(resource, 1));
    save();
  }

  private void load(String text) {
    try {
      Bundle bundle = fhir.newJsonParser().parseResource(Bundle.class, text);
      bundle
          .getEntry()
          .forEach(entry -> byReference.put(reference(entry.getResource()), entry.getResource()));
    } catch (DataFormatException e) {
      throw new IllegalStateException(
          FILE + " in demo-epd.data is not a FHIR Bundle: remove it to start anew.", e);
    }
  }

  private void save() {
    Bundle all = new Bundle().setType(Bundle.BundleType.COLLECTION);
    byReference.values().forEach(resource -> all.addEntry().setResource(resource));
    folder.write(FILE, fhir.newJsonParser().encodeResourceToString(all));
  }

  private static String reference(Resource resource) {
    return resource.fhirType() + "/" + resource.getIdPart();
  }
}
