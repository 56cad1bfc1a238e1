package nl.kindcheck.service.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import nl.kindcheck.core.policy.Moment;
import nl.kindcheck.core.rule.CareTold;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.stereotype.Component;

/** What the EPD told of a patient's care: who saw the patient, who manages the care, and when. */
@Component
public class ToldCare {

  private static final String SELECT =
      "SELECT * FROM care_seen WHERE tenant_id = ? AND family_id = ? ORDER BY seq";

  private final TenantSql sql;

  ToldCare(TenantSql sql) {
    this.sql = sql;
  }

  /** The oldest first; empty where we know nothing of the patient. */
  public List<CareTold> of(TenantId tenant, String patient) {
    OneTrip trip = new OneTrip().about(patient);
    OneTrip.Part<List<CareTold>> told =
        trip.read(
            SELECT,
            rows -> OneTrip.each(rows, ToldCare::told),
            tenant.value(),
            FamilyId.of(tenant, patient).value());
    trip.run(sql, tenant);
    return told.result();
  }

  private static CareTold told(ResultSet row) throws SQLException {
    CareSeen seen = CareSeenRows.read(row);
    LocalDate heard =
        LocalDate.ofInstant(
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(), DomainClock.ZONE);
    // A signal and an agreement have a day, and nobody who gave care.
    boolean counts = seen.moment() != null && seen.moment() != Moment.NONE;
    return new CareTold(
        seen.reference(),
        seen.on(),
        counts,
        seen.performer(),
        seen.care(),
        seen.careManager(),
        heard);
  }
}
