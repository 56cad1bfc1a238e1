package nl.kindcheck.service.epdfamily;

import java.util.List;
import nl.kindcheck.fhir.EpdFamily;

/**
 * What the EPD said, and what it did not give.
 *
 * @param family the children that were read
 * @param gaps what could not be read; empty where all was
 */
public record FamilyReport(EpdFamily family, List<Gap> gaps) {

  /** What is read. */
  public enum Source {
    PERSONS("RelatedPerson"),
    SITUATION("Observation"),
    /** Only to know who lives at the same address. */
    ADDRESS("Patient");

    private final String type;

    Source(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  /** Why something could not be read, each with something else to do about it. */
  public enum Why {
    NOT_GRANTED,
    EXPIRED,
    AWAY,
    LATE,
    NO_USABLE_ANSWER,
    TOO_MANY
  }

  /**
   * @param partly whether some of it was read all the same
   */
  public record Gap(Source source, Why why, boolean partly) {}

  public FamilyReport {
    gaps = List.copyOf(gaps);
  }

  /** Whether no source that names children could be read at all. */
  public boolean nothingRead() {
    return isMissing(Source.PERSONS) && isMissing(Source.SITUATION);
  }

  /** Whether all that names children was read: only then it says something that nobody is named. */
  public boolean whole() {
    return family.unreadable() == 0
        && gaps.stream().allMatch(gap -> gap.source() == Source.ADDRESS);
  }

  private boolean isMissing(Source source) {
    return gaps.stream().anyMatch(gap -> gap.source() == source && !gap.partly());
  }
}
