package nl.kindcheck.demoepd.ward;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient as a page shows them.
 *
 * @param phase the key of where they are in their care
 * @param careManager null where there is none yet
 */
record PatientView(
    String id,
    String name,
    LocalDate born,
    LocalDate today,
    String phase,
    @Nullable String careManager,
    List<Relation> relations,
    List<EncounterView> encounters,
    List<TaskView> tasks) {

  /**
   * Somebody around the patient.
   *
   * @param born the month; null where it is not known
   */
  record Relation(String name, String relation, @Nullable YearMonth born) {}

  /**
   * A task on the work list of this EPD.
   *
   * @param open whether there is still something to do
   */
  record TaskView(String description, String status, boolean open, @Nullable LocalDate on) {}

  public int age() {
    return Period.between(born, today).getYears();
  }

  /** The encounters that can be continued. */
  public List<EncounterView> open() {
    return encounters.stream().filter(EncounterView::open).toList();
  }

  /** The key of what this patient is here to show; only the ten of the ward have one. */
  public String story() {
    return "story." + id;
  }
}
