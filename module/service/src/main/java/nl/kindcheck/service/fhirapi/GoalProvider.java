package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.fhir.CareViews;
import nl.kindcheck.fhir.GoalView;
import nl.kindcheck.service.careplan.ParentGoal;
import nl.kindcheck.service.careplan.ParentGoals;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The goals of a parent, each as it holds now. */
@Component
public class GoalProvider implements IResourceProvider, SearchPages.Search {

  private static final String TYPE = "Goal";

  private final ParentGoals goals;
  private final CurrentAccess access;
  private final SearchPages pages;

  GoalProvider(ParentGoals goals, CurrentAccess access, SearchPages pages) {
    this.goals = goals;
    this.access = access;
    this.pages = pages;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Goal.class;
  }

  @Read
  public Goal read(@IdParam IdType id) {
    TenantId tenant = access.require(Interaction.READ, TYPE);
    return goals.byId(tenant, Ids.uuid(id)).map(GoalProvider::view).orElseThrow(Ids::notFound);
  }

  @Search
  public IBundleProvider search(
      @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
      @OptionalParam(name = "subject") @Nullable ReferenceParam subject,
      @Count @Nullable Integer count) {
    Map<String, @Nullable String> parameters = new HashMap<>();
    parameters.put("subject", Ids.patient(patient, subject));
    return pages.first(TYPE, parameters, count);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String patientParameter() {
    return "subject";
  }

  @Override
  public List<? extends IBaseResource> page(
      TenantId tenant, Map<String, String> parameters, int offset, int count) {
    return goals.all(tenant, Ids.required(parameters, "subject")).stream()
        .skip(offset)
        .limit(count)
        .map(GoalProvider::view)
        .toList();
  }

  private static Goal view(ParentGoal goal) {
    return CareViews.goal(
        new GoalView(
            goal.id().toString(),
            goal.patient(),
            lifecycle(goal.status()),
            goal.status() == ParentGoal.Status.ACHIEVED,
            goal.words(),
            goal.owner(),
            goal.firstOn(),
            goal.lookBackOn(),
            goal.on(),
            goal.status() == ParentGoal.Status.STOPPED ? goal.reason() : null));
  }

  private static String lifecycle(ParentGoal.Status status) {
    return switch (status) {
      case PROPOSED -> "proposed";
      case ACTIVE -> "active";
      case ACHIEVED -> "completed";
      case STOPPED -> "cancelled";
    };
  }
}
