package nl.kindcheck.core.rule;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.PartialDate;

/** The age bands of the prompts (signals by age: facts, KOPP/KOV). */
public enum AgeBand implements Coded {
  BABY(0, 1),
  TODDLER(1, 4),
  SCHOOL_AGE(4, 12),
  ADOLESCENT(12, 18);

  private final int from;
  private final int to;

  AgeBand(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /**
   * The bands whose prompts fit a child on a day: every band where the age is unknown, both
   * neighbours where the date of birth is too coarse to choose, none for a child that died or is an
   * adult.
   */
  public static Set<AgeBand> of(Child child, LocalDate day) {
    if (child.died()) {
      return EnumSet.noneOf(AgeBand.class);
    }
    return child.birth().map(b -> of(b, day)).orElseGet(() -> EnumSet.allOf(AgeBand.class));
  }

  /** The bands that fit a date of birth; none for an adult. */
  public static Set<AgeBand> of(PartialDate birth, LocalDate day) {
    Set<AgeBand> bands = EnumSet.noneOf(AgeBand.class);
    for (AgeBand band : values()) {
      boolean begun = !birth.firstDay().plusYears(band.from).isAfter(day);
      boolean over = !birth.lastDay().plusYears(band.to).isAfter(day);
      if (begun && !over) {
        bands.add(band);
      }
    }
    return bands;
  }
}
