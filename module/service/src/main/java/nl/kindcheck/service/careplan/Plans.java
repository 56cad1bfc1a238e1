package nl.kindcheck.service.careplan;

import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.core.rule.Recurrence;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.kindcheck.KindcheckStatus;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The Kindcheck as an item of the care plan that comes back (F13). It is worked out from the record
 * each time somebody asks, and never stored: a copy would be wrong the day after.
 */
@Component
public class Plans {

  /** The rule that asks again after a number of months; its reason carries that number. */
  private static final String INTERVAL = "recurrence.interval";

  private final KindcheckStatus status;
  private final FamilyRecord record;
  private final TenantSql sql;

  Plans(KindcheckStatus status, FamilyRecord record, TenantSql sql) {
    this.status = status;
    this.record = record;
    this.sql = sql;
  }

  /**
   * The next Kindcheck of one family.
   *
   * @param everyMonths after how many months the last complete check asks again; null where there
   *     is none, or where something else was answered since
   * @param reasons those that decide today
   * @param owner never nobody (F6)
   */
  public record Planned(
      FamilyId family,
      String patient,
      Recurrence recurrence,
      @Nullable Integer everyMonths,
      List<Reason> reasons,
      Owner owner) {}

  /**
   * @param patient the EPD's reference
   */
  public Planned of(TenantId tenant, String patient) {
    KindcheckStatus.View view = status.of(tenant, patient);
    Recurrence recurrence = view.recurrence().outcome();
    return new Planned(
        view.head().id(),
        patient,
        recurrence,
        everyMonths(recurrence),
        view.reasons(),
        view.owner().outcome());
  }

  /** The same for a family that is known here; empty where it is not. */
  public Optional<Planned> ofFamily(TenantId tenant, FamilyId family) {
    return sql.inTransaction(tenant, () -> record.byId(tenant, family))
        .map(FamilyHead::patient)
        .map(patient -> of(tenant, patient));
  }

  private static @Nullable Integer everyMonths(Recurrence recurrence) {
    return recurrence.candidates().stream()
        .map(Recurrence.Candidate::reason)
        .filter(reason -> reason.rule().equals(INTERVAL))
        .map(reason -> Integer.valueOf(reason.facts().getOrDefault("months", "")))
        .findFirst()
        .orElse(null);
  }
}
