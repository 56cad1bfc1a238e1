package nl.kindcheck.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Care;
import nl.kindcheck.core.rule.CareEvent;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.KindcheckState;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.core.rule.Recurrences;
import nl.kindcheck.core.rule.Standing;
import org.jspecify.annotations.Nullable;

/** A family in care, with what happened to it, day by day. Dates are ISO 8601. */
public final class Situation {

  private final Family family;
  private final List<CareEvent> events = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private Care care = new Care(Care.Status.OPEN, null, null);
  private Policy policy = Policy.standard();

  private Situation(Family family) {
    this.family = family;
  }

  public static Situation of(Telling telling) {
    return new Situation(telling.family());
  }

  public Situation care(Care.Status status, @Nullable String since) {
    care = new Care(status, since == null ? null : LocalDate.parse(since), null);
    return this;
  }

  public Situation patientDied(String on) {
    care = new Care(care.status(), care.since(), LocalDate.parse(on));
    return this;
  }

  public Situation under(Policy other) {
    policy = other;
    return this;
  }

  public Situation event(CareEvent.Kind kind, String on) {
    events.add(new CareEvent(kind, LocalDate.parse(on), "Encounter/" + (events.size() + 1)));
    return this;
  }

  /** A complete check that raised no attention. */
  public Situation complete(String on, Outcome outcome) {
    return check(on, outcome, Standing.COMPLETE, false, null);
  }

  public Situation completeWithConcerns(String on) {
    return check(on, Outcome.CONCERNS, Standing.COMPLETE, true, null);
  }

  public Situation decline(String on) {
    return check(on, Outcome.DECLINED, Standing.CONSIDERED, false, null);
  }

  public Situation notApplicable(String on) {
    return check(on, Outcome.NOT_APPLICABLE, Standing.CONSIDERED, false, null);
  }

  public Situation postpone(String on, String until) {
    return check(on, Outcome.POSTPONED, Standing.CONSIDERED, false, LocalDate.parse(until));
  }

  /** A check without content. */
  public Situation bareTick(String on) {
    return check(on, Outcome.GOES_WELL, Standing.INCOMPLETE, false, null);
  }

  public Situation check(
      String on,
      Outcome outcome,
      Standing standing,
      boolean raisesAttention,
      @Nullable LocalDate until) {
    ResponseId id = new ResponseId(new UUID(4, checks.size() + 1));
    checks.add(new Check(id, LocalDate.parse(on), outcome, standing, raisesAttention, until));
    return this;
  }

  public Policy policy() {
    return policy;
  }

  public KindcheckState state() {
    return KindcheckState.of(family, care, events, checks);
  }

  public Decision<Recurrence> decisionOn(String today) {
    return Recurrences.decide(state(), policy, LocalDate.parse(today));
  }

  public Recurrence on(String today) {
    return decisionOn(today).outcome();
  }

  /** The rule that decided the due date: the first reason. */
  public String decidedBy(String today) {
    return decisionOn(today).reasons().get(0).rule();
  }

  /** The rules of every candidate, the earliest first. */
  public List<String> rulesOn(String today) {
    return on(today).candidates().stream().map(c -> c.reason().rule()).toList();
  }
}
