package nl.kindcheck.fhir;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a goal for the parent's role.
 *
 * @param patientReference for instance {@code Patient/12}
 * @param status a code of FHIR's GoalLifecycleStatus
 * @param achieved whether it was achieved
 * @param words the parent's own
 * @param owner who works on it with the parent, as people there say it
 * @param recordedOn the day on which it was first recorded
 * @param lookBackOn the day on which it is looked at again
 * @param statusOn the day of the last change
 * @param reason why it was stopped; null where it was not
 */
public record GoalView(
    String id,
    String patientReference,
    String status,
    boolean achieved,
    String words,
    String owner,
    LocalDate recordedOn,
    LocalDate lookBackOn,
    LocalDate statusOn,
    @Nullable String reason) {}
