package nl.kindcheck.service.family;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * All that a page shows of the record of one patient's family, read in one round trip with whatever
 * else the page shows. What it gives is there once the trip was made.
 */
public final class WholeFamily {

  private final FamilyId id;
  private final String patient;
  private final OneTrip.Part<List<FamilyHead>> head;
  private final OneTrip.Part<List<Statement>> statements;
  private final OneTrip.@Nullable Part<List<RecordedResponse>> responses;
  private final OneTrip.@Nullable Part<Map<FamilyId, Map<String, CareSeen>>> seen;

  /**
   * Adds what is asked for to a trip.
   *
   * @param patient the EPD's reference
   * @param encounter what was seen of it is read too; null where there is none
   */
  public static WholeFamily withEncounter(
      OneTrip trip, TenantId tenant, String patient, @Nullable String encounter) {
    return new WholeFamily(
        trip,
        tenant,
        patient,
        null,
        encounter == null
            ? null
            : CareSeenRows.last(
                trip,
                tenant,
                new UUID[] {FamilyId.of(tenant, patient).value()},
                List.of(encounter)));
  }

  /**
   * Adds what is asked for to a trip.
   *
   * @param patient the EPD's reference
   * @param until responses recorded later are left out
   * @param most how many responses, the newest first
   */
  public static WholeFamily withResponses(
      OneTrip trip, TenantId tenant, String patient, Instant until, int most) {
    return new WholeFamily(
        trip,
        tenant,
        patient,
        Responses.of(trip, tenant, FamilyId.of(tenant, patient), until, most),
        null);
  }

  private WholeFamily(
      OneTrip trip,
      TenantId tenant,
      String patient,
      OneTrip.@Nullable Part<List<RecordedResponse>> responses,
      OneTrip.@Nullable Part<Map<FamilyId, Map<String, CareSeen>>> seen) {
    this.responses = responses;
    this.seen = seen;
    this.id = FamilyId.of(tenant, patient);
    this.patient = patient;
    trip.about(patient);
    this.head =
        trip.read(
            FamilyHeads.ONE,
            rows -> OneTrip.each(rows, FamilyHeads::head),
            tenant.value(),
            id.value());
    this.statements =
        trip.read(
            Statements.OF,
            rows -> OneTrip.each(rows, Statements::statement),
            tenant.value(),
            id.value());
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
    return responses == null ? List.of() : responses.result();
  }

  /** What was last seen of the encounter; empty where nothing was. */
  public Optional<CareSeen> seen() {
    return seen == null
        ? Optional.empty()
        : seen.result().getOrDefault(id, Map.of()).values().stream().findFirst();
  }
}
