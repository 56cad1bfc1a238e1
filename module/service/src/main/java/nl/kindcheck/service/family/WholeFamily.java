package nl.kindcheck.service.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;

/**
 * All that a page shows of the record of one patient's family, read in one round trip with whatever
 * else the page shows. What it gives is there once the trip was made.
 */
public final class WholeFamily {

  private final FamilyId id;
  private final String patient;
  private final OneTrip.Part<List<FamilyHead>> head;
  private final OneTrip.Part<List<Statement>> statements;
  private final OneTrip.Part<List<RecordedResponse>> responses;

  /**
   * Adds what is asked for to a trip.
   *
   * @param patient the EPD's reference
   * @param until responses recorded later are left out
   * @param most how many responses, the newest first
   */
  public WholeFamily(OneTrip trip, TenantId tenant, String patient, Instant until, int most) {
    this.id = FamilyId.of(tenant, patient);
    this.patient = patient;
    this.head =
        trip.read(
            FamilyHeads.ONE, rows -> each(rows, FamilyHeads::head), tenant.value(), id.value());
    this.statements =
        trip.read(
            Statements.OF, rows -> each(rows, Statements::statement), tenant.value(), id.value());
    this.responses = Responses.of(trip, tenant, id, until, most);
  }

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> each(ResultSet rows, RowReader<T> reader) throws SQLException {
    List<T> all = new ArrayList<>();
    while (rows.next()) {
      all.add(reader.read(rows));
    }
    return all;
  }

  /** The family's row; an empty head where nothing is recorded yet. */
  public FamilyHead head() {
    return head.result().stream().findFirst().orElseGet(() -> FamilyHead.empty(id, patient));
  }

  /** The fold of its statements. */
  public Family family() {
    return Family.of(statements.result());
  }

  /** In the version that is in force, the newest first. */
  public List<RecordedResponse> responses() {
    return responses.result();
  }
}
