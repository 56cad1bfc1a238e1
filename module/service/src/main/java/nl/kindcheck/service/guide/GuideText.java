package nl.kindcheck.service.guide;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.family.Coded;

/**
 * One topic of the guide in one language.
 *
 * @param html safe to show: made by us of the markdown of the file
 * @param points the lines of its lists as plain text, for a form that offers them one by one
 * @param source where it rests on
 * @param owner who keeps it
 * @param status whether professionals looked at it
 * @param review the day by which somebody looks at it again
 */
public record GuideText(
    GuideTopic topic,
    String title,
    String html,
    List<String> points,
    String source,
    String owner,
    Status status,
    LocalDate review) {

  /** Whether professionals looked at a text. */
  public enum Status implements Coded {
    NOT_VALIDATED,
    VALIDATED
  }

  /** The topic's name in addresses and of its file. */
  public String name() {
    return topic.code();
  }

  public boolean isPastReview(LocalDate today) {
    return review.isBefore(today);
  }
}
