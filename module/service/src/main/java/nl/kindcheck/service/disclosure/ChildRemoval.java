package nl.kindcheck.service.disclosure;

import ca.uhn.fhir.context.FhirContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.fhir.ChildGroups;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.TenantId;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes one child out of a family's record and leaves the rest as it was: its statements, its group
 * in every response, its name in a Meldcode record, what was handed out of it, and every draft,
 * because a draft may name it. What others wrote of it in a free text of their own, no command
 * finds; a person corrects that.
 */
class ChildRemoval {

  private final JdbcClient jdbc;
  private final FamilyRecord record;
  private final Policies policies;
  private final DomainClock clock;
  private final FhirContext fhir;

  ChildRemoval(
      JdbcClient jdbc,
      FamilyRecord record,
      Policies policies,
      DomainClock clock,
      FhirContext fhir) {
    this.jdbc = jdbc;
    this.record = record;
    this.policies = policies;
    this.clock = clock;
    this.fhir = fhir;
  }

  private record Version(ResponseId id, int number, String body, Instant recordedAt) {}

  /** Runs in a transaction in which the tenant is set and the family's row is taken. */
  void remove(TenantId tenant, FamilyHead head, ChildId child) {
    UUID family = head.id().value();
    responses(tenant, head, child);
    jdbc.sql(
            """
            WITH its AS (SELECT statement_id FROM statement WHERE family_id = ? AND child_id = ?)
            DELETE FROM statement WHERE family_id = ?
              AND (child_id = ? OR corrects IN (SELECT statement_id FROM its))\
            """)
        .params(family, child.value(), family, child.value())
        .update();
    meldcode(family, child);
    jdbc.sql("DELETE FROM draft WHERE patient_ref = ?").param(head.patient()).update();
    jdbc.sql("DELETE FROM handed_out WHERE family_id = ? AND child_id = ?")
        .params(family, child.value())
        .update();
    jdbc.sql("DELETE FROM destruction_event WHERE family_id = ? AND child_id = ?")
        .params(family, child.value())
        .update();
    LocalDate today = clock.today();
    record.refresh(tenant, head, policies.on(tenant, today), head.lastRecorded());
  }

  /** Each version is read as it was when it was recorded: by what was known of the family then. */
  private void responses(TenantId tenant, FamilyHead head, ChildId child) {
    List<Statement> all = record.family(tenant, head.id()).statements();
    List<Version> versions =
        jdbc.sql("SELECT * FROM response WHERE family_id = ? ORDER BY recorded_at")
            .param(head.id().value())
            .query((row, n) -> version(row))
            .list();
    for (Version version : versions) {
      Family then =
          Family.of(
              all.stream().filter(s -> s.recordedAt().isBefore(version.recordedAt())).toList());
      QuestionnaireResponse body =
          fhir.newJsonParser().parseResource(QuestionnaireResponse.class, version.body());
      if (ChildGroups.remove(child, body, version.id(), then)) {
        jdbc.sql("UPDATE response SET body = ? WHERE response_id = ? AND version = ?")
            .params(
                fhir.newJsonParser().encodeResourceToString(body),
                version.id().value(),
                version.number())
            .update();
      }
    }
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        new ResponseId(row.getObject("response_id", UUID.class)),
        row.getInt("version"),
        row.getString("body"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  /** A record about this child alone goes; one about others as well goes on without it. */
  private void meldcode(UUID family, ChildId child) {
    String id = child.toString();
    jdbc.sql(
            """
            DELETE FROM meldcode_event WHERE family_id = ? AND meldcode_id IN (
              SELECT meldcode_id FROM meldcode_event WHERE family_id = ?
                AND (event->'children' = jsonb_build_array(?) OR event->>'child' = ?)
                AND coalesce(event->'also', 'null'::jsonb) IN ('[]'::jsonb, 'null'::jsonb))\
            """)
        .params(family, family, id, id)
        .update();
    jdbc.sql(
            """
            UPDATE meldcode_event SET event = jsonb_set(event, '{children}', (event->'children') - ?)
            WHERE family_id = ? AND strpos((event->'children')::text, ?) > 0\
            """)
        .params(id, family, id)
        .update();
  }
}
