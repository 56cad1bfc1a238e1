package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.fhir.AuditEventView;
import nl.kindcheck.fhir.AuditEvents;
import nl.kindcheck.service.audit.AuditLog;
import nl.kindcheck.service.audit.StoredLine;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The log of NEN 7513. A scope for everything does not open it: it must be named. Nobody writes it
 * from outside.
 */
@Component
public class AuditEventProvider implements IResourceProvider, SearchPages.Search {

  private static final String TYPE = "AuditEvent";

  private final AuditLog log;
  private final CurrentAccess access;
  private final SearchPages pages;

  AuditEventProvider(AuditLog log, CurrentAccess access, SearchPages pages) {
    this.log = log;
    this.access = access;
    this.pages = pages;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return AuditEvent.class;
  }

  @Read
  public AuditEvent read(@IdParam IdType id) {
    TenantId tenant = access.requireByName(Interaction.READ, TYPE);
    if (!id.getIdPart().matches("[1-9]\\d{0,17}")) {
      throw Ids.notFound();
    }
    return log.byId(tenant, Long.parseLong(id.getIdPart()))
        .map(AuditEventProvider::view)
        .orElseThrow(Ids::notFound);
  }

  @Search
  public IBundleProvider search(
      @OptionalParam(name = "patient") @Nullable ReferenceParam patient,
      @OptionalParam(name = "date") @Nullable DateRangeParam date,
      @Count @Nullable Integer count) {
    TenantId tenant = access.requireByName(Interaction.SEARCH, TYPE);
    Map<String, @Nullable String> parameters = new HashMap<>();
    parameters.put("patient", Ids.reference("patient", patient, "Patient"));
    LocalDate from = Days.from(date);
    LocalDate to = Days.to(date);
    parameters.put("from", from == null ? null : from.toString());
    parameters.put("to", to == null ? null : to.toString());
    parameters.put(SearchPages.UNTIL, Long.toString(log.newest(tenant)));
    return pages.first(TYPE, parameters, count);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public List<? extends IBaseResource> page(
      TenantId tenant, Map<String, String> parameters, int offset, int count) {
    access.requireByName(Interaction.SEARCH, TYPE);
    AuditLog.Asked asked =
        new AuditLog.Asked(
            parameters.get("patient"),
            startOf(parameters.get("from"), 0),
            startOf(parameters.get("to"), 1),
            Long.parseLong(Ids.required(parameters, SearchPages.UNTIL)));
    return log.search(tenant, asked, offset, count).stream().map(AuditEventProvider::view).toList();
  }

  private static @Nullable Instant startOf(@Nullable String day, int later) {
    return day == null
        ? null
        : LocalDate.parse(day).plusDays(later).atStartOfDay(DomainClock.ZONE).toInstant();
  }

  private static AuditEvent view(AuditLog.Found found) {
    StoredLine line = found.line();
    return AuditEvents.of(
        new AuditEventView(
            Long.toString(line.id()),
            line.at(),
            line.event(),
            line.object(),
            line.reference(),
            line.parameters().isEmpty() ? List.of() : List.of(line.parameters().split(",")),
            line.patient(),
            line.user(),
            line.role(),
            line.source(),
            line.address(),
            line.responsible(),
            line.ground(),
            line.outcome(),
            found.sealed()));
  }
}
