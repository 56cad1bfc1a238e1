package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.fhir.CarePlanView;
import nl.kindcheck.fhir.CareViews;
import nl.kindcheck.service.careplan.ParentGoal;
import nl.kindcheck.service.careplan.ParentGoals;
import nl.kindcheck.service.careplan.Plans;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The Kindcheck as an item of the care plan that comes back. One for each family that is known
 * here, with the family's id; it is worked out each time and never stored.
 */
@Component
public class CarePlanProvider implements IResourceProvider, SearchPages.Search {

  private static final String TYPE = "CarePlan";
  private static final String LANGUAGE = "language";

  private final Plans plans;
  private final ParentGoals goals;
  private final ReasonTexts reasons;
  private final CurrentAccess access;
  private final SearchPages pages;

  CarePlanProvider(
      Plans plans,
      ParentGoals goals,
      ReasonTexts reasons,
      CurrentAccess access,
      SearchPages pages) {
    this.plans = plans;
    this.goals = goals;
    this.reasons = reasons;
    this.access = access;
    this.pages = pages;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return CarePlan.class;
  }

  @Read
  public CarePlan read(@IdParam IdType id, RequestDetails details) {
    TenantId tenant = access.require(Interaction.READ, TYPE);
    Locale locale = Languages.of(details);
    return plans
        .ofFamily(tenant, new FamilyId(Ids.uuid(id)))
        .map(planned -> view(tenant, planned, locale))
        .orElseThrow(Ids::notFound);
  }

  @Search
  public IBundleProvider search(
      @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
      @OptionalParam(name = "subject") @Nullable ReferenceParam subject,
      @Count @Nullable Integer count,
      RequestDetails details) {
    Map<String, @Nullable String> parameters = new HashMap<>();
    parameters.put("subject", Ids.patient(patient, subject));
    parameters.put(LANGUAGE, Languages.of(details).getLanguage());
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
    FamilyId family = FamilyId.of(tenant, Ids.required(parameters, "subject"));
    Locale locale = Languages.of(parameters.get(LANGUAGE));
    return plans.ofFamily(tenant, family).stream()
        .map(planned -> view(tenant, planned, locale))
        .skip(offset)
        .limit(count)
        .toList();
  }

  private CarePlan view(TenantId tenant, Plans.Planned planned, Locale locale) {
    Recurrence recurrence = planned.recurrence();
    Owner owner = planned.owner();
    return CareViews.carePlan(
        new CarePlanView(
            planned.family().toString(),
            planned.patient(),
            planStatus(recurrence.status()),
            activityStatus(recurrence.status()),
            recurrence.due(),
            planned.everyMonths(),
            owner instanceof Owner.Role r ? r.role() : ((Owner.Person) owner).reference(),
            owner instanceof Owner.Role,
            planned.reasons().stream()
                .map(reason -> reasons.full(reason, locale))
                .distinct()
                .collect(Collectors.joining(" ")),
            locale.getLanguage(),
            goals.all(tenant, planned.patient()).stream()
                .filter(goal -> goal.status().isOpen())
                .map(ParentGoal::id)
                .map(String::valueOf)
                .toList()));
  }

  private static String planStatus(Recurrence.Status status) {
    return switch (status) {
      case PAUSED -> "on-hold";
      case STOPPED -> "revoked";
      case NOT_DUE, DUE, OVERDUE, POSTPONED -> "active";
    };
  }

  private static String activityStatus(Recurrence.Status status) {
    return switch (status) {
      case NOT_DUE -> "scheduled";
      case DUE, OVERDUE -> "not-started";
      case POSTPONED, PAUSED -> "on-hold";
      case STOPPED -> "stopped";
    };
  }
}
