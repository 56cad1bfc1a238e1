package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import org.jspecify.annotations.Nullable;

/**
 * What one recorded Kindcheck says, before it becomes statements.
 *
 * @param on the day of the conversation
 * @param author who had it, as a reference of the EPD
 * @param outcome null where none was given
 * @param unclearBecause the sub-outcome of <i>unclear</i>; null where not given
 * @param reason why postponed, declined or not applicable; null where not given
 * @param postponedUntil the day to which it was postponed; null where not given
 * @param children the children spoken about, in the order of the form
 * @param said every claim made, each with its perspective and nature
 */
public record Conversation(
    LocalDate on,
    String author,
    @Nullable Outcome outcome,
    @Nullable UnclearBecause unclearBecause,
    @Nullable String reason,
    @Nullable LocalDate postponedUntil,
    List<ChildId> children,
    List<Said> said)
    implements Serializable {

  public Conversation {
    children = List.copyOf(children);
    said = List.copyOf(said);
  }

  /**
   * One claim as it was made.
   *
   * @param linkId the item of the Questionnaire it answers
   * @param path where it stands in the response, as a FHIRPath expression
   */
  public record Said(
      Claim claim,
      Perspective perspective,
      Nature nature,
      PartialDate observedAt,
      String linkId,
      String path)
      implements Serializable {}
}
