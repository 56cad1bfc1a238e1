package nl.kindcheck.service.family;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Check;
import org.jspecify.annotations.Nullable;

/**
 * One version of a recorded Kindcheck.
 *
 * @param encounter the encounter it belongs to, as a reference of the EPD; null where it belongs to
 *     none
 * @param identifier the sender's own identifier, which makes a repetition recognisable; null where
 *     it gave none
 * @param contentHash over the body without what a server fills in
 * @param body the QuestionnaireResponse as received, as JSON
 * @param missing what it still lacks, as FHIRPath expressions
 */
public record RecordedResponse(
    ResponseId id,
    int version,
    String patient,
    @Nullable String encounter,
    @Nullable String identifier,
    byte[] contentHash,
    String body,
    Check check,
    List<String> missing,
    String author,
    Instant recordedAt) {

  public LocalDate on() {
    return check.on();
  }
}
