package nl.kindcheck.service.careplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Who may know what, on which ground, until when (F25).
 *
 * @param recipient who it is, as people there would know it
 * @param what never empty; what is not in it is not shared
 * @param note what belongs to the ground; null where nothing was noted
 * @param until the last day on which it holds
 * @param author who recorded it, as a reference of the EPD
 * @param withdrawnAt null where it was not withdrawn
 */
public record Consent(
    UUID id,
    Recipient kind,
    String recipient,
    Set<Share> what,
    Ground ground,
    @Nullable String note,
    LocalDate until,
    String author,
    Instant at,
    @Nullable Instant withdrawnAt) {

  public Consent {
    what = Set.copyOf(what);
  }

  /** The kinds of recipient. */
  public enum Recipient implements Coded {
    GP,
    LOCAL_TEAM,
    YOUTH_HEALTH_CARE,
    YOUTH_CARE,
    SCHOOL,
    OTHER_CLINICIAN,
    OWN_NETWORK,
    OTHER
  }

  /** What may be shared. */
  public enum Share implements Coded {
    CHILDREN_EXIST,
    HOW_CHILDREN_ARE,
    FOLLOW_UP,
    SUMMARY
  }

  /** On which ground. */
  public enum Ground implements Coded {
    PATIENT_CONSENTS,
    BOTH_PARENTS_CONSENT,
    PARENTS_AND_CHILD_CONSENT,
    CHILD_CONSENTS,
    /** Another one, which is written down. */
    OTHER
  }

  /** Whether the same was agreed, whoever recorded it and when. */
  boolean saysTheSameAs(Consent other) {
    return kind == other.kind
        && recipient.equals(other.recipient)
        && what.equals(other.what)
        && ground == other.ground
        && Objects.equals(note, other.note)
        && until.equals(other.until);
  }

  /** Whether something may be shared on a day because of this. */
  public boolean isInForceOn(LocalDate day) {
    return withdrawnAt == null && !day.isAfter(until);
  }
}
