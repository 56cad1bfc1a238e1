package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what cannot be true or may not be recorded, before anything is stored: a conversation or
 * a birth in the future or long ago, an expected birth that no pregnancy fits, a postponement or a
 * follow-up out of bounds, a BSN in a text (requirements 4.1 and 4.11). It looks at the dates and
 * the texts one by one, so that a fault in one answer never hides the fault in another.
 */
public final class Plausibility {

  /**
   * The law asks for a Kindcheck since 2013 and the first hospitals asked some years before; an
   * older conversation is a slip of the pen.
   */
  private static final LocalDate EARLIEST_CONVERSATION = LocalDate.of(2000, 1, 1);

  private static final int OLDEST_CHILD_YEARS = 100;
  private static final int EXPECTED_MONTHS_AHEAD = 10;
  private static final int EXPECTED_MONTHS_AGO = 2;

  /** Longer than any interval after which a Kindcheck comes back; further is a slip of the pen. */
  private static final int FOLLOW_UP_YEARS_AHEAD = 5;

  private final When when;
  private final Policy policy;
  private final LocalDate today;
  private final List<Implausible> found = new ArrayList<>();

  private Plausibility(When when, Policy policy, LocalDate today) {
    this.when = when;
    this.policy = policy;
    this.today = today;
  }

  /** What a date in a conversation says. */
  public enum Kind {
    BIRTH,
    EXPECTED_BIRTH,
    POSTPONED_UNTIL,
    FOLLOW_UP
  }

  /**
   * A date that somebody gave.
   *
   * @param path where it stands in the response, as a FHIRPath expression
   */
  public record Dated(Kind kind, String path, PartialDate date) implements Serializable {}

  /**
   * A text that somebody typed.
   *
   * @param path where it stands in the response, as a FHIRPath expression
   */
  public record Text(String path, String text) implements Serializable {}

  /**
   * When the conversation was: one day, or the days it can have been on. A correction may still say
   * what fitted the day of the conversation that it corrects.
   *
   * @param earliest null where nothing is known of it
   */
  public record When(@Nullable LocalDate earliest, LocalDate latest) implements Serializable {

    public static When on(LocalDate day) {
      return new When(day, day);
    }
  }

  /**
   * Why a conversation cannot have been on a day; empty where it can. It is judged by its day: a
   * time later today is the clock of the sender.
   */
  public static Optional<Implausible> ofConversation(String path, LocalDate on, LocalDate today) {
    if (on.isAfter(today)) {
      return Optional.of(implausible(path, "response.authored-in-future", "today", today));
    }
    return on.isBefore(EARLIEST_CONVERSATION)
        ? Optional.of(
            implausible(path, "response.authored-too-long-ago", "earliest", EARLIEST_CONVERSATION))
        : Optional.empty();
  }

  /** Everything implausible at once, first the dates and then the texts, each in its order. */
  public static List<Implausible> of(
      When when, List<Dated> dates, List<Text> texts, Policy policy, LocalDate today) {
    Plausibility check = new Plausibility(when, policy, today);
    dates.forEach(check::date);
    for (Text text : texts) {
      if (Bsn.hiddenIn(text.text())) {
        check.found.add(new Implausible(text.path(), "plausibility.bsn", Map.of()));
      }
    }
    return List.copyOf(check.found);
  }

  /**
   * Whether a child would be as old as the patient or older, where the relation does not allow it:
   * a partner's child, a sibling or a foster child may be.
   *
   * @param child when the child was born; a month or a year may hold the day after the patient's
   */
  public static boolean olderThanParent(Relation relation, PartialDate child, LocalDate parent) {
    return switch (relation) {
      case OWN, ADOPTIVE, GRANDCHILD -> !child.lastDay().isAfter(parent);
      case STEP, FOSTER, PARTNERS_CHILD, SIBLING, OTHER -> false;
    };
  }

  private void date(Dated dated) {
    switch (dated.kind()) {
      case BIRTH -> birth(dated);
      case EXPECTED_BIRTH -> expected(dated);
      case POSTPONED_UNTIL -> postponement(dated);
      case FOLLOW_UP -> followUp(dated);
    }
  }

  private void birth(Dated born) {
    LocalDate earliest = today.minusYears(OLDEST_CHILD_YEARS);
    if (born.date().firstDay().isAfter(today)) {
      add(born, "plausibility.born-after-today", "today", today);
    } else if (born.date().lastDay().isBefore(earliest)) {
      add(born, "plausibility.born-too-long-ago", "earliest", earliest);
    }
  }

  /** Judged by the day of the conversation: an older one may be sent or corrected later. */
  private void expected(Dated birth) {
    LocalDate latest = when.latest().plusMonths(EXPECTED_MONTHS_AHEAD);
    LocalDate earliest =
        when.earliest() == null ? null : when.earliest().minusMonths(EXPECTED_MONTHS_AGO);
    if (birth.date().firstDay().isAfter(latest)) {
      add(birth, "plausibility.expected-too-far", "latest", latest);
    } else if (earliest != null && birth.date().lastDay().isBefore(earliest)) {
      add(birth, "plausibility.expected-too-long-ago", "earliest", earliest);
    }
  }

  private void postponement(Dated until) {
    LocalDate latest = when.latest().plusDays(policy.windows().longestPostponement());
    LocalDate on = when.earliest();
    if (on != null && !until.date().lastDay().isAfter(on)) {
      add(until, "plausibility.postponed-not-after", "on", on);
    } else if (until.date().firstDay().isAfter(latest)) {
      add(until, "plausibility.postponed-too-far", "latest", latest);
    }
  }

  private void followUp(Dated by) {
    LocalDate latest = when.latest().plusYears(FOLLOW_UP_YEARS_AHEAD);
    LocalDate on = when.earliest();
    if (on != null && by.date().lastDay().isBefore(on)) {
      add(by, "plausibility.follow-up-before", "on", on);
    } else if (by.date().firstDay().isAfter(latest)) {
      add(by, "plausibility.follow-up-too-far", "latest", latest);
    }
  }

  private void add(Dated at, String code, String fact, LocalDate date) {
    found.add(implausible(at.path(), code, fact, date));
  }

  private static Implausible implausible(String path, String code, String fact, LocalDate date) {
    return new Implausible(path, code, Map.of(fact, date.toString()));
  }
}
