package nl.kindcheck.fhir;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is read of an episode of care.
 *
 * @param status in lower case
 * @param careManager the reference to the care manager; null where there is none yet
 */
public record EpisodePicture(
    String id,
    String status,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    @Nullable String careManager) {}
