package nl.kindcheck.demoepd.ward;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.demoepd.clock.DemoClock;
import nl.kindcheck.demoepd.records.ContactKind;
import nl.kindcheck.demoepd.records.Encounters;
import nl.kindcheck.demoepd.records.Query;
import nl.kindcheck.demoepd.records.Records;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the pages show of the records. */
@Component
class Charts {

  private static final Set<Task.TaskStatus> DONE =
      EnumSet.of(
          Task.TaskStatus.COMPLETED,
          Task.TaskStatus.CANCELLED,
          Task.TaskStatus.REJECTED,
          Task.TaskStatus.FAILED,
          Task.TaskStatus.ENTEREDINERROR);

  private final Records records;
  private final Encounters encounters;
  private final DemoClock clock;

  Charts(Records records, Encounters encounters, DemoClock clock) {
    this.records = records;
    this.encounters = encounters;
    this.clock = clock;
  }

  List<PatientView> ward() {
    Query all = Query.all();
    return records.search(Patient.class, all).stream().map(this::view).toList();
  }

  PatientView patient(String id) {
    return records.find(Patient.class, id).map(this::view).orElseThrow(NotHere::new);
  }

  Encounter encounter(String patient, String id) {
    return encounters.find(patient, id).orElseThrow(NotHere::new);
  }

  private PatientView view(Patient patient) {
    String id = patient.getIdPart();
    List<EpisodeOfCare> episodes = records.search(EpisodeOfCare.class, Query.ofPatient(id));
    List<Encounter> contacts = encounters.of(id);
    return new PatientView(
        id,
        patient.getNameFirstRep().getNameAsSingleString(),
        LocalDate.parse(patient.getBirthDateElement().getValueAsString()),
        clock.today(),
        phase(episodes, contacts),
        careManager(episodes).orElse(null),
        records.search(RelatedPerson.class, Query.ofPatient(id)).stream()
            .map(Charts::relation)
            .toList(),
        contacts.stream().map(EncounterView::of).toList(),
        records.search(Task.class, Query.ofPatient(id)).stream().map(Charts::task).toList());
  }

  private static String phase(List<EpisodeOfCare> episodes, List<Encounter> contacts) {
    List<ContactKind> open =
        contacts.stream().filter(Encounters::open).map(ContactKind::of).toList();
    if (open.contains(ContactKind.CRISIS)) {
      return "phase.crisis";
    }
    if (open.contains(ContactKind.ADMISSION)) {
      return "phase.admitted";
    }
    if (episodes.stream().anyMatch(one -> one.getStatus() == EpisodeOfCareStatus.ACTIVE)) {
      return "phase.in-care";
    }
    return episodes.stream().anyMatch(one -> one.getStatus() == EpisodeOfCareStatus.WAITLIST)
        ? "phase.planned"
        : "phase.none";
  }

  private static Optional<String> careManager(List<EpisodeOfCare> episodes) {
    return episodes.stream()
        .filter(one -> one.getStatus() == EpisodeOfCareStatus.ACTIVE && one.hasCareManager())
        .map(one -> one.getCareManager().getDisplay())
        .findFirst();
  }

  private static PatientView.Relation relation(RelatedPerson person) {
    return new PatientView.Relation(
        person.getNameFirstRep().getNameAsSingleString(),
        person.getRelationshipFirstRep().getText(),
        month(person.getBirthDateElement().getValueAsString()));
  }

  private static @Nullable YearMonth month(@Nullable String date) {
    return date == null || date.length() < 7 ? null : YearMonth.parse(date.substring(0, 7));
  }

  private static PatientView.TaskView task(Task task) {
    String words = task.hasDescription() ? task.getDescription() : task.getCode().getText();
    return new PatientView.TaskView(
        words == null ? task.getIdPart() : words,
        "task.status." + task.getStatus().toCode(),
        !DONE.contains(task.getStatus()),
        task.hasAuthoredOn()
            ? LocalDate.ofInstant(task.getAuthoredOn().toInstant(), DemoClock.ZONE)
            : null);
  }
}
