package nl.kindcheck.demoepd.fhirapi;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** One page of what was found; HAPI makes the links to the others from its offset and size. */
final class ResultPage {

  private static final int DEFAULT = 50;
  private static final int LARGEST = 200;

  private ResultPage() {}

  static IBundleProvider of(
      List<? extends Resource> found, @Nullable Integer count, @Nullable Integer offset) {
    int size = Math.min(count == null ? DEFAULT : count, LARGEST);
    int from = offset == null ? 0 : offset;
    if (size < 0) {
      throw new InvalidRequestException("_count: must not be negative.");
    }
    if (from < 0) {
      throw new InvalidRequestException("_offset: must not be negative.");
    }
    int start = Math.min(from, found.size());
    int end = Math.min(start + size, found.size());
    SimpleBundleProvider page = new SimpleBundleProvider(List.copyOf(found.subList(start, end)));
    page.setSize(found.size());
    page.setCurrentPageOffset(from);
    page.setCurrentPageSize(size);
    return page;
  }
}
