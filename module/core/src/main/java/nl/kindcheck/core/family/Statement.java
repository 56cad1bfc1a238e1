package nl.kindcheck.core.family;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was learned, by whom, from whose perspective, and from which answer (F11, F19).
 * Never changed: a correction is a new statement that names the one it corrects.
 *
 * @param author who recorded it, as a reference of the EPD, for instance {@code Practitioner/12}
 * @param observedAt when it was seen or said, as precise as it is known
 * @param recordedAt when it entered the record
 * @param corrects null where it corrects nothing
 */
public record Statement(
    StatementId id,
    Claim claim,
    Perspective perspective,
    Nature nature,
    String author,
    PartialDate observedAt,
    Instant recordedAt,
    Origin origin,
    @Nullable Correction corrects)
    implements Serializable {

  public Statement {
    if (claim instanceof Claim.Retracted && corrects == null) {
      throw new IllegalArgumentException("A retraction names the statement it takes back.");
    }
  }

  /**
   * The answer a statement came from.
   *
   * @param version 1 for the first version of the response, one more for each amendment
   * @param linkId the item of the Questionnaire
   */
  public record Origin(ResponseId response, int version, String linkId) implements Serializable {}

  /**
   * @param reason why, in words; never blank
   */
  public record Correction(StatementId statement, String reason) implements Serializable {
    public Correction {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("A correction needs a reason.");
      }
    }
  }
}
