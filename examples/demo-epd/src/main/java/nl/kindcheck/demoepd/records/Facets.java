package nl.kindcheck.demoepd.records;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** The sides of a resource by which it is searched: its patient, codes, status and date. */
final class Facets {

  private Facets() {}

  static @Nullable String patient(Resource resource) {
    if (resource instanceof Encounter encounter) {
      return id(encounter.getSubject());
    }
    if (resource instanceof EpisodeOfCare episode) {
      return id(episode.getPatient());
    }
    if (resource instanceof RelatedPerson person) {
      return id(person.getPatient());
    }
    if (resource instanceof Observation observation) {
      return id(observation.getSubject());
    }
    return resource instanceof Task task ? id(task.getFor()) : null;
  }

  static List<Coding> codes(Resource resource) {
    CodeableConcept code = null;
    if (resource instanceof Observation observation) {
      code = observation.getCode();
    } else if (resource instanceof Task task) {
      code = task.getCode();
    }
    return code == null ? List.of() : code.getCoding();
  }

  static @Nullable String status(Resource resource) {
    if (resource instanceof Encounter encounter && encounter.hasStatus()) {
      return encounter.getStatus().toCode();
    }
    if (resource instanceof EpisodeOfCare episode && episode.hasStatus()) {
      return episode.getStatus().toCode();
    }
    if (resource instanceof Observation observation && observation.hasStatus()) {
      return observation.getStatus().toCode();
    }
    return resource instanceof Task task && task.hasStatus() ? task.getStatus().toCode() : null;
  }

  /** The date by which searches are sorted; the oldest possible where there is none. */
  static Instant date(Resource resource) {
    Date date = null;
    if (resource instanceof Encounter encounter) {
      date = start(encounter.getPeriod());
    } else if (resource instanceof EpisodeOfCare episode) {
      date = start(episode.getPeriod());
    } else if (resource instanceof Observation observation
        && observation.hasEffectiveDateTimeType()) {
      date = observation.getEffectiveDateTimeType().getValue();
    } else if (resource instanceof Task task) {
      date = task.getAuthoredOn();
    }
    return date == null ? Instant.MIN : date.toInstant();
  }

  private static @Nullable Date start(Period period) {
    return period.getStart();
  }

  private static @Nullable String id(Reference reference) {
    return reference.getReferenceElement().getIdPart();
  }
}
