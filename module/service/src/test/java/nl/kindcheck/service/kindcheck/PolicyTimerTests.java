package nl.kindcheck.service.kindcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.core.rule.Standing;
import nl.kindcheck.service.FhirTest;
import nl.kindcheck.service.audit.TestDoing;
import nl.kindcheck.service.family.CareSeen;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.family.RecordedResponse;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** When another policy comes into force, the stored due dates and the open tasks follow it. */
class PolicyTimerTests extends FhirTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final LocalDate IN_CARE = LocalDate.of(2026, 5, 20);

  @Autowired private PolicyTimer timer;
  @Autowired private Policies policies;
  @Autowired private FamilyRecord record;
  @Autowired private OpenChecks openChecks;
  @Autowired private TenantSql sql;

  private final TenantId tenant = new TenantId(UUID.randomUUID());

  private FamilyHead inCare(String patient, LocalDate since) {
    return sql.inTransaction(
        tenant,
        () -> {
          Policy policy = policies.today(tenant);
          Care care = new Care(Care.Status.OPEN, since, null);
          FamilyHead head =
              record.see(
                  tenant, "Patient/" + patient, List.of(CareSeen.care(care, null)), policy, null);
          openChecks.follow(tenant, head, policy, clock.today());
          return head;
        });
  }

  private void families(int number) {
    for (int i = 0; i < number; i++) {
      inCare("f-pt-" + i, IN_CARE);
    }
  }

  /** From a day on nobody is asked before it. */
  private void begins(String version, LocalDate day) {
    policies.store(tenant, policies.toJson(Policy.standard().named(version, day).startingOn(day)));
  }

  private long dueOn(LocalDate day) {
    return count(
        "SELECT count(*) FROM family WHERE tenant_id = ? AND next_due = ?", tenant.value(), day);
  }

  private long tasks(String status) {
    return count(
        "SELECT count(*) FROM task_event t WHERE tenant_id = ? AND status = ? AND NOT EXISTS"
            + " (SELECT 1 FROM task_event n WHERE n.tenant_id = t.tenant_id AND n.task_id ="
            + " t.task_id AND n.seq > t.seq)",
        tenant.value(),
        status);
  }

  @Test
  void everyDueDateFollowsPageByPageOnTheDayAndNotBefore() {
    families(7);
    LocalDate day = TODAY.plusDays(3);
    begins("v2", day);
    timer.follow(tenant, 3);
    assertThat(dueOn(IN_CARE)).isEqualTo(7);
    clock.moveTo(day);
    timer.follow(tenant, 3);

    assertThat(dueOn(day)).isEqualTo(7);
  }

  @Test
  void whatIsStoredIsWhatCoreSays() {
    families(3);
    begins("v2", TODAY.plusDays(3));
    clock.moveTo(TODAY.plusDays(3));
    timer.follow(tenant, 2);
    for (int i = 0; i < 3; i++) {
      String patient = "Patient/f-pt-" + i;
      FamilyHead rebuilt =
          sql.inTransaction(tenant, () -> record.rebuilt(tenant, record.known(tenant, patient)));
      var core =
          Recurrences.decide(rebuilt.state(), policies.today(tenant), clock.today()).outcome();
      assertThat(
              count(
                  "SELECT count(*) FROM family WHERE tenant_id = ? AND patient_ref = ? AND"
                      + " next_due::text = ?",
                  tenant.value(),
                  patient,
                  String.valueOf(core.due())))
          .isOne();
    }
  }

  @Test
  void doneAgainItChangesNothing() {
    families(4);
    begins("v2", TODAY.plusDays(3));
    clock.moveTo(TODAY.plusDays(3));
    timer.follow(tenant, 3);
    long events = count("SELECT count(*) FROM task_event WHERE tenant_id = ?", tenant.value());
    timer.follow(tenant, 3);

    assertThat(dueOn(TODAY.plusDays(3))).isEqualTo(4);
    assertThat(count("SELECT count(*) FROM task_event WHERE tenant_id = ?", tenant.value()))
        .isEqualTo(events);
  }

  @Test
  void itGoesOnWhereItStopped() {
    families(5);
    begins("v2", TODAY.plusDays(3));
    clock.moveTo(TODAY.plusDays(3));
    long half =
        count(
            "WITH page AS (INSERT INTO policy_followed SELECT f.tenant_id, 'v2', f.family_id::text,"
                + " false, now() FROM family f WHERE f.tenant_id = ? ORDER BY f.family_id OFFSET 2"
                + " LIMIT 1 RETURNING 1) SELECT count(*) FROM page",
            tenant.value());
    assertThat(half).isOne();
    timer.follow(tenant, 2);

    assertThat(dueOn(TODAY.plusDays(3))).isEqualTo(2);
    assertThat(dueOn(IN_CARE)).isEqualTo(3);
  }

  @Test
  void twoInstancesAtOnceDoItOnce() {
    families(6);
    begins("v2", TODAY.plusDays(3));
    clock.moveTo(TODAY.plusDays(3));
    Callable<Boolean> run =
        () -> {
          TestDoing.begin();
          timer.follow(tenant, 2);
          TestDoing.end();
          return true;
        };
    atOnce(List.of(run, run, run));

    assertThat(dueOn(TODAY.plusDays(3))).isEqualTo(6);
    assertThat(tasks("requested")).isEqualTo(6);
  }

  @Test
  void whatWasBegunUnderThePolicyOfYesterdayIsWaitedFor() {
    families(1);
    LocalDate day = TODAY.plusDays(3);
    begins("v2", day);
    clock.moveTo(day.atTime(LocalTime.of(0, 0, 59)).atZone(DomainClock.ZONE).toInstant());
    timer.follow(tenant, 2);
    assertThat(dueOn(day)).isZero();
    clock.moveTo(day.atTime(LocalTime.of(0, 1)).atZone(DomainClock.ZONE).toInstant());
    timer.follow(tenant, 2);
    assertThat(dueOn(day)).isOne();
  }

  /** A Kindcheck a year ago that found no children. */
  private void askedAYearAgo(String patient) {
    FamilyHead head = inCare(patient, TODAY.minusMonths(12).minusDays(7));
    Check check =
        new Check(
            new ResponseId(UUID.randomUUID()),
            TODAY.minusMonths(12),
            Outcome.NO_CHILDREN,
            Standing.COMPLETE,
            false,
            null);
    sql.inTransaction(
        tenant,
        () -> {
          Policy policy = policies.today(tenant);
          FamilyHead now = record.take(tenant, head.patient());
          RecordedResponse response =
              new RecordedResponse(
                  check.id(),
                  1,
                  head.patient(),
                  null,
                  null,
                  new byte[] {1},
                  "{}",
                  check,
                  List.of(),
                  "x",
                  now.recordAt(clock.now()));
          FamilyHead after = record.append(tenant, now, response, List.of(), policy);
          openChecks.follow(tenant, after, policy, clock.today());
          return after;
        });
  }

  @Test
  void aTaskThatIsNoLongerAskedForIsCancelledAndNotCalledDone() {
    askedAYearAgo("f-pt-asked");
    assertThat(tasks("requested")).isOne();
    Policy p = Policy.standard();
    Policy.Intervals longer = new Policy.Intervals(24, 6, 3, 3);
    LocalDate day = TODAY.plusDays(3);
    policies.store(
        tenant,
        policies.toJson(
            new Policy(
                "v2",
                day,
                p.enforcement(),
                longer,
                p.windows(),
                p.moments(),
                p.evaluationCodeSystems(),
                p.fallbackRole(),
                p.escalationRole())));
    clock.moveTo(day);
    timer.follow(tenant, 2);

    assertThat(dueOn(TODAY.plusMonths(12))).isOne();
    assertThat(tasks("cancelled")).isOne();
    assertThat(tasks("completed")).isZero();
  }

  @Test
  void anOrganisationOfItsOwnIsNotTouchedByAnothersPolicy() {
    families(2);
    begins("v2", TODAY.plusDays(3));
    clock.moveTo(TODAY.plusDays(3));
    timer.follow(new TenantId(UUID.randomUUID()), 2);

    assertThat(dueOn(IN_CARE)).isEqualTo(2);
  }
}
