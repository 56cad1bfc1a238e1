package nl.kindcheck.demoepd.hooks;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.Date;
import nl.kindcheck.demoepd.clock.DemoClock;
import nl.kindcheck.demoepd.records.Records;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes the tasks of a suggestion in this EPD. Any other action is left alone. */
@Component
class SuggestedTasks {

  private static final Logger LOG = LoggerFactory.getLogger(SuggestedTasks.class);

  private final Records records;
  private final FhirContext fhir;
  private final DemoClock clock;

  SuggestedTasks(Records records, FhirContext fhir, DemoClock clock) {
    this.records = records;
    this.fhir = fhir;
    this.clock = clock;
  }

  void create(String patient, Card.Suggestion suggestion) {
    for (Card.Action action : suggestion.actions()) {
      JsonNode resource = action.resource();
      if ("create".equals(action.type())
          && resource != null
          && "Task".equals(resource.path("resourceType").asString(""))) {
        create(patient, resource);
      }
    }
  }

  private void create(String patient, JsonNode resource) {
    try {
      Task task = fhir.newJsonParser().parseResource(Task.class, resource.toString());
      // Whatever the suggestion says: a card of this patient makes tasks for this patient only.
      task.setFor(new Reference("Patient/" + patient));
      if (!task.hasAuthoredOn()) {
        task.setAuthoredOn(Date.from(clock.instant()));
      }
      records.create(task);
    } catch (DataFormatException e) {
      LOG.warn("A suggested task could not be read");
    }
  }
}
