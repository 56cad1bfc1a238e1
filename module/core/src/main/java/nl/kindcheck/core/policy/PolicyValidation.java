package nl.kindcheck.core.policy;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.kindcheck.core.family.Coded;
import org.jspecify.annotations.Nullable;

/** Checks a policy before it is loaded: every fault at once, each with the field and what to do. */
public final class PolicyValidation {

  private static final int MOST_MONTHS = 36;
  private static final int MOST_LINES = 60;
  private static final int LONGEST = 200;

  /** As it can stand in an address. */
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

  /** No organisation asked before it; an older year is a slip. */
  private static final LocalDate EARLIEST_START = LocalDate.of(2000, 1, 1);

  private final List<Fault> faults = new ArrayList<>();

  private PolicyValidation() {}

  /** What is wrong, and so what to do; the texts are found by its code. */
  public enum Advice implements Coded {
    /** Choose a number from {@code least} to {@code most}. */
    CHOOSE_A_NUMBER,
    FILL_IN_A_NAME,
    /** Letters, digits, dots, dashes, at most 40, the first a letter or a digit. */
    WRITE_THE_NAME_PLAINLY,
    /** Use at most {@code most} characters. */
    WRITE_LESS,
    /** Keep at most {@code most} lines. */
    KEEP_FEWER_LINES,
    GIVE_THE_CODE,
    FILL_IN_THE_CODE,
    /** The line looks at the encounter's place in its episode. */
    LEAVE_THE_CODE_OUT,
    /** What no line fits is unmapped. */
    LEAVE_THE_LINE_OUT,
    /** Choose a day from {@code least} to {@code most}. */
    CHOOSE_A_DAY
  }

  /**
   * @param field the path of the field, for instance {@code intervals.withChildren}
   * @param facts what the text of the advice names
   */
  public record Fault(String field, Advice advice, Map<String, String> facts)
      implements Serializable {

    public Fault {
      facts = Map.copyOf(facts);
    }

    static Fault of(String field, Advice advice) {
      return new Fault(field, advice, Map.of());
    }
  }

  /** Every fault of a policy; empty where it may be loaded. */
  public static List<Fault> faultsOf(Policy policy) {
    PolicyValidation v = new PolicyValidation();
    v.version(policy.version());
    v.evaluations(policy.evaluationCodeSystems());
    v.filled("fallbackRole", policy.fallbackRole());
    v.filled("escalationRole", policy.escalationRole());
    v.months(policy.intervals());
    v.days(policy.windows());
    v.mappings(policy.moments());
    v.retention(policy.retention());
    v.start(policy.startedOn(), policy.effectiveFrom());
    v.access(policy.access());
    return List.copyOf(v.faults);
  }

  private void version(String version) {
    if (version.isBlank()) {
      faults.add(Fault.of("version", Advice.FILL_IN_A_NAME));
    } else if (!VERSION.matcher(version).matches()) {
      faults.add(Fault.of("version", Advice.WRITE_THE_NAME_PLAINLY));
    }
  }

  /** The log is kept no longer than the record it is about. */
  private void retention(Policy.Retention r) {
    between("retention.recordYears", r.recordYears(), 20, 115);
    between("retention.logYears", r.logYears(), 5, Math.min(30, within(r.recordYears(), 20, 115)));
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

  private void access(Policy.Access a) {
    between("access.careRelationDays", a.careRelationDays(), 1, 366);
    between("access.emergencyMinutes", a.emergencyMinutes(), 5, 480);
    between("access.emergenciesADay", a.emergenciesADay(), 1, 50);
  }

  private void mappings(List<MomentMapping> moments) {
    atMost("moments", moments.size());
    for (int i = 0; i < moments.size(); i++) {
      mapping("moments[%d]".formatted(i), moments.get(i));
    }
  }

  private void mapping(String line, MomentMapping m) {
    boolean needsCode = m.element() != MomentMapping.Element.FIRST_OF_EPISODE;
    Code code = m.code();
    if (needsCode && code == null) {
      faults.add(Fault.of(line + ".code", Advice.GIVE_THE_CODE));
    } else if (needsCode && code != null) {
      code(line + ".code", code);
    } else if (code != null) {
      faults.add(Fault.of(line + ".code", Advice.LEAVE_THE_CODE_OUT));
    }
    if (m.moment() == Moment.UNMAPPED) {
      faults.add(Fault.of(line + ".moment", Advice.LEAVE_THE_LINE_OUT));
    }
  }

  private void code(String field, Code code) {
    if (code.code().isBlank()) {
      faults.add(Fault.of(field + ".code", Advice.FILL_IN_THE_CODE));
    }
    notTooLong(field + ".code", code.code());
    String system = code.system();
    if (system != null) {
      notTooLong(field + ".system", system);
    }
  }

  private void evaluations(List<String> codeSystems) {
    atMost("evaluationCodeSystems", codeSystems.size());
    for (int i = 0; i < codeSystems.size(); i++) {
      filled("evaluationCodeSystems[%d]".formatted(i), codeSystems.get(i));
    }
  }

  /** Began later than it holds, nothing would be asked for a while. */
  private void start(@Nullable LocalDate startedOn, LocalDate effectiveFrom) {
    if (startedOn != null
        && (startedOn.isBefore(EARLIEST_START) || startedOn.isAfter(effectiveFrom))) {
      faults.add(
          new Fault(
              "startedOn",
              Advice.CHOOSE_A_DAY,
              Map.of("least", EARLIEST_START.toString(), "most", effectiveFrom.toString())));
    }
  }

  /** The nearest allowed value, so that one fault does not make nonsense of the next advice. */
  private static int within(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  private void between(String field, int value, int least, int most) {
    if (value < least || value > most) {
      faults.add(
          new Fault(
              field,
              Advice.CHOOSE_A_NUMBER,
              Map.of("least", Integer.toString(least), "most", Integer.toString(most))));
    }
  }

  private void filled(String field, String value) {
    if (value.isBlank()) {
      faults.add(Fault.of(field, Advice.FILL_IN_A_NAME));
    }
    notTooLong(field, value);
  }

  private void notTooLong(String field, String value) {
    if (value.length() > LONGEST) {
      faults.add(new Fault(field, Advice.WRITE_LESS, Map.of("most", Integer.toString(LONGEST))));
    }
  }

  private void atMost(String field, int lines) {
    if (lines > MOST_LINES) {
      faults.add(
          new Fault(field, Advice.KEEP_FEWER_LINES, Map.of("most", Integer.toString(MOST_LINES))));
    }
  }
}
