package nl.kindcheck.service.tenancy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may reach of one resource type.
 *
 * @param patient whose record was opened when the token was given, as in {@code Patient/12}; null
 *     for none
 * @param reaches each is enough by itself; none grants nothing
 */
public record Grant(TenantId tenant, String type, @Nullable String patient, List<Reach> reaches) {

  /**
   * A part of the resources of a type.
   *
   * @param ofThePatient only those of the patient whose record was opened
   * @param query only those that a search with these parameters would find
   */
  public record Reach(boolean ofThePatient, boolean patientScope, Map<String, String> query) {}

  public Grant {
    reaches = List.copyOf(reaches);
  }

  public boolean grantsNothing() {
    return reaches.isEmpty();
  }

  /** The one patient whose resources can be reached; empty where there may be others. */
  public Optional<String> onlyPatient() {
    return reaches.stream().allMatch(Reach::ofThePatient)
        ? Optional.ofNullable(patient)
        : Optional.empty();
  }

  /**
   * Whether it leaves under a patient scope alone, and so without what is shielded from the
   * patient: whoever asks for the scope of a patient may be the patient.
   */
  public boolean isShielding() {
    return reaches.stream().allMatch(Reach::patientScope);
  }

  /** Whether everything of a patient is reached, whatever it says. */
  public boolean covers(String ofPatient) {
    return reaches.stream()
        .filter(reach -> reach.query().isEmpty())
        .anyMatch(reach -> !reach.ofThePatient() || ofPatient.equals(patient));
  }
}
