package nl.kindcheck.service.careplan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The goals of a parent: versions that are appended, the last one of a goal being what holds. */
@Component
public class ParentGoals {

  private final TenantSql sql;
  private final GoalRows rows;
  private final FamilyRecord record;
  private final DomainClock clock;

  ParentGoals(TenantSql sql, GoalRows rows, FamilyRecord record, DomainClock clock) {
    this.sql = sql;
    this.rows = rows;
    this.record = record;
    this.clock = clock;
  }

  /**
   * What somebody fills in.
   *
   * @param lookBackOn null where it was not chosen, as is the status
   * @param reason empty where none was given
   */
  public record Said(
      String words,
      String owner,
      @Nullable LocalDate lookBackOn,
      ParentGoal.@Nullable Status status,
      String reason) {

    public Said {
      words = Checked.clean(words).strip();
      owner = Checked.clean(owner).strip();
      reason = Checked.clean(reason).strip();
    }
  }

  /** What holds of every goal of a patient, the latest goal first. */
  public List<ParentGoal> all(TenantId tenant, String patient) {
    return sql.inTransaction(tenant, () -> rows.present(tenant, FamilyId.of(tenant, patient)));
  }

  /** What holds of one goal, whose ever it is. */
  public Optional<ParentGoal> byId(TenantId tenant, UUID id) {
    return sql.inTransaction(tenant, () -> rows.versions(tenant, id)).stream().findFirst();
  }

  /**
   * Every version of a patient's goal, the latest first; empty where this patient has none such.
   */
  public List<ParentGoal> versions(TenantId tenant, String patient, UUID id) {
    return sql.inTransaction(tenant, () -> rows.versions(tenant, id)).stream()
        .filter(goal -> goal.patient().equals(patient))
        .toList();
  }

  /**
   * Records a new goal.
   *
   * @param key chosen by whoever records; sent a second time with the same key it is recorded once
   * @param by who records it, as a reference of the EPD
   * @return the id under which it is kept
   * @throws Refused 422 with every fault by its field; 409 where the key was used for other words
   */
  public UUID add(TenantId tenant, String patient, String by, UUID key, Said said) {
    Checked.none(faults(said, null));
    UUID id = UUID.nameUUIDFromBytes((tenant + " " + patient + " goal " + key).getBytes(UTF_8));
    return sql.inTransaction(
        tenant,
        () -> {
          FamilyHead family = record.take(tenant, patient);
          List<ParentGoal> there = rows.versions(tenant, id);
          if (there.isEmpty()) {
            rows.append(tenant, family.id(), id, 1, said, by, clock.now());
          } else if (!there.get(there.size() - 1).says(said)) {
            throw new Refused(HttpStatus.CONFLICT, "goal.sent-before", "words");
          }
          return id;
        });
  }

  /**
   * Records the next version of a goal.
   *
   * @param seen the version that was looked at; a version that came in between is not overwritten
   * @throws Refused 404 where this patient has none of that id; 409 where it was changed meanwhile;
   *     422 with every fault by its field
   */
  public void change(TenantId tenant, String patient, String by, UUID id, int seen, Said said) {
    sql.inTransaction(
        tenant,
        () -> {
          FamilyHead family = record.take(tenant, patient);
          ParentGoal now =
              versions(tenant, patient, id).stream()
                  .findFirst()
                  .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "not-found", null));
          if (now.says(said)) {
            return id;
          }
          if (now.version() != seen) {
            throw new Refused(HttpStatus.CONFLICT, "goal.changed", "now");
          }
          Checked.none(faults(said, now));
          rows.append(tenant, family.id(), id, seen + 1, said, by, clock.now());
          return id;
        });
  }

  private List<Refused.Fault> faults(Said said, @Nullable ParentGoal before) {
    List<Refused.Fault> faults = new ArrayList<>();
    Checked.required(faults, "words", said.words(), Checked.TEXT, "goal.words");
    Checked.required(faults, "owner", said.owner(), Checked.LINE, "goal.owner");
    LocalDate day = said.lookBackOn();
    boolean kept = before != null && before.lookBackOn().equals(day);
    if (day == null || (day.isBefore(clock.today()) && !kept)) {
      faults.add(new Refused.Fault("goal.day", "day", Map.of()));
    }
    // What begins as closed would be a note and no goal.
    if (said.status() == null || (before == null && !said.status().isOpen())) {
      faults.add(new Refused.Fault("goal.status", "status", Map.of()));
    }
    boolean corrected = before != null && !before.words().equals(said.words());
    if (said.reason().isBlank() && said.status() == ParentGoal.Status.STOPPED) {
      faults.add(new Refused.Fault("goal.reason-stopped", "reason", Map.of()));
    } else if (said.reason().isBlank() && corrected) {
      faults.add(new Refused.Fault("goal.reason-words", "reason", Map.of()));
    }
    Checked.text(faults, "reason", said.reason(), Checked.TEXT);
    return faults;
  }
}
