package nl.kindcheck.demoepd.ward;

import java.time.LocalDate;
import nl.kindcheck.demoepd.clock.DemoClock;
import nl.kindcheck.demoepd.records.ContactKind;
import nl.kindcheck.demoepd.records.Encounters;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;

/**
 * An encounter as a page shows it.
 *
 * @param kind the key of its kind
 * @param on the day it began; null where that is not known
 * @param with who saw the patient; null where that is not known
 */
record EncounterView(
    String id, String kind, boolean open, @Nullable LocalDate on, @Nullable String with) {

  static EncounterView of(Encounter encounter) {
    return new EncounterView(
        encounter.getIdPart(),
        "kind." + ContactKind.of(encounter).code(),
        Encounters.open(encounter),
        encounter.getPeriod().hasStart()
            ? LocalDate.ofInstant(encounter.getPeriod().getStart().toInstant(), DemoClock.ZONE)
            : null,
        encounter.hasParticipant()
            ? encounter.getParticipantFirstRep().getIndividual().getDisplay()
            : null);
  }
}
