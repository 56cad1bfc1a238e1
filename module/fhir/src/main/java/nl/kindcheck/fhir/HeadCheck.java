package nl.kindcheck.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.rule.Implausible;
import nl.kindcheck.core.rule.Plausibility;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.jspecify.annotations.Nullable;

/** Checks what stands above the answers: about whom, by whom, when, and in which status. */
final class HeadCheck {

  private static final String AUTHORED = "authored";

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
    PartialDate date = authored == null ? null : dateOf(authored);
    if (date == null || date.day() == null) {
      fault(AUTHORED, "response.authored", Map.of());
      return;
    }
    Optional<Implausible> wrong = Plausibility.ofConversation(AUTHORED, date.firstDay(), today);
    if (wrong.isPresent()) {
      fault(AUTHORED, wrong.get().code(), wrong.get().facts());
    } else {
      day = date.firstDay();
    }
  }

  /** FHIR's own parser takes a time without its zone, which is no moment. */
  private static @Nullable PartialDate dateOf(String authored) {
    try {
      return FhirDates.partial(authored);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void fault(String element, String code, Map<String, String> facts) {
    faults.add(new Fault("QuestionnaireResponse." + element, code, facts));
  }

  List<Fault> faults() {
    return faults;
  }

  /** The day of the conversation; empty exactly where a fault was found in it. */
  Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }
}
