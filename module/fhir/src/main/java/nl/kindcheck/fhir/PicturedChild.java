package nl.kindcheck.fhir;

import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A child as an EPD pictures it; unverified.
 *
 * @param birth null where the EPD does not say
 * @param atHome whether it lives with the patient; null where the EPD does not say
 * @param label a first name; null where the EPD gives none
 * @param relation null where the EPD does not say which
 * @param source the reference to where it was read, for instance {@code Observation/12}
 */
public record PicturedChild(
    @Nullable PartialDate birth,
    @Nullable Boolean atHome,
    @Nullable String label,
    @Nullable Relation relation,
    String source) {}
