package nl.kindcheck.fhir;

import java.time.LocalDate;
import nl.kindcheck.core.family.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What is read of the patient.
 *
 * @param deceasedOn null while alive, and where the EPD does not say when
 * @param birth null where the EPD does not say
 */
public record PatientPicture(
    String id, boolean deceased, @Nullable LocalDate deceasedOn, @Nullable PartialDate birth) {}
