package nl.kindcheck.demoepd.records;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.demoepd.clock.DemoClock;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Starts and finishes encounters, each in its episode of care. */
@Component
public class Encounters {

  private final Records records;
  private final DemoClock clock;

  Encounters(Records records, DemoClock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** The encounters of a patient, the newest first. */
  public List<Encounter> of(String patient) {
    return records.search(Encounter.class, Query.ofPatient(patient));
  }

  /** One encounter of this patient; that of another is not found. */
  public Optional<Encounter> find(String patient, String id) {
    return records
        .find(Encounter.class, id)
        .filter(encounter -> patient.equals(Facets.patient(encounter)));
  }

  public static boolean open(Encounter encounter) {
    return encounter.getStatus() == EncounterStatus.INPROGRESS;
  }

  /**
   * Starts an encounter now. An intake opens care: where the open episode already has an encounter,
   * it gets an episode of its own.
   */
  public Encounter start(String patient, ContactKind kind) {
    Reference subject = new Reference("Patient/" + patient);
    EpisodeOfCare episode = openEpisode(patient, kind);
    Encounter encounter =
        new Encounter()
            .setStatus(EncounterStatus.INPROGRESS)
            .setClass_(kind.encounterClass())
            .addType(kind.type())
            .setSubject(subject)
            .setPeriod(new Period().setStart(now()))
            .addEpisodeOfCare(new Reference("EpisodeOfCare/" + episode.getIdPart()));
    encounter
        .addParticipant()
        .setIndividual(new Reference(Staff.USER.reference()).setDisplay(Staff.USER.label()));
    return records.create(encounter);
  }

  /** Finishes an encounter now; one that is no longer open stays as it is. */
  public Encounter finish(Encounter encounter) {
    if (!open(encounter)) {
      return encounter;
    }
    encounter.setStatus(EncounterStatus.FINISHED);
    encounter.getPeriod().setEnd(now());
    return records.update(encounter);
  }

  private EpisodeOfCare openEpisode(String patient, ContactKind kind) {
    List<EpisodeOfCare> waiting = episodes(patient, EpisodeOfCareStatus.WAITLIST);
    if (!waiting.isEmpty()) {
      EpisodeOfCare begun = waiting.get(0).setStatus(EpisodeOfCareStatus.ACTIVE);
      return records.update(begun);
    }
    List<EpisodeOfCare> active = episodes(patient, EpisodeOfCareStatus.ACTIVE);
    if (!active.isEmpty() && (kind != ContactKind.INTAKE || untouched(patient, active.get(0)))) {
      return active.get(0);
    }
    return records.create(
        new EpisodeOfCare()
            .setStatus(EpisodeOfCareStatus.ACTIVE)
            .setPatient(new Reference("Patient/" + patient))
            .setPeriod(new Period().setStart(now())));
  }

  private boolean untouched(String patient, EpisodeOfCare episode) {
    return of(patient).stream()
        .flatMap(encounter -> encounter.getEpisodeOfCare().stream())
        .noneMatch(in -> episode.getIdPart().equals(in.getReferenceElement().getIdPart()));
  }

  private List<EpisodeOfCare> episodes(String patient, EpisodeOfCareStatus status) {
    return records.search(EpisodeOfCare.class, Query.ofPatient(patient)).stream()
        .filter(episode -> episode.getStatus() == status)
        .toList();
  }

  private Date now() {
    return Date.from(clock.instant());
  }
}
