package nl.kindcheck.bench.world;

import java.time.LocalDate;

/** The kinds of families, in equal parts. */
public enum Kind {
  NOT_DUE("seed-not-due", 30),
  DUE("seed-due", 210),
  NEVER_ASKED("seed-never-asked", 3);

  final String seed;
  private final int daysInCare;

  Kind(String seed, int daysInCare) {
    this.seed = seed;
    this.daysInCare = daysInCare;
  }

  static Kind of(int family) {
    return values()[family % values().length];
  }

  /** The day of the intake; the Kindcheck, where there is one, was the day after. */
  LocalDate intake(LocalDate today) {
    return today.minusDays(daysInCare);
  }
}
