package nl.kindcheck.service.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.Bsn;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of what was handed out and to whom. Whatever gives something of a record to somebody
 * outside writes it here first, so that they can be told when the record is destroyed.
 */
@Component
public class HandedOut {

  private static final int LONGEST = 200;

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final DomainClock clock;

  HandedOut(TenantSql sql, JdbcClient jdbc, DomainClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What was given. */
  public enum What implements Coded {
    /** The family as far as the patient may read it. */
    PATIENT_EXPORT,
    /** One child's own part. */
    CHILD_PART,
    /** The word back to the referrer. */
    LETTER
  }

  /**
   * One thing given.
   *
   * @param child whose part it was; null where it was not one child's
   * @param recipient to whom, as people there would know them
   * @param author who gave it
   */
  public record Given(
      UUID id, What what, @Nullable ChildId child, String recipient, String author, Instant at) {}

  /**
   * Writes down that something is given.
   *
   * @param id which makes a second sending of the same form recognisable
   * @throws Refused 422 where it does not say to whom
   */
  public void record(
      TenantId tenant,
      String patient,
      UUID id,
      What what,
      @Nullable ChildId child,
      String recipient,
      String author) {
    String to = recipient.strip();
    if (to.isBlank() || to.length() > LONGEST || Bsn.hiddenIn(to)) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "disclosure.to-whom", "recipient");
    }
    sql.inTransaction(
        tenant,
        () -> {
          Touched.patients(List.of(patient));
          return jdbc.sql(
                  """
                  INSERT INTO handed_out (tenant_id, handed_id, family_id, child_id, what, recipient, author, at)
                  VALUES (?, ?, ?, ?::uuid, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                  """)
              .params(
                  Arrays.asList(
                      tenant.value(),
                      id,
                      FamilyId.of(tenant, patient).value(),
                      child == null ? null : child.toString(),
                      what.code(),
                      to,
                      author,
                      clock.now().atOffset(ZoneOffset.UTC)))
              .update();
        });
  }

  /** All that was handed out of a patient's record, the latest first. */
  public List<Given> of(TenantId tenant, String patient) {
    return sql.inTransaction(
        tenant,
        () -> {
          Touched.patients(List.of(patient));
          return jdbc.sql(
                  "SELECT * FROM handed_out WHERE tenant_id = ? AND family_id = ? ORDER BY at"
                      + " DESC, handed_id")
              .params(tenant.value(), FamilyId.of(tenant, patient).value())
              .query((row, n) -> given(row))
              .list();
        });
  }

  /**
   * What must be told when a record, or one child's part of it, is destroyed.
   *
   * @param child null for the whole record
   */
  List<Given> concerning(TenantId tenant, String patient, @Nullable ChildId child) {
    return of(tenant, patient).stream()
        .filter(given -> child == null || given.child() == null || child.equals(given.child()))
        .toList();
  }

  private static Given given(ResultSet row) throws SQLException {
    UUID child = row.getObject("child_id", UUID.class);
    return new Given(
        row.getObject("handed_id", UUID.class),
        Coded.find(What.class, row.getString("what")).orElseThrow(),
        child == null ? null : new ChildId(child),
        row.getString("recipient"),
        row.getString("author"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
