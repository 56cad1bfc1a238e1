package nl.kindcheck.demoepd.kindcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the Kindcheck of a patient, as the service says it.
 *
 * @param status due, overdue, not-due, postponed, paused, stopped or unknown
 * @param question the first question to ask; null where there is none
 * @param owner who does it; null where the service names nobody
 * @param outcome the code of the last outcome; null where there was none
 */
public record KindcheckStatus(
    String status,
    @Nullable LocalDate due,
    @Nullable String question,
    List<String> reasons,
    @Nullable String owner,
    @Nullable LocalDate last,
    @Nullable String outcome) {

  private static final Set<String> STATUSES =
      Set.of("due", "overdue", "not-due", "postponed", "paused", "stopped", "unknown");

  static KindcheckStatus of(Parameters answer) {
    return new KindcheckStatus(
        Answers.text(answer, "status").filter(STATUSES::contains).orElseThrow(),
        day(Answers.text(answer, "due")),
        Answers.text(answer, "question").orElse(null),
        Answers.reasons(answer),
        Answers.text(answer, "owner").orElse(null),
        day(Answers.text(answer, "last")),
        Answers.text(answer, "outcome").orElse(null));
  }

  /** A date, or a moment cut to its date. */
  private static @Nullable LocalDate day(Optional<String> text) {
    return text.map(value -> LocalDate.parse(value.substring(0, 10))).orElse(null);
  }
}
