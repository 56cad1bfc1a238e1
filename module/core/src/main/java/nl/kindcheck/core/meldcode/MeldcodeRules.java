package nl.kindcheck.core.meldcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Reason;

/**
 * Where a Meldcode record stands: its steps, what is lacking at step 5, what to do in acute danger.
 * It shows; it never decides whether to report, never forces an order and never counts up to a
 * score (requirements 3, Meldcode; igj.nl, meldcode in de ggz, 2018).
 */
public final class MeldcodeRules {

  /** Steps close and begin again at any time, and Veilig Thuis may be called anonymously. */
  public static final String FRAMEWORK = "afwegingskadermeldcode.nl";

  /** What must be recorded at step 5. */
  public static final String RECORDING = "knmg-meldcode.maglr.com (stap 5)";

  /** The weighings, and how a file is kept. */
  public static final String PROTOCOL = "handelingsprotocol.nl (stap 5, dossiervorming)";

  /** What acute unsafety is. */
  public static final String ACUTE = "interventieacademie.nl/afwegingsvraag-2";

  private MeldcodeRules() {}

  /** How each of the five steps stands, in their order. None waits for another. */
  public static Decision<List<StepStanding>> steps(MeldcodeRecord record, Policy policy) {
    List<StepStanding> steps = Stream.of(Step.values()).map(record::standing).toList();
    long done = steps.stream().filter(s -> s.state() == StepState.DONE).count();
    return Decision.of(
        steps,
        reason(
            "meldcode.steps",
            Map.of("done", Long.toString(done), "open", Long.toString(steps.size() - done)),
            FRAMEWORK,
            policy));
  }

  /**
   * What is still lacking at step 5. Where the suspicion proved unfounded there is nothing left to
   * weigh or to decide; what was done, who was informed and how they reacted is still recorded.
   */
  public static Decision<List<Lacking>> lacking(MeldcodeRecord record, Policy policy) {
    List<Lacking> lacking = new ArrayList<>();
    Optional<MeldcodeEntry> unfounded = record.unfounded();
    if (unfounded.isEmpty()) {
      undecided(record, lacking);
    }
    for (Account item : Account.values()) {
      if (record.account(item).isEmpty()) {
        lacking.add(Lacking.of(item));
      }
    }
    if (record.all(MeldcodeEvent.DiscussedWithFamily.class).isEmpty()
        && record.all(MeldcodeEvent.NotDiscussedWithFamily.class).isEmpty()) {
      lacking.add(Lacking.DISCUSSED);
    }
    String rule =
        lacking.isEmpty()
            ? "meldcode.recorded"
            : unfounded.isPresent() ? "meldcode.lacking-unfounded" : "meldcode.lacking";
    return Decision.of(
        List.copyOf(lacking),
        reason(
            rule,
            Map.of("lacking", Integer.toString(lacking.size())),
            unfounded.isPresent() ? PROTOCOL : RECORDING,
            policy));
  }

  private static void undecided(MeldcodeRecord record, List<Lacking> lacking) {
    for (Weighing question : Weighing.values()) {
      if (record.weighed(question).isEmpty()) {
        lacking.add(Lacking.of(question));
      }
    }
    if (record.reporting().isEmpty()) {
      lacking.add(Lacking.REPORTING);
    }
    if (record.support().isEmpty()) {
      lacking.add(Lacking.SUPPORT);
    }
  }

  /**
   * Whom to call while acute danger is noted, at once and whatever else is open, also on a closed
   * record; empty where there is none. The organisation's crisis line is always among them: where
   * it is not filled in, the reader is told so.
   */
  public static Decision<List<DangerCall>> danger(MeldcodeRecord record, Policy policy) {
    boolean acute = record.acuteDanger().isPresent();
    return Decision.of(
        acute ? List.of(DangerCall.values()) : List.of(),
        reason(acute ? "meldcode.danger" : "meldcode.no-danger", Map.of(), ACUTE, policy));
  }

  private static Reason reason(
      String rule, Map<String, String> facts, String source, Policy policy) {
    return new Reason(rule, facts, source, policy.version());
  }
}
