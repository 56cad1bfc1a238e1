package nl.kindcheck.fhir;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a task.
 *
 * @param code of our code system {@code task}
 * @param status a code of FHIR's TaskStatus, for instance {@code requested}
 * @param patientReference for instance {@code Patient/12}
 * @param encounterReference null where it came from no encounter
 * @param owner a reference of the EPD, or the code of a role where {@code ownerIsRole}
 * @param due the due date; postponing does not move it
 * @param launchUrl where the form opens; null where there is none
 * @param question what is asked; null where the task is not a question
 * @param askedBy who asks, as a reference of the EPD; null where nothing is asked
 */
public record TaskView(
    String id,
    String code,
    String status,
    String patientReference,
    @Nullable String encounterReference,
    String owner,
    boolean ownerIsRole,
    LocalDate due,
    Instant created,
    Instant modified,
    @Nullable String launchUrl,
    @Nullable String question,
    @Nullable String askedBy) {}
