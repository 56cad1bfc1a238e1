package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.rule.AttentionPeriod;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.fhir.StatementViews;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Attention for a family, as a flag on the parent that ends by itself. It has the family's id. */
@Component
public class FlagProvider implements IResourceProvider, SearchPages.Search {

  private static final String TYPE = "Flag";

  private final FamilyRecord record;
  private final TenantSql sql;
  private final CurrentAccess access;
  private final SearchPages pages;
  private final Policies policies;
  private final DomainClock clock;

  FlagProvider(
      FamilyRecord record,
      TenantSql sql,
      CurrentAccess access,
      SearchPages pages,
      Policies policies,
      DomainClock clock) {
    this.record = record;
    this.sql = sql;
    this.access = access;
    this.pages = pages;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Flag.class;
  }

  @Read
  public Flag read(@IdParam IdType id) {
    TenantId tenant = access.require(Interaction.READ, TYPE);
    FamilyId family = new FamilyId(Ids.uuid(id));
    return sql.inTransaction(tenant, () -> record.byId(tenant, family))
        .flatMap(head -> view(tenant, head))
        .orElseThrow(Ids::notFound);
  }

  private Optional<Flag> view(TenantId tenant, FamilyHead head) {
    return AttentionPeriod.of(head.state(), policies.today(tenant))
        .map(Decision::outcome)
        .map(
            period -> {
              Flag flag =
                  StatementViews.flag(
                      head.id().toString(), head.patient(), period.from(), period.to());
              if (period.isOverOn(clock.today())) {
                flag.setStatus(Flag.FlagStatus.INACTIVE);
              }
              return flag;
            });
  }

  @Search
  public IBundleProvider search(
      @RequiredParam(name = "patient") ReferenceParam patient, @Count @Nullable Integer count) {
    Map<String, @Nullable String> parameters = new HashMap<>();
    parameters.put("patient", Ids.reference("patient", patient, "Patient"));
    return pages.first(TYPE, parameters, count);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public List<? extends IBaseResource> page(
      TenantId tenant, Map<String, String> parameters, int offset, int count) {
    FamilyId family = FamilyId.of(tenant, Ids.required(parameters, "patient"));
    return record.byId(tenant, family).flatMap(head -> view(tenant, head)).stream()
        .skip(offset)
        .limit(count)
        .toList();
  }
}
