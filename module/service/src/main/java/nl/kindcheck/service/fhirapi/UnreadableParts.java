package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.kindcheck.service.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What of a response could not be read as FHIR. It waits until the rest was looked at, so that the
 * sender hears every fault at once; nothing of such a response is ever recorded.
 */
record UnreadableParts(List<Refused.Fault> faults) {

  private static final String KEY = UnreadableParts.class.getName();

  /** What the rest seems to lack where a part of it could not be read. */
  private static final Set<String> FOLLOWS =
      Set.of(
          "response.subject",
          "response.author",
          "response.encounter",
          "response.unknown-code",
          "response.empty-answer",
          "response.empty-group",
          "response.needs-answer",
          "response.wrong-extension");

  static UnreadableParts of(RequestDetails details) {
    return details.getUserData().get(KEY) instanceof UnreadableParts parts
        ? parts
        : new UnreadableParts(List.of());
  }

  void putInto(RequestDetails details) {
    details.getUserData().put(KEY, this);
  }

  /**
   * Refuses a response of which a part could not be read.
   *
   * @param others finds the faults of the rest
   * @throws Refused with those and these
   */
  void refuse(Supplier<List<Refused.Fault>> others) {
    if (faults.isEmpty()) {
      return;
    }
    List<Refused.Fault> all = new ArrayList<>(faults);
    others.get().stream().filter(other -> !isOfUnreadable(other)).forEach(all::add);
    throw refused(all);
  }

  /** 400 where it is no FHIR, 422 where it only holds what cannot be kept. */
  static Refused refused(List<Refused.Fault> faults) {
    boolean noFhir = faults.stream().anyMatch(f -> JsonShape.NO_FHIR.contains(f.code()));
    return new Refused(noFhir ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT, faults);
  }

  private boolean isOfUnreadable(Refused.Fault other) {
    return faults.stream()
        .anyMatch(
            f ->
                isAtOrBelow(other.field(), f.field())
                    || (FOLLOWS.contains(other.code()) && isPartOf(f.field(), other.field())));
  }

  /** A value of an unknown kind ({@code valueText}) is what the answer seems to lack, too. */
  private static boolean isPartOf(@Nullable String place, @Nullable String other) {
    return place != null && other != null && place.startsWith(other);
  }

  private static boolean isAtOrBelow(@Nullable String place, @Nullable String other) {
    return place != null
        && other != null
        && (place.equals(other) || place.startsWith(other + ".") || place.startsWith(other + "["));
  }
}
