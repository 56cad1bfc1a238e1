package nl.kindcheck.core.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Checks a policy before it is loaded: every fault at once, each with the field and what to do. */
public final class PolicyValidation {

  private static final int MOST_MONTHS = 36;

  private final List<Fault> faults = new ArrayList<>();

  private PolicyValidation() {}

  /**
   * @param field the path of the field, for instance {@code intervals.withChildren}
   * @param advice what is wrong and what to do, in English
   */
  public record Fault(String field, String advice) implements Serializable {}

  /** Every fault of a policy; empty where it may be loaded. */
  public static List<Fault> faultsOf(Policy policy) {
    PolicyValidation v = new PolicyValidation();
    v.notBlank("version", policy.version());
    v.evaluations(policy.evaluationCodeSystems());
    v.notBlank("fallbackRole", policy.fallbackRole());
    v.notBlank("escalationRole", policy.escalationRole());
    v.months(policy.intervals());
    v.days(policy.windows());
    v.mappings(policy.moments());
    v.between("retention.logYears", policy.retention().logYears(), 5, 30);
    return List.copyOf(v.faults);
  }

  private void months(Policy.Intervals i) {
    between("intervals.withoutChildren", i.withoutChildren(), 1, MOST_MONTHS);
    int withChildren = within(i.withoutChildren(), 1, MOST_MONTHS);
    between("intervals.withChildren", i.withChildren(), 1, withChildren);
    between(
        "intervals.withConcerns", i.withConcerns(), 1, within(i.withChildren(), 1, withChildren));
    between("intervals.afterDecline", i.afterDecline(), 1, MOST_MONTHS);
  }

  private void days(Policy.Windows w) {
    between("windows.eventMetBefore", w.eventMetBefore(), 0, 60);
    between("windows.overdueAfter", w.overdueAfter(), 0, 60);
    between("windows.urgentOverdueAfter", w.urgentOverdueAfter(), 0, 7);
    between("windows.escalateAfter", w.escalateAfter(), within(w.overdueAfter(), 0, 60), 180);
    between("windows.longestPostponement", w.longestPostponement(), 1, 90);
  }

  private void mappings(List<MomentMapping> moments) {
    for (int i = 0; i < moments.size(); i++) {
      MomentMapping m = moments.get(i);
      boolean needsCode = m.element() != MomentMapping.Element.FIRST_OF_EPISODE;
      if (needsCode && m.code() == null) {
        faults.add(new Fault("moments[%d].code".formatted(i), "Give the code to look for."));
      } else if (needsCode && m.code() != null && m.code().code().isBlank()) {
        faults.add(new Fault("moments[%d].code.code".formatted(i), "Fill in the code."));
      } else if (!needsCode && m.code() != null) {
        faults.add(
            new Fault(
                "moments[%d].code".formatted(i),
                "Leave the code out: this line looks at the encounter's place in its episode."));
      }
      if (m.moment() == Moment.UNMAPPED) {
        faults.add(
            new Fault(
                "moments[%d].moment".formatted(i),
                "Leave the line out: what no line fits is unmapped."));
      }
    }
  }

  private void evaluations(List<String> codeSystems) {
    for (int i = 0; i < codeSystems.size(); i++) {
      notBlank("evaluationCodeSystems[%d]".formatted(i), codeSystems.get(i));
    }
  }

  /** The nearest allowed value, so that one fault does not make nonsense of the next advice. */
  private static int within(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  private void between(String field, int value, int least, int most) {
    if (value < least || value > most) {
      faults.add(new Fault(field, "Choose a number from %d to %d.".formatted(least, most)));
    }
  }

  private void notBlank(String field, String value) {
    if (value.isBlank()) {
      faults.add(new Fault(field, "Fill in a name."));
    }
  }
}
