package nl.kindcheck.service.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.service.family.FamiliesByPolicy;
import nl.kindcheck.service.family.FamiliesByPolicy.States;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What would change if a version held: numbers of the organisation's own families, and a few
 * patients who do not exist with the reasons. Nothing is worked out here; core decides.
 */
@Component
class PolicySimulation {

  /** How many families one transaction reads. */
  private static final int AT_ONCE = 500;

  /**
   * How many families one simulation looks at, so that nobody waits for it and nothing else does.
   */
  static final int MOST = 20_000;

  private final TenantSql sql;
  private final FamiliesByPolicy families;
  private final Policies policies;
  private final DomainClock clock;
  private final ReasonTexts reasons;

  PolicySimulation(
      TenantSql sql,
      FamiliesByPolicy families,
      Policies policies,
      DomainClock clock,
      ReasonTexts reasons) {
    this.sql = sql;
    this.families = families;
    this.policies = policies;
    this.clock = clock;
    this.reasons = reasons;
  }

  /** A number under the policy that holds now, and under the other one. */
  record Change(Count now, Count then) {}

  /**
   * What would change.
   *
   * @param against the name of the policy that holds now
   * @param day on which both are judged: the first on which the version holds, today at the
   *     earliest
   * @param families how many there are
   * @param looked how many were looked at
   * @param notAsked neither in care nor waiting, or died
   * @param next where to go on for the others; null where all were looked at
   */
  record Numbers(
      String version,
      String against,
      LocalDate day,
      Count families,
      Count looked,
      Count earlier,
      Count later,
      Count same,
      Count notAsked,
      Change dueWithinAWeek,
      Change dueWithinAMonth,
      Change overdue,
      @Nullable String next) {}

  /**
   * Looks at the organisation's families.
   *
   * @param after as in {@link Numbers#next}; empty for the first ones
   * @param roles of who asks
   */
  Numbers numbers(TenantId tenant, Policy then, String after, Set<Role> roles) {
    return numbers(tenant, then, after, roles, MOST);
  }

  Numbers numbers(TenantId tenant, Policy then, String after, Set<Role> roles, int most) {
    Policy now = policies.today(tenant);
    LocalDate day = day(then);
    Effect effect = new Effect(now, then, day);
    String from = after;
    while (from != null && effect.looked() < most) {
      String begin = from;
      int count = (int) Math.min(AT_ONCE, most - effect.looked());
      States page = sql.inTransaction(tenant, () -> families.states(tenant, begin, count));
      page.states().forEach(effect::add);
      from = page.last();
    }
    long all = sql.inTransaction(tenant, () -> families.count(tenant));
    return new Numbers(
        then.version(),
        now.version(),
        day,
        Count.of(all, roles),
        Count.of(effect.looked(), roles),
        Count.of(effect.earlier(), roles),
        Count.of(effect.later(), roles),
        Count.of(effect.same(), roles),
        Count.of(effect.notAsked(), roles),
        change(effect.dueWithinAWeek(), roles),
        change(effect.dueWithinAMonth(), roles),
        change(effect.overdue(), roles),
        from);
  }

  private LocalDate day(Policy then) {
    LocalDate today = clock.today();
    return then.effectiveFrom().isAfter(today) ? then.effectiveFrom() : today;
  }

  private static Change change(Effect.Pair pair, Set<Role> roles) {
    return new Change(Count.of(pair.now(), roles), Count.of(pair.then(), roles));
  }

  /**
   * How an example stands under one policy.
   *
   * @param due null where nothing is asked
   */
  record Stands(@Nullable LocalDate due, Recurrence.Status status, List<String> reasons) {}

  /** An example under both policies. */
  record Example(ExamplePatient patient, Stands now, Stands then) {

    /** Whether anything differs that people would notice. */
    public boolean differs() {
      return !String.valueOf(now.due()).equals(String.valueOf(then.due()))
          || now.status() != then.status();
    }
  }

  /** Every example, on the day on which the version would hold. */
  List<Example> examples(TenantId tenant, Policy then, Locale locale) {
    Policy now = policies.today(tenant);
    LocalDate day = day(then);
    return Stream.of(ExamplePatient.values())
        .map(
            patient -> {
              KindcheckState state = patient.on(day);
              return new Example(
                  patient, stands(state, now, day, locale), stands(state, then, day, locale));
            })
        .toList();
  }

  private Stands stands(KindcheckState state, Policy policy, LocalDate day, Locale locale) {
    Decision<Recurrence> decision = Recurrences.decide(state, policy, day);
    Recurrence recurrence = decision.outcome();
    return new Stands(
        recurrence.due(),
        recurrence.status(),
        recurrence.decisive(day).stream().map(reason -> reasons.full(reason, locale)).toList());
  }
}
