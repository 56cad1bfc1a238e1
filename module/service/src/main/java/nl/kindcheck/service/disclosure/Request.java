package nl.kindcheck.service.disclosure;

import java.time.Instant;
import java.util.UUID;
import nl.kindcheck.core.disclosure.Asker;
import nl.kindcheck.core.disclosure.Destruction;
import nl.kindcheck.core.family.ChildId;
import org.jspecify.annotations.Nullable;

/**
 * A request for destruction.
 *
 * @param patient whose record, as a reference of the EPD
 * @param child whose part of it; null for the whole record
 * @param course what happened to it, step by step
 */
public record Request(
    UUID id, String patient, @Nullable ChildId child, Asker asker, Destruction course) {

  public Instant askedAt() {
    return course.entries().get(0).at();
  }

  /** Who wrote it down. */
  public String askedBy() {
    return course.entries().get(0).by();
  }
}
