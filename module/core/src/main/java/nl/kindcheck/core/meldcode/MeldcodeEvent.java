package nl.kindcheck.core.meldcode;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.ResponseId;
import org.jspecify.annotations.Nullable;

/**
 * What can be recorded in a Meldcode record. A sealed set of records, so that a new kind cannot be
 * forgotten by the fold, the storage or the pages. Any of them may come at any time: nothing here
 * forces an order, and a later one never takes back an earlier one.
 *
 * <p>Texts that a person must give are never blank; where one may be left out it is null.
 */
public sealed interface MeldcodeEvent extends Serializable {

  /** The step that this is work in; empty where it is about the record as a whole. */
  default Optional<Step> step() {
    return Optional.empty();
  }

  /** An event within one step. */
  sealed interface InStep extends MeldcodeEvent {
    Step in();

    @Override
    default Optional<Step> step() {
      return Optional.of(in());
    }
  }

  // --- the record as a whole

  /**
   * @param children the children it is about, each once
   * @param also whom else it is about; where this and the children are empty it is about the family
   * @param kindcheck the Kindcheck that named the concern; null where it did not come from one
   */
  record Opened(
      String reason, List<ChildId> children, List<Also> also, @Nullable ResponseId kindcheck)
      implements MeldcodeEvent {
    public Opened {
      written(reason);
      children = children.stream().distinct().toList();
      also = also.stream().distinct().toList();
    }
  }

  record Closed(String reason) implements MeldcodeEvent {
    public Closed {
      written(reason);
    }
  }

  record Reopened(String reason) implements MeldcodeEvent {
    public Reopened {
      written(reason);
    }
  }

  /**
   * Acute danger: an acute psychiatric crisis of the responsible parent and absence of the most
   * basic care are among it (interventieacademie.nl/afwegingsvraag-2).
   *
   * @param what null where there was no time to write
   */
  record AcuteDangerNoted(@Nullable String what) implements MeldcodeEvent {
    public AcuteDangerNoted {
      writtenOrNull(what);
    }
  }

  /**
   * Somebody was asked whether there was acute danger and said no. An answer and no end: danger
   * that was noted is over only where somebody says how.
   */
  record NoAcuteDanger() implements MeldcodeEvent {}

  record AcuteDangerOver(String how) implements MeldcodeEvent {
    public AcuteDangerOver {
      written(how);
    }
  }

  /** A suspicion that proved unfounded is noted as such (handelingsprotocol.nl, dossiervorming). */
  record SuspicionUnfounded(String basis) implements MeldcodeEvent {
    public SuspicionUnfounded {
      written(basis);
    }
  }

  /** Whether the record is kept out of any patient portal; it is until somebody says otherwise. */
  record ShieldingSet(boolean shielded, String reason) implements MeldcodeEvent {
    public ShieldingSet {
      written(reason);
    }
  }

  // --- any step

  record StepWorkedOn(Step in, String note) implements InStep {
    public StepWorkedOn {
      written(note);
    }
  }

  /**
   * @param note null where nothing was added to it
   */
  record StepClosed(Step in, @Nullable String note) implements InStep {
    public StepClosed {
      writtenOrNull(note);
    }
  }

  record StepReopened(Step in, String reason) implements InStep {
    public StepReopened {
      written(reason);
    }
  }

  // --- step 1

  /** A signal; own findings stay apart from what others think (handelingsprotocol.nl). */
  record SignalNoted(LocalDate on, Perspective perspective, Nature nature, String what)
      implements InStep {
    public SignalNoted {
      written(what);
    }

    @Override
    public Step in() {
      return Step.MAP_SIGNALS;
    }
  }

  // --- step 2

  /**
   * @param colleague whom, by name or function
   */
  record ColleagueConsulted(LocalDate on, String colleague, String advice) implements InStep {
    public ColleagueConsulted {
      written(colleague);
      written(advice);
    }

    @Override
    public Step in() {
      return Step.CONSULT;
    }
  }

  /**
   * Advice of Veilig Thuis in which the family was named. Advice is no report.
   *
   * @param adviser with whom at Veilig Thuis; null where not recorded
   */
  record AdviceAsked(LocalDate on, @Nullable String adviser, String advice) implements InStep {
    public AdviceAsked {
      writtenOrNull(adviser);
      written(advice);
    }

    @Override
    public Step in() {
      return Step.CONSULT;
    }
  }

  /** Advice of Veilig Thuis without naming anybody. It has no place for a name, by design. */
  record AnonymousAdviceAsked(LocalDate on, String advice) implements InStep {
    public AnonymousAdviceAsked {
      written(advice);
    }

    @Override
    public Step in() {
      return Step.CONSULT;
    }
  }

  // --- step 3

  record TalkHeld(LocalDate on, Involved with, String said) implements InStep {
    public TalkHeld {
      written(said);
    }

    @Override
    public Step in() {
      return Step.TALK;
    }
  }

  record TalkNotHeld(String reason) implements InStep {
    public TalkNotHeld {
      written(reason);
    }

    @Override
    public Step in() {
      return Step.TALK;
    }
  }

  // --- step 4

  /**
   * @param basis what the answer rests on; null where it was not written down
   */
  record Weighed(Weighing question, Answer answer, @Nullable String basis) implements InStep {
    public Weighed {
      writtenOrNull(basis);
    }

    @Override
    public Step in() {
      return Step.WEIGH;
    }
  }

  // --- step 5

  /** Decision A: is reporting necessary. A person's, never the product's. */
  record ReportingDecided(Verdict verdict, String reasons) implements InStep {
    public ReportingDecided {
      written(reasons);
    }

    @Override
    public Step in() {
      return Step.DECIDE;
    }
  }

  /** Decision B: is giving or organising help (also) possible. */
  record SupportDecided(Verdict verdict, String reasons) implements InStep {
    public SupportDecided {
      written(reasons);
    }

    @Override
    public Step in() {
      return Step.DECIDE;
    }
  }

  record AccountGiven(Account item, String text) implements InStep {
    public AccountGiven {
      written(text);
    }

    @Override
    public Step in() {
      return Step.DECIDE;
    }
  }

  record DiscussedWithFamily(LocalDate on, String reaction) implements InStep {
    public DiscussedWithFamily {
      written(reaction);
    }

    @Override
    public Step in() {
      return Step.DECIDE;
    }
  }

  record NotDiscussedWithFamily(String reason) implements InStep {
    public NotDiscussedWithFamily {
      written(reason);
    }

    @Override
    public Step in() {
      return Step.DECIDE;
    }
  }

  /**
   * A report that a person made outside the product, which sends none.
   *
   * @param note null where nothing was added
   */
  record ReportMade(LocalDate on, String to, @Nullable String note) implements InStep {
    public ReportMade {
      written(to);
      writtenOrNull(note);
    }

    @Override
    public Step in() {
      return Step.DECIDE;
    }
  }

  private static void written(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A text that must be given is blank.");
    }
  }

  private static void writtenOrNull(@Nullable String text) {
    if (text != null) {
      written(text);
    }
  }
}
