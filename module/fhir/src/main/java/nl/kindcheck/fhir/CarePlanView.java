package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the Kindcheck in a care plan.
 *
 * @param patientReference for instance {@code Patient/12}
 * @param status a code of FHIR's RequestStatus, of the plan as a whole
 * @param activityStatus a code of FHIR's CarePlanActivityStatus
 * @param due the next due date; null while nothing is asked
 * @param everyMonths after how many months an earlier check asks again; null where none does
 * @param owner a reference of the EPD, or the code of a role where {@code ownerIsRole}
 * @param why in words; not blank
 * @param language of the words, as in {@code nl}
 * @param goals the ids of the goals that are not closed
 */
public record CarePlanView(
    String id,
    String patientReference,
    String status,
    String activityStatus,
    @Nullable LocalDate due,
    @Nullable Integer everyMonths,
    String owner,
    boolean ownerIsRole,
    String why,
    String language,
    List<String> goals) {

  public CarePlanView {
    goals = List.copyOf(goals);
  }
}
