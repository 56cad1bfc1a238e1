package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import nl.kindcheck.fhir.StatementViews;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Provenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where each statement comes from, and what it corrects. */
@Component
public class ProvenanceProvider implements IResourceProvider, SearchPages.Search {

  private static final String TYPE = "Provenance";

  private final FamilyReading reading;
  private final SearchPages pages;

  ProvenanceProvider(FamilyReading reading, SearchPages pages) {
    this.reading = reading;
    this.pages = pages;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Provenance.class;
  }

  @Read
  public Provenance read(@IdParam IdType id) {
    StatementId statement = new StatementId(Ids.uuid(id));
    return reading
        .read(TYPE, tenant -> record -> record.byStatement(tenant, statement))
        .flatMap(
            found ->
                found.family().statements().stream()
                    .filter(s -> s.id().equals(statement))
                    .map(s -> view(s, found))
                    .findFirst())
        .orElseThrow(Ids::notFound);
  }

  private static Provenance view(Statement s, FamilyReading.Found found) {
    return ScopeQueries.of(
        found.head().patient(),
        StatementViews.provenance(s, "QuestionnaireResponse/" + s.origin().response()));
  }

  @Search
  public IBundleProvider search(
      @RequiredParam(name = "patient") ReferenceParam patient,
      @OptionalParam(name = "target") @Nullable ReferenceParam target,
      @Count @Nullable Integer count) {
    Map<String, @Nullable String> parameters = new HashMap<>();
    parameters.put("patient", Ids.reference("patient", patient, "Patient"));
    Ids.plain(
        "target", target == null || (target.getMissing() == null && target.getChain() == null));
    parameters.put("target", target == null ? null : target.getIdPart());
    return pages.first(TYPE, parameters, count);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public List<? extends IBaseResource> page(
      TenantId tenant, Map<String, String> parameters, int offset, int count) {
    String target = parameters.get("target");
    return reading.ofPatient(tenant, Ids.required(parameters, "patient"), parameters).stream()
        .flatMap(found -> found.family().statements().stream().map(s -> view(s, found)))
        .filter(
            p ->
                target == null
                    || p.getTarget().stream()
                        .anyMatch(t -> target.equals(t.getReferenceElement().getIdPart())))
        .skip(offset)
        .limit(count)
        .toList();
  }
}
