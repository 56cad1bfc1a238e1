package nl.kindcheck.demoepd.kindcheck;

import java.util.List;
import org.hl7.fhir.r4.model.Parameters;

/**
 * What the gate says about closing an encounter.
 *
 * @param allowed whether it may be closed
 * @param answer open, remind, ask-reason or hold
 * @param missing what the Kindcheck of this encounter still lacks
 */
public record Verdict(boolean allowed, String answer, List<String> reasons, List<String> missing) {

  static Verdict of(Parameters answer) {
    return new Verdict(
        allowed(Answers.text(answer, "allowed").orElseThrow()),
        Answers.text(answer, "answer").orElse("open"),
        Answers.reasons(answer),
        Answers.texts(answer, "missing"));
  }

  public boolean reminds() {
    return "remind".equals(answer);
  }

  /** Closing is allowed, and the organisation wants to know why there is no Kindcheck. */
  public boolean asksReason() {
    return allowed && "ask-reason".equals(answer);
  }

  private static boolean allowed(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("allowed is no boolean");
    };
  }
}
