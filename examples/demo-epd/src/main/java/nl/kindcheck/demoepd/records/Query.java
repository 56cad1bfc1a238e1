package nl.kindcheck.demoepd.records;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: all the conditions hold; within a list one is enough, and an empty list is no
 * condition.
 */
public record Query(
    @Nullable String patient,
    List<String> ids,
    List<Token> codes,
    List<String> statuses,
    Predicate<Instant> updated,
    Order order) {

  /** The order by date. */
  public enum Order {
    AS_STORED,
    OLDEST_FIRST,
    NEWEST_FIRST
  }

  public static Query all() {
    return new Query(null, List.of(), List.of(), List.of(), any -> true, Order.AS_STORED);
  }

  public static Query ofPatient(String patient) {
    return new Query(patient, List.of(), List.of(), List.of(), any -> true, Order.NEWEST_FIRST);
  }

  /** The same query for some codes only. */
  public Query withCode(Token code) {
    return new Query(patient, ids, List.of(code), statuses, updated, order);
  }

  boolean fits(Resource resource) {
    return (patient == null || patient.equals(Facets.patient(resource)))
        && (ids.isEmpty() || ids.contains(resource.getIdPart()))
        && (codes.isEmpty() || codes.stream().anyMatch(code -> code.fits(Facets.codes(resource))))
        && (statuses.isEmpty() || statuses.contains(Facets.status(resource)))
        && updated.test(resource.getMeta().getLastUpdated().toInstant());
  }

  <T extends Resource> List<T> sorted(List<T> found) {
    Comparator<T> oldestFirst = Comparator.comparing(Facets::date);
    return switch (order) {
      case AS_STORED -> found;
      case OLDEST_FIRST -> found.stream().sorted(oldestFirst).toList();
      case NEWEST_FIRST -> found.stream().sorted(oldestFirst.reversed()).toList();
    };
  }
}
