package nl.kindcheck.demoepd.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import nl.kindcheck.demoepd.records.Records;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** Reads one type of resource. */
abstract class ShelfProvider implements IResourceProvider {

  final Records records;
  final Class<? extends Resource> type;

  ShelfProvider(Records records, Class<? extends Resource> type) {
    this.records = records;
    this.type = type;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return type;
  }

  @Read
  public IBaseResource read(@IdParam IdType id) {
    return records.find(type, id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
  }
}
