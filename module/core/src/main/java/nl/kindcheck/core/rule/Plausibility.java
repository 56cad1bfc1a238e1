package nl.kindcheck.core.rule;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.policy.Policy;

/**
 * Refuses what cannot be true or may not be recorded, before anything is stored: a birth in the
 * future or long ago, an expected birth that no pregnancy fits, a postponement out of bounds, a BSN
 * in a text (requirements 4.1 and 4.11).
 */
public final class Plausibility {

  /** The path of an implausible postponement: the field of the conversation. */
  public static final String POSTPONED_UNTIL = "postponedUntil";

  private static final int OLDEST_CHILD_YEARS = 100;
  private static final int EXPECTED_MONTHS_AHEAD = 10;
  private static final int EXPECTED_MONTHS_AGO = 2;

  private final LocalDate today;
  private final List<Implausible> found = new ArrayList<>();

  private Plausibility(LocalDate today) {
    this.today = today;
  }

  /**
   * A text that somebody typed.
   *
   * @param path where it stands in the response, as a FHIRPath expression
   */
  public record Text(String path, String text) implements Serializable {}

  /** Everything implausible at once, in the order of the conversation, the texts last. */
  public static List<Implausible> of(
      Conversation conversation, List<Text> texts, Policy policy, LocalDate today) {
    Plausibility check = new Plausibility(today);
    for (Conversation.Said said : conversation.said()) {
      if (said.claim() instanceof Claim.Born born && born.date() != null) {
        check.birth(said.path(), born.date());
      } else if (said.claim() instanceof Claim.PregnancyStated pregnancy
          && pregnancy.expected() != null) {
        check.expected(said.path(), pregnancy.expected(), conversation.on());
      }
    }
    if (conversation.postponedUntil() != null) {
      check.postponement(conversation.on(), conversation.postponedUntil(), policy);
    }
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

  private void birth(String path, PartialDate date) {
    LocalDate earliest = today.minusYears(OLDEST_CHILD_YEARS);
    if (date.firstDay().isAfter(today)) {
      add(path, "plausibility.born-after-today", "today", today);
    } else if (date.lastDay().isBefore(earliest)) {
      add(path, "plausibility.born-too-long-ago", "earliest", earliest);
    }
  }

  /** Judged by the day of the conversation: an older one may be sent or corrected later. */
  private void expected(String path, PartialDate date, LocalDate on) {
    LocalDate latest = on.plusMonths(EXPECTED_MONTHS_AHEAD);
    LocalDate earliest = on.minusMonths(EXPECTED_MONTHS_AGO);
    if (date.firstDay().isAfter(latest)) {
      add(path, "plausibility.expected-too-far", "latest", latest);
    } else if (date.lastDay().isBefore(earliest)) {
      add(path, "plausibility.expected-too-long-ago", "earliest", earliest);
    }
  }

  private void postponement(LocalDate on, LocalDate until, Policy policy) {
    LocalDate latest = on.plusDays(policy.windows().longestPostponement());
    if (!until.isAfter(on)) {
      add(POSTPONED_UNTIL, "plausibility.postponed-not-after", "on", on);
    } else if (until.isAfter(latest)) {
      add(POSTPONED_UNTIL, "plausibility.postponed-too-far", "latest", latest);
    }
  }

  private void add(String path, String code, String fact, LocalDate date) {
    found.add(new Implausible(path, code, Map.of(fact, date.toString())));
  }
}
