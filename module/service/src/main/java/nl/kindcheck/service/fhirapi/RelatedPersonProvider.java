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
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.fhir.StatementViews;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The children of a patient's record. */
@Component
public class RelatedPersonProvider implements IResourceProvider, SearchPages.Search {

  private static final String TYPE = "RelatedPerson";

  private final FamilyReading reading;
  private final SearchPages pages;

  RelatedPersonProvider(FamilyReading reading, SearchPages pages) {
    this.reading = reading;
    this.pages = pages;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return RelatedPerson.class;
  }

  @Read
  public RelatedPerson read(@IdParam IdType id) {
    ChildId child = new ChildId(Ids.uuid(id));
    return reading
        .read(TYPE, tenant -> record -> record.byChild(tenant, child))
        .flatMap(
            found ->
                found
                    .family()
                    .child(child)
                    .map(c -> StatementViews.child(c, found.head().patient())))
        .orElseThrow(Ids::notFound);
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
    return reading.ofPatient(tenant, Ids.required(parameters, "patient"), parameters).stream()
        .flatMap(
            found ->
                found.family().children().stream()
                    .map(child -> StatementViews.child(child, found.head().patient())))
        .skip(offset)
        .limit(count)
        .toList();
  }
}
