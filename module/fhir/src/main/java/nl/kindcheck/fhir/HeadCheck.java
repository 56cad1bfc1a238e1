package nl.kindcheck.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.PartialDate;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.jspecify.annotations.Nullable;

/** Checks what stands above the answers: about whom, by whom, when, and in which status. */
final class HeadCheck {

  private final List<Fault> faults = new ArrayList<>();
  private @Nullable LocalDate day;

  HeadCheck(QuestionnaireResponse response, LocalDate today) {
    QuestionnaireResponseStatus status = response.getStatus();
    if (status != QuestionnaireResponseStatus.COMPLETED
        && status != QuestionnaireResponseStatus.AMENDED) {
      fault("status", "response.status", Map.of("allowed", "completed, amended"));
    }
    if (!References.isTo(response.getSubject().getReference(), "Patient")) {
      fault("subject", "response.subject", Map.of());
    }
    if (!References.isTo(response.getAuthor().getReference(), "Practitioner", "PractitionerRole")) {
      fault("author", "response.author", Map.of());
    }
    authored(
        response.hasAuthored() ? response.getAuthoredElement().getValueAsString() : null, today);
  }

  private void authored(@Nullable String authored, LocalDate today) {
    if (authored == null) {
      fault("authored", "response.authored", Map.of());
      return;
    }
    PartialDate date = FhirDates.partial(authored);
    if (date.day() == null) {
      fault("authored", "response.authored", Map.of());
    } else if (date.firstDay().isAfter(today)) {
      fault("authored", "response.authored-in-future", Map.of("today", today.toString()));
    } else {
      day = date.firstDay();
    }
  }

  private void fault(String element, String code, Map<String, String> facts) {
    faults.add(new Fault("QuestionnaireResponse." + element, code, facts));
  }

  List<Fault> faults() {
    return faults;
  }

  /**
   * The day of the conversation.
   *
   * @throws IllegalStateException where a fault was found in it
   */
  LocalDate day() {
    if (day == null) {
      throw new IllegalStateException("The response has no usable day.");
    }
    return day;
  }
}
