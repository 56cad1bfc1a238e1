package nl.kindcheck.service.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.service.tenancy.Conditions;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Reads recorded responses. Every method runs in a transaction in which the tenant is set. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Responses {

  private static final String SELECT =
      """
      SELECT r.*, f.patient_ref FROM response r
      JOIN family f ON f.tenant_id = r.tenant_id AND f.family_id = r.family_id
      WHERE r.tenant_id = ? AND
      """;

  private static final String LATEST =
      """
      NOT EXISTS (SELECT 1 FROM response n WHERE n.tenant_id = r.tenant_id AND n.response_id = r.response_id
       AND n.version > r.version AND n.recorded_at <= ?) AND r.recorded_at <= ?\
      """;

  private static final String NEWEST_FIRST = " ORDER BY r.recorded_at DESC, r.response_id";

  private final JdbcClient jdbc;

  Responses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<RecordedResponse> latest(TenantId tenant, ResponseId id) {
    return named(
        jdbc.sql(SELECT + " r.response_id = ? ORDER BY r.version DESC LIMIT 1")
            .params(tenant.value(), id.value())
            .query((row, n) -> response(row))
            .optional());
  }

  public Optional<RecordedResponse> version(TenantId tenant, ResponseId id, int version) {
    return named(
        jdbc.sql(SELECT + " r.response_id = ? AND r.version = ?")
            .params(tenant.value(), id.value(), version)
            .query((row, n) -> response(row))
            .optional());
  }

  private static Optional<RecordedResponse> named(Optional<RecordedResponse> response) {
    Touched.patients(response.stream().map(RecordedResponse::patient).toList());
    return response;
  }

  /** The latest version of the response that first came with this identifier. */
  Optional<ResponseId> idByIdentifier(TenantId tenant, String identifier) {
    Touched.patients(List.of());
    return jdbc.sql(
            "SELECT response_id FROM response WHERE tenant_id = ? AND identifier = ? AND version ="
                + " 1")
        .params(tenant.value(), identifier)
        .query((row, n) -> new ResponseId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** The first version of the response that came with this identifier, as it was then. */
  public Optional<RecordedResponse> byIdentifier(TenantId tenant, String identifier) {
    return idByIdentifier(tenant, identifier).flatMap(id -> version(tenant, id, 1));
  }

  /** One page of a search, the newest first, in the version that is in force. */
  public List<RecordedResponse> search(
      TenantId tenant, ResponseSearch search, int offset, int count) {
    OffsetDateTime until = search.until().atOffset(ZoneOffset.UTC);
    Conditions asked =
        new Conditions(tenant.value(), until, until)
            .and("r.family_id", search.family(tenant))
            .and("r.encounter_ref", search.encounter());
    List<RecordedResponse> found =
        jdbc.sql(SELECT + LATEST + asked.sql() + NEWEST_FIRST + " OFFSET ? LIMIT ?")
            .params(asked.values(offset, count))
            .query((row, n) -> response(row))
            .list();
    if (search.patient() != null) {
      Touched.patients(List.of(search.patient()));
    }
    Touched.patients(found.stream().map(RecordedResponse::patient).toList());
    return found;
  }

  /** Those of a family, as part of a trip: the newest first, in the version that is in force. */
  static OneTrip.Part<List<RecordedResponse>> of(
      OneTrip trip, TenantId tenant, FamilyId family, Instant until, int most) {
    OffsetDateTime end = until.atOffset(ZoneOffset.UTC);
    return trip.read(
        SELECT + LATEST + " AND r.family_id = ?" + NEWEST_FIRST + " LIMIT ?",
        rows -> OneTrip.each(rows, Responses::response),
        tenant.value(),
        end,
        end,
        family.value(),
        most);
  }

  /**
   * When the last response was recorded of a patient, of an encounter, or of the organisation; long
   * ago where there is none.
   *
   * @param patient a reference; null for every patient
   * @param encounter a reference; null for every encounter
   */
  public Instant newest(TenantId tenant, @Nullable String patient, @Nullable String encounter) {
    UUID family = patient == null ? null : FamilyId.of(tenant, patient).value();
    if (family == null) {
      Touched.everybody(false);
    } else {
      Touched.family(family, patient);
    }
    Conditions asked =
        new Conditions(tenant.value()).and("family_id", family).and("encounter_ref", encounter);
    return jdbc.sql("SELECT max(recorded_at) FROM response WHERE tenant_id = ?" + asked.sql())
        .params(asked.values())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(Instant.EPOCH);
  }

  /**
   * What to search for.
   *
   * @param patient a reference; null for every patient
   * @param encounter a reference; null for every encounter
   * @param until what was recorded later does not count
   */
  public record ResponseSearch(
      @Nullable String patient, @Nullable String encounter, Instant until) {

    @Nullable UUID family(TenantId tenant) {
      return patient == null ? null : FamilyId.of(tenant, patient).value();
    }
  }

  private static RecordedResponse response(ResultSet row) throws SQLException {
    Check check = FamilyRecord.check(row);
    return new RecordedResponse(
        check.id(),
        row.getInt("version"),
        row.getString("patient_ref"),
        row.getString("encounter_ref"),
        row.getString("identifier"),
        row.getBytes("content_hash"),
        row.getString("body"),
        check,
        RecordJson.MAPPER.readValue(row.getString("missing"), new TypeReference<List<String>>() {}),
        row.getString("author"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
