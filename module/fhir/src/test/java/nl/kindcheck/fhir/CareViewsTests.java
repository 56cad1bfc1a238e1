package nl.kindcheck.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Kindcheck in a care plan, and the goals of a parent: what they say, and that it is valid. */
class CareViewsTests {

  private static final LocalDate DAY = LocalDate.parse("2026-06-01");
  private static final LocalDate DUE = LocalDate.parse("2026-12-01");

  private static CarePlan plan(
      String status, String activity, @Nullable LocalDate due, @Nullable Integer months) {
    return CareViews.carePlan(
        new CarePlanView(
            "p1",
            "Patient/anja",
            status,
            activity,
            due,
            months,
            "Practitioner/noor",
            false,
            "Na 6 maanden komt de vraag terug.",
            "nl",
            List.of("g1")));
  }

  private static Goal goal(String status, boolean achieved, @Nullable String reason) {
    return CareViews.goal(
        new GoalView(
            "g1",
            "Patient/anja",
            status,
            achieved,
            "Ik wil samen eten.",
            "Noor, behandelaar",
            DAY,
            DUE,
            DAY,
            reason));
  }

  @Test
  void theKindcheckComesBackWithItsDateItsOwnerAndItsReason() {
    CarePlan plan = plan("active", "scheduled", DUE, 6);
    assertThat(Validation.errors(plan)).isEmpty();
    assertThat(plan.hasText()).isFalse();
    var detail = plan.getActivityFirstRep().getDetail();
    assertThat(detail.getCode().getCodingFirstRep().getSystem())
        .isEqualTo("https://kindcheck.example/fhir/CodeSystem/task");
    assertThat(detail.getScheduledTiming().getEvent().get(0).getValueAsString())
        .isEqualTo("2026-12-01");
    assertThat(detail.getScheduledTiming().getRepeat().getPeriod()).isEqualByComparingTo("6");
    assertThat(detail.getPerformerFirstRep().getReference()).isEqualTo("Practitioner/noor");
    assertThat(detail.getDescription()).contains("Na 6 maanden");
    assertThat(plan.getGoalFirstRep().getReference()).isEqualTo("Goal/g1");
  }

  @Test
  void withoutAnEarlierCheckThereIsADateAndNoInterval() {
    CarePlan plan = plan("active", "not-started", DUE, null);
    assertThat(Validation.errors(plan)).isEmpty();
    assertThat(plan.getActivityFirstRep().getDetail().getScheduledTiming().hasRepeat()).isFalse();
  }

  @Test
  void aRoleCanBeTheOwner() {
    CarePlan plan =
        CareViews.carePlan(
            new CarePlanView(
                "p1",
                "Patient/anja",
                "active",
                "scheduled",
                DUE,
                6,
                "kopp-kov-officer",
                true,
                "Na 6 maanden komt de vraag terug.",
                "nl",
                List.of()));
    assertThat(Validation.errors(plan)).isEmpty();
    assertThat(
            plan.getActivityFirstRep()
                .getDetail()
                .getPerformerFirstRep()
                .getIdentifier()
                .getValue())
        .isEqualTo("kopp-kov-officer");
  }

  @ParameterizedTest
  @CsvSource({"on-hold, on-hold", "revoked, stopped"})
  void whatIsNotAskedHasNoDate(String status, String activity) {
    CarePlan plan = plan(status, activity, null, null);
    assertThat(Validation.errors(plan)).isEmpty();
    assertThat(plan.getActivityFirstRep().getDetail().hasScheduled()).isFalse();
  }

  @Test
  void aGoalIsTheParentsAndHasAnOwnerAndADay() {
    Goal goal = goal("active", false, null);
    assertThat(Validation.errors(goal)).isEmpty();
    assertThat(goal.getExpressedBy().getReference()).isEqualTo("Patient/anja");
    assertThat(goal.getDescription().getText()).isEqualTo("Ik wil samen eten.");
    assertThat(((Reference) goal.getExtensionByUrl(Extensions.GOAL_OWNER).getValue()).getDisplay())
        .isEqualTo("Noor, behandelaar");
    assertThat(goal.getTargetFirstRep().getDueDateType().getValueAsString())
        .isEqualTo("2026-12-01");
    assertThat(goal.getTargetFirstRep().hasMeasure()).isFalse();
  }

  @Test
  void whatWasAchievedIsCompleted() {
    Goal goal = goal("completed", true, null);
    assertThat(Validation.errors(goal)).isEmpty();
    assertThat(goal.getAchievementStatus().getCodingFirstRep().getCode()).isEqualTo("achieved");
  }

  @Test
  void whatWasStoppedSaysWhy() {
    assertThat(Validation.errors(goal("cancelled", false, "Past niet meer."))).isEmpty();
    assertThat(Validation.errors(goal("cancelled", false, null)))
        .anyMatch(e -> e.contains("kc-goal-stopped"));
  }
}
