package nl.kindcheck.service.policy;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a policy, in the order in which people read them. Each has its text by its code.
 */
enum Setting implements Coded {
  STARTED_ON(Group.USE, "startedOn", Source.OURS, null),
  ENFORCEMENT(Group.USE, "enforcement", Source.OURS, null),
  WITHOUT_CHILDREN(
      Group.MONTHS, "intervals.withoutChildren", Source.OURS, p -> p.intervals().withoutChildren()),
  WITH_CHILDREN(
      Group.MONTHS, "intervals.withChildren", Source.OURS, p -> p.intervals().withChildren()),
  WITH_CONCERNS(
      Group.MONTHS, "intervals.withConcerns", Source.OURS, p -> p.intervals().withConcerns()),
  AFTER_DECLINE(
      Group.MONTHS, "intervals.afterDecline", Source.OURS, p -> p.intervals().afterDecline()),
  EVENT_MET_BEFORE(
      Group.DAYS, "windows.eventMetBefore", Source.OURS, p -> p.windows().eventMetBefore()),
  OVERDUE_AFTER(Group.DAYS, "windows.overdueAfter", Source.OURS, p -> p.windows().overdueAfter()),
  URGENT_OVERDUE_AFTER(
      Group.DAYS, "windows.urgentOverdueAfter", Source.OURS, p -> p.windows().urgentOverdueAfter()),
  ESCALATE_AFTER(
      Group.DAYS, "windows.escalateAfter", Source.OURS, p -> p.windows().escalateAfter()),
  LONGEST_POSTPONEMENT(
      Group.DAYS,
      "windows.longestPostponement",
      Source.OURS,
      p -> p.windows().longestPostponement()),
  LOG_YEARS(Group.KEEPING, "retention.logYears", Source.LAW, p -> p.retention().logYears()),
  RECORD_YEARS(
      Group.KEEPING, "retention.recordYears", Source.LAW, p -> p.retention().recordYears()),
  CARE_RELATION_DAYS(
      Group.DAYS, "access.careRelationDays", Source.OURS, p -> p.access().careRelationDays()),
  EMERGENCY_MINUTES(
      Group.ACCESS, "access.emergencyMinutes", Source.OURS, p -> p.access().emergencyMinutes()),
  EMERGENCIES_A_DAY(
      Group.ACCESS, "access.emergenciesADay", Source.OURS, p -> p.access().emergenciesADay()),
  FALLBACK_ROLE(Group.ROLES, "fallbackRole", Source.OURS, null),
  ESCALATION_ROLE(Group.ROLES, "escalationRole", Source.OURS, null),
  MOMENTS(Group.RECORD, "moments", Source.GUIDELINE, null),
  EVALUATION_CODE_SYSTEMS(Group.RECORD, "evaluationCodeSystems", Source.GUIDELINE, null);

  /** What belongs together on the page. */
  enum Group implements Coded {
    USE,
    MONTHS,
    DAYS,
    KEEPING,
    ACCESS,
    ROLES,
    RECORD;

    List<Setting> settings() {
      return Stream.of(Setting.values()).filter(setting -> setting.group == this).toList();
    }
  }

  /**
   * What a setting rests on; the least years of a log and of a record are the only ones that a law
   * gives.
   */
  enum Source implements Coded {
    LAW,
    GUIDELINE,
    OURS
  }

  private final Group group;
  private final String path;
  private final Source source;
  private final transient @Nullable ToIntFunction<Policy> number;

  Setting(Group group, String path, Source source, @Nullable ToIntFunction<Policy> number) {
    this.group = group;
    this.path = path;
    this.source = source;
    this.number = number;
  }

  /** The last part of the key of its unit's text. */
  String unit() {
    return this == EMERGENCIES_A_DAY ? "times" : group.code();
  }

  Group group() {
    return group;
  }

  /** Where it stands in the document. */
  String path() {
    return path;
  }

  /** The same as a JSON pointer. */
  String pointer() {
    return "/" + path.replace('.', '/');
  }

  Source source() {
    return source;
  }

  boolean isNumber() {
    return number != null;
  }

  /** Its value, where it is a number. */
  int number(Policy policy) {
    if (number == null) {
      throw new IllegalStateException("No number: " + path);
    }
    return number.applyAsInt(policy);
  }
}
