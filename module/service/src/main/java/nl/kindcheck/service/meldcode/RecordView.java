package nl.kindcheck.service.meldcode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as its pages show it.
 *
 * @param about the label of every child it is about, and whom else
 * @param opened what was written when it was opened
 * @param dangerState how it stands with acute danger
 * @param dangerSaid who said so, and when; null where nobody did
 * @param closed when and why it was closed; null while it is open
 * @param shielding whether it is kept out of a patient portal, and why
 * @param danger whom to call; null where no acute danger is noted
 * @param unfounded what is known where the suspicion proved unfounded; else null
 */
record RecordView(
    String id,
    String heading,
    String about,
    EntryView opened,
    String dangerState,
    @Nullable EntryView dangerSaid,
    @Nullable EntryView closed,
    boolean shielded,
    String shielding,
    @Nullable DangerView danger,
    @Nullable EntryView unfounded,
    List<StepView> steps,
    List<LackingView> lacking,
    String lackingReason,
    String lackingSource) {

  /** One line of the task list. */
  record StepView(int number, String title, String state, String tag, List<EntryView> entries) {}

  /** Something that is still lacking, and where it can be recorded. */
  record LackingView(String text, String href) {}

  /**
   * Whom to call.
   *
   * @param title what the panel says on top
   * @param noted what was noted, by whom, when; null where nothing was
   */
  record DangerView(
      String title, String what, List<CallView> calls, String source, @Nullable EntryView noted) {}

  /**
   * One telephone number.
   *
   * @param href null where there is no number to dial
   */
  record CallView(String who, @Nullable String number, @Nullable String href, String when) {}

  /** One entry of the record. */
  record EntryView(String what, String when, String day, String who, List<Line> lines) {}

  /** One thing that an entry says. */
  record Line(String label, String text) {}
}
