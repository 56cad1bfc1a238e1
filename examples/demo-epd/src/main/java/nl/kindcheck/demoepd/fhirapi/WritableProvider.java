package nl.kindcheck.demoepd.fhirapi;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import nl.kindcheck.demoepd.records.Records;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** What may be written from outside: encounters, and the tasks of the work list. */
class WritableProvider extends PatientDataProvider {

  WritableProvider(Records records, Class<? extends Resource> type) {
    super(records, type);
  }

  @Create
  public MethodOutcome create(@ResourceParam IBaseResource sent) {
    Resource resource = checked(sent);
    return outcome(records.create(resource)).setCreated(true);
  }

  @Update
  public MethodOutcome update(@IdParam IdType id, @ResourceParam IBaseResource sent) {
    Resource resource = checked(sent);
    Resource before =
        records.find(type, id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
    String version = before.getMeta().getVersionId();
    if (id.hasVersionIdPart() && !version.equals(id.getVersionIdPart())) {
      throw new PreconditionFailedException("If-Match: the stored version is " + version + ".");
    }
    resource.setId(id.getIdPart());
    return outcome(records.update(resource));
  }

  private Resource checked(IBaseResource sent) {
    if (sent instanceof Encounter encounter) {
      require(encounter.hasStatus(), "Encounter.status");
      require(encounter.hasClass_(), "Encounter.class");
      require(isOurs(encounter.getSubject()), "Encounter.subject");
      return encounter;
    }
    Task task = (Task) sent;
    require(task.hasStatus(), "Task.status");
    require(task.hasIntent(), "Task.intent");
    require(isOurs(task.getFor()), "Task.for");
    return task;
  }

  private boolean isOurs(Reference reference) {
    return records
        .find(Patient.class, String.valueOf(reference.getReferenceElement().getIdPart()))
        .isPresent();
  }

  private static void require(boolean holds, String path) {
    if (!holds) {
      throw new UnprocessableEntityException(path + ": is missing or not known here.");
    }
  }

  private static MethodOutcome outcome(Resource stored) {
    return new MethodOutcome(
            new IdType(stored.fhirType(), stored.getIdPart(), stored.getMeta().getVersionId()))
        .setResource(stored);
  }
}
