package nl.kindcheck.fhir;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityKind;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** What stands in a care plan as FHIR resources, each claiming the profile that we publish. */
public final class CareViews {

  private static final String ACHIEVEMENT =
      "http://terminology.hl7.org/CodeSystem/goal-achievement";

  private CareViews() {}

  /** The Kindcheck as an activity that comes back. */
  public static CarePlan carePlan(CarePlanView view) {
    CarePlan plan = new CarePlan();
    StatementViews.claimProfile(plan, view.id(), "kindcheck-care-plan");
    plan.setLanguage(view.language());
    plan.setStatus(CarePlanStatus.fromCode(view.status()));
    plan.setIntent(CarePlanIntent.PLAN);
    plan.setSubject(new Reference(view.patientReference()));
    view.goals().forEach(id -> plan.addGoal(new Reference("Goal/" + id)));
    CarePlanActivityDetailComponent detail = plan.addActivity().getDetail();
    detail.setKind(CarePlanActivityKind.TASK);
    detail
        .getCode()
        .addCoding(new Coding().setSystem(Canonical.codeSystem("task")).setCode("kindcheck"));
    detail.setStatus(CarePlanActivityStatus.fromCode(view.activityStatus()));
    if (view.due() != null) {
      detail.setScheduled(timing(view));
    }
    detail.addPerformer(StatementViews.owner(view.owner(), view.ownerIsRole()));
    detail.setDescription(view.why());
    return plan;
  }

  private static Timing timing(CarePlanView view) {
    Timing timing = new Timing();
    timing.getEvent().add(new DateTimeType(String.valueOf(view.due())));
    if (view.everyMonths() != null) {
      timing
          .getRepeat()
          .setFrequency(1)
          .setPeriod(BigDecimal.valueOf(view.everyMonths()))
          .setPeriodUnit(UnitsOfTime.MO);
    }
    return timing;
  }

  /** A goal in the parent's own words. */
  public static Goal goal(GoalView view) {
    Goal goal = new Goal();
    StatementViews.claimProfile(goal, view.id(), "kindcheck-goal");
    goal.addExtension(Extensions.GOAL_OWNER, new Reference().setDisplay(view.owner()));
    goal.setLifecycleStatus(GoalLifecycleStatus.fromCode(view.status()));
    if (view.achieved()) {
      goal.setAchievementStatus(
          new CodeableConcept(new Coding().setSystem(ACHIEVEMENT).setCode("achieved")));
    }
    goal.setDescription(new CodeableConcept().setText(view.words()));
    goal.setSubject(new Reference(view.patientReference()));
    goal.setStart(new DateType(view.recordedOn().toString()));
    goal.addTarget().setDue(new DateType(view.lookBackOn().toString()));
    goal.setStatusDateElement(new DateType(view.statusOn().toString()));
    if (view.reason() != null) {
      goal.setStatusReason(view.reason());
    }
    goal.setExpressedBy(new Reference(view.patientReference()));
    return goal;
  }
}
