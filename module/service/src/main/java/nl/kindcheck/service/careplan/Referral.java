package nl.kindcheck.service.careplan;

import java.time.Instant;
import java.time.LocalDate;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.platform.DomainClock;
import org.jspecify.annotations.Nullable;

/**
 * Whether the referral said anything of children, as somebody read it (F5).
 *
 * @param version 1, 2, 3; each is kept
 * @param readBy who read it; null where whoever recorded it did
 * @param reason why an earlier answer was corrected; null for the first one
 * @param author who recorded it, as a reference of the EPD
 */
public record Referral(
    int version,
    Answer answer,
    @Nullable String readBy,
    @Nullable String reason,
    String author,
    Instant at) {

  /** What the referral said. That it said nothing never means that there are no children. */
  public enum Answer implements Coded {
    MENTIONED,
    /** It said that there are none. */
    NONE_STATED,
    NOT_MENTIONED,
    UNKNOWN
  }

  public LocalDate on() {
    return LocalDate.ofInstant(at, DomainClock.ZONE);
  }

  boolean says(Referrals.Said said) {
    return answer == said.answer()
        && (readBy == null ? "" : readBy).equals(said.readBy())
        && (said.reason().isEmpty() || said.reason().equals(reason));
  }
}
