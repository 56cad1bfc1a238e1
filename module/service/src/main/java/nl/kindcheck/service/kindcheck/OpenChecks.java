package nl.kindcheck.service.kindcheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Ownership;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.kindcheck.CheckTask.Kind;
import nl.kindcheck.service.kindcheck.CheckTask.Status;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the task of an open check in step with the rules (F6): it opens when the check is due,
 * follows its owner, closes when a check is complete, and never stands open twice. Every method
 * runs in a transaction in which the tenant is set.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OpenChecks {

  private final CheckTasks tasks;
  private final DomainClock clock;

  OpenChecks(CheckTasks tasks, DomainClock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Opens, hands over or closes the family's task, as the rules say today. */
  public void follow(TenantId tenant, FamilyHead head, Policy policy, LocalDate today) {
    follow(tenant, head, policy, today, Status.COMPLETED);
  }

  /** The same where only the policy changed: what is no longer asked for was done by nobody. */
  void followPolicy(TenantId tenant, FamilyHead head, Policy policy, LocalDate today) {
    follow(tenant, head, policy, today, Status.CANCELLED);
  }

  private void follow(
      TenantId tenant, FamilyHead head, Policy policy, LocalDate today, Status noLongerDue) {
    Decision<Recurrence> decision = Recurrences.decide(head.state(), policy, today);
    Recurrence recurrence = decision.outcome();
    if (recurrence.status() == Recurrence.Status.STOPPED) {
      forTheChildren(tenant, head, policy, today);
      return;
    }
    boolean isOpen =
        recurrence.status().asksNow() || recurrence.status() == Recurrence.Status.POSTPONED;
    Optional<CheckTask> open =
        tasks.open(tenant, head.id()).stream().filter(t -> t.kind() == Kind.KINDCHECK).findFirst();
    LocalDate due = recurrence.due();
    if (!isOpen || due == null) {
      // Without care nobody did it: it is asked again at re-entry.
      Status ended = due == null ? Status.CANCELLED : noLongerDue;
      open.ifPresent(task -> end(tenant, task, ended));
      return;
    }
    Decision<Owner> owner =
        Ownership.of(head.intaker(), head.careManager(), head.state(), recurrence, today, policy);
    Instant now = clock.now();
    if (open.isEmpty()) {
      tasks.append(tenant, task(head, Kind.KINDCHECK, owner, due, now));
    } else if (!open.get().owner().equals(owner.outcome()) || !open.get().due().equals(due)) {
      tasks.append(tenant, changed(open.get(), Status.REQUESTED, owner, due, now));
    }
  }

  /** The patient died: no card any more, and one task for the children. */
  private void forTheChildren(TenantId tenant, FamilyHead head, Policy policy, LocalDate today) {
    List<CheckTask> all = tasks.all(tenant, head.id());
    for (CheckTask task : all) {
      if (task.kind() == Kind.KINDCHECK && task.status() == Status.REQUESTED) {
        end(tenant, task, Status.CANCELLED);
      }
    }
    boolean there = all.stream().anyMatch(t -> t.kind() == Kind.KINDCHECK_FOR_THE_CHILDREN);
    if (!there) {
      Recurrence stopped = Recurrences.decide(head.state(), policy, today).outcome();
      Decision<Owner> owner =
          Ownership.of(head.intaker(), head.careManager(), head.state(), stopped, today, policy);
      tasks.append(tenant, task(head, Kind.KINDCHECK_FOR_THE_CHILDREN, owner, today, clock.now()));
    }
  }

  private void end(TenantId tenant, CheckTask task, Status status) {
    tasks.append(
        tenant,
        new CheckTask(
            task.id(),
            task.family(),
            task.patient(),
            task.kind(),
            status,
            task.owner(),
            task.ownerRule(),
            task.due(),
            task.encounter(),
            task.createdAt(),
            clock.now(),
            task.question()));
  }

  private static CheckTask task(
      FamilyHead head, Kind kind, Decision<Owner> owner, LocalDate due, Instant now) {
    String rule = owner.reasons().get(0).rule();
    return new CheckTask(
        UUID.randomUUID(),
        head.id(),
        head.patient(),
        kind,
        Status.REQUESTED,
        owner.outcome(),
        rule,
        due,
        lastEncounter(head),
        now,
        now,
        null);
  }

  private static @Nullable String lastEncounter(FamilyHead head) {
    return head.state().events().stream()
        .map(CareEvent::reference)
        .filter(reference -> reference.matches("Encounter/[^#]+"))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static CheckTask changed(
      CheckTask task, Status status, Decision<Owner> owner, LocalDate due, Instant now) {
    return new CheckTask(
        task.id(),
        task.family(),
        task.patient(),
        task.kind(),
        status,
        owner.outcome(),
        owner.reasons().get(0).rule(),
        due,
        task.encounter(),
        task.createdAt(),
        now,
        task.question());
  }
}
