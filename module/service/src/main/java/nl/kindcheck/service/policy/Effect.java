package nl.kindcheck.service.policy;

import java.time.LocalDate;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import org.jspecify.annotations.Nullable;

/** Counts what another policy would do to due dates on a day. The dates are core's. */
final class Effect {

  private static final int WEEK = 7;

  private final Policy now;
  private final Policy then;
  private final LocalDate day;
  private long looked;
  private long earlier;
  private long later;
  private long same;
  private long notAsked;
  private final long[] week = new long[2];
  private final long[] month = new long[2];
  private final long[] overdue = new long[2];

  Effect(Policy now, Policy then, LocalDate day) {
    this.now = now;
    this.then = then;
    this.day = day;
  }

  /** How many, under the policy that holds now and under the other one. */
  record Pair(long now, long then) {}

  void add(KindcheckState state) {
    Recurrence before = Recurrences.decide(state, now, day).outcome();
    Recurrence after = Recurrences.decide(state, then, day).outcome();
    looked++;
    compare(before.due(), after.due());
    count(before, 0);
    count(after, 1);
  }

  /** Whether anything is asked at all does not depend on a policy: both are null, or neither. */
  private void compare(@Nullable LocalDate before, @Nullable LocalDate after) {
    if (before == null || after == null) {
      notAsked++;
    } else if (after.isBefore(before)) {
      earlier++;
    } else if (after.isAfter(before)) {
      later++;
    } else {
      same++;
    }
  }

  private void count(Recurrence recurrence, int which) {
    LocalDate due = recurrence.due();
    if (due == null) {
      return;
    }
    week[which] += due.isAfter(day.plusDays(WEEK)) ? 0 : 1;
    month[which] += due.isAfter(day.plusMonths(1)) ? 0 : 1;
    overdue[which] += recurrence.status() == Recurrence.Status.OVERDUE ? 1 : 0;
  }

  long looked() {
    return looked;
  }

  long earlier() {
    return earlier;
  }

  long later() {
    return later;
  }

  long same() {
    return same;
  }

  long notAsked() {
    return notAsked;
  }

  Pair dueWithinAWeek() {
    return new Pair(week[0], week[1]);
  }

  Pair dueWithinAMonth() {
    return new Pair(month[0], month[1]);
  }

  Pair overdue() {
    return new Pair(overdue[0], overdue[1]);
  }
}
