package nl.kindcheck.service.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be carried out, with every fault that was found. One place words it: a
 * problem for our own endpoints, an OperationOutcome for FHIR.
 */
public final class Refused extends RuntimeException {

  /** The fact of a fault that says after how many seconds trying again may help. */
  public static final String SECONDS = "seconds";

  private static final long serialVersionUID = 1L;

  private final transient HttpStatus status;
  private final transient List<Fault> faults;

  public Refused(HttpStatus status, List<Fault> faults) {
    super(faults.isEmpty() ? status.toString() : faults.get(0).code(), null, false, false);
    this.status = status;
    this.faults = List.copyOf(faults);
  }

  public Refused(HttpStatus status, String code, @Nullable String field) {
    this(status, List.of(new Fault(code, field, Map.of())));
  }

  public Refused(
      HttpStatus status, String code, @Nullable String field, Map<String, String> facts) {
    this(status, List.of(new Fault(code, field, facts)));
  }

  /**
   * One fault.
   *
   * @param code the key of its text under {@code error.}
   * @param field the field, as a path; null where the request as a whole is at fault
   * @param facts what the text names; never a value that somebody typed
   */
  public record Fault(String code, @Nullable String field, Map<String, String> facts) {}

  /** For the header Retry-After; empty where waiting does not help. */
  public Optional<String> retryAfter() {
    return status == HttpStatus.TOO_MANY_REQUESTS
        ? Optional.ofNullable(faults.get(0).facts().get(SECONDS))
        : Optional.empty();
  }

  public HttpStatus status() {
    return status;
  }

  public List<Fault> faults() {
    return faults;
  }
}
