package nl.kindcheck.core.policy;

import java.util.List;

/** The standard policy with one thing changed. */
public final class Policies {

  private Policies() {}

  public static Policy at(Enforcement level) {
    return Policy.standard().with(level, "test-1");
  }

  public static Policy mapping(MomentMapping... lines) {
    Policy p = Policy.standard();
    return change(p.version(), p.intervals(), p.windows(), List.of(lines));
  }

  public static Policy with(Policy.Intervals intervals) {
    Policy p = Policy.standard();
    return change(p.version(), intervals, p.windows(), p.moments());
  }

  public static Policy with(Policy.Windows windows) {
    Policy p = Policy.standard();
    return change(p.version(), p.intervals(), windows, p.moments());
  }

  public static Policy named(String version) {
    Policy p = Policy.standard();
    return change(version, p.intervals(), p.windows(), p.moments());
  }

  public static Policy withRoles(String fallback, String escalation) {
    Policy p = Policy.standard();
    return new Policy(
        p.version(),
        p.effectiveFrom(),
        p.enforcement(),
        p.intervals(),
        p.windows(),
        p.moments(),
        p.evaluationCodeSystems(),
        fallback,
        escalation,
        p.retention(),
        p.access(),
        p.startedOn());
  }

  public static Policy evaluatedBy(String... codeSystems) {
    Policy p = Policy.standard();
    return new Policy(
        p.version(),
        p.effectiveFrom(),
        p.enforcement(),
        p.intervals(),
        p.windows(),
        p.moments(),
        List.of(codeSystems),
        p.fallbackRole(),
        p.escalationRole(),
        p.retention(),
        p.access(),
        p.startedOn());
  }

  private static Policy change(
      String version,
      Policy.Intervals intervals,
      Policy.Windows windows,
      List<MomentMapping> moments) {
    Policy p = Policy.standard();
    return new Policy(
        version,
        p.effectiveFrom(),
        p.enforcement(),
        intervals,
        windows,
        moments,
        p.evaluationCodeSystems(),
        p.fallbackRole(),
        p.escalationRole(),
        p.retention(),
        p.access(),
        p.startedOn());
  }
}
