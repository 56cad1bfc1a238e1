package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.util.List;
import nl.kindcheck.core.policy.Code;
import org.jspecify.annotations.Nullable;

/**
 * What the mapping to a moment needs of an encounter.
 *
 * @param status as the EPD gives it, in lower case; the FHIR version may differ
 * @param type the class of the encounter; null where it has none
 * @param types Encounter.type
 * @param serviceTypes Encounter.serviceType
 * @param place its place in its open episode of care
 */
public record EncounterFacts(
    String status, @Nullable Code type, List<Code> types, List<Code> serviceTypes, Place place)
    implements Serializable {

  public EncounterFacts {
    types = List.copyOf(types);
    serviceTypes = List.copyOf(serviceTypes);
  }

  /** Whether it is the first encounter of an open episode of care. */
  public enum Place {
    FIRST,
    LATER,
    UNKNOWN
  }
}
