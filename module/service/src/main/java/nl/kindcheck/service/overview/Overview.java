package nl.kindcheck.service.overview;

import java.time.LocalDate;
import java.util.List;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.PregnancyStatus;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Standing;
import org.jspecify.annotations.Nullable;

/**
 * All that the overview shows.
 *
 * @param children about whom is asked
 * @param others adult children, and children that died
 * @param noneStated whether it was said that there are no children, and none is named
 * @param pregnancy null where it was not asked
 * @param expected the expected date of birth; null where unknown or where nobody is expected
 * @param othersCare whether others share the care; null where it was not asked
 * @param underWay what was agreed and asked, and is not over
 * @param checks the earlier Kindchecks, the latest first
 * @param canBeUnchanged whether "nothing has changed" may be chosen, as core decides
 */
record Overview(
    List<ChildCard> children,
    List<ChildCard> others,
    boolean noneStated,
    @Nullable PregnancyStatus pregnancy,
    @Nullable PartialDate expected,
    List<Claim.CarerNamed> carers,
    @Nullable Answer othersCare,
    Due due,
    UnderWay underWay,
    List<Earlier> checks,
    boolean canBeUnchanged) {

  /** Whether nothing at all was asked yet. */
  public boolean nothingKnown() {
    return children.isEmpty() && others.isEmpty() && !noneStated && pregnancy == null;
  }

  public boolean expecting() {
    return pregnancy == PregnancyStatus.YES;
  }

  /**
   * When the next one is due, and why.
   *
   * @param due null where the recurrence is paused or stopped
   * @param until the day to which it was postponed
   * @param declinedOn when the last conversation was declined, or was not applicable
   * @param begin the question to begin with; null where nothing is asked
   * @param reasons in words
   * @param owner who owns it, in words; null where nothing is open
   * @param past whether the due date lies in the past
   */
  record Due(
      Recurrence.Status status,
      @Nullable LocalDate due,
      @Nullable LocalDate until,
      @Nullable LocalDate declinedOn,
      @Nullable String begin,
      List<String> reasons,
      @Nullable String owner,
      boolean past) {

    public boolean open() {
      return status.asksNow() || status == Recurrence.Status.POSTPONED;
    }

    public boolean stopped() {
      return status == Recurrence.Status.STOPPED;
    }
  }

  /**
   * A Kindcheck that was recorded before.
   *
   * @param said whether anything was said in it besides its outcome
   * @param ofChildren whether anything in it is about a child
   */
  record Earlier(
      String id,
      LocalDate on,
      Outcome outcome,
      Standing standing,
      int version,
      boolean said,
      boolean ofChildren) {

    public boolean incomplete() {
      return standing == Standing.INCOMPLETE;
    }

    /** What nobody said anything of is nothing to give to a parent. */
    public boolean hasSummary() {
      return !incomplete() || ofChildren;
    }
  }
}
