package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.policy.Code;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an encounter.
 *
 * @param subject the reference to the patient, as given
 * @param status in lower case
 * @param encounterClass null where it has none
 * @param start the day in the Netherlands; null where the EPD does not say
 * @param episodes the references to its episodes of care, as given
 * @param performer the reference to who performs it, the primary performer first; null where the
 *     EPD names no professional
 */
public record EncounterPicture(
    String id,
    String subject,
    String status,
    @Nullable Code encounterClass,
    List<Code> types,
    List<Code> serviceTypes,
    @Nullable LocalDate start,
    List<String> episodes,
    @Nullable String performer) {

  public EncounterPicture {
    types = List.copyOf(types);
    serviceTypes = List.copyOf(serviceTypes);
    episodes = List.copyOf(episodes);
  }
}
