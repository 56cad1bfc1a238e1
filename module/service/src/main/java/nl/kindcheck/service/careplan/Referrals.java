package nl.kindcheck.service.careplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.family.FamilyHead;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import nl.kindcheck.service.tenancy.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was read in referrals: versions that are appended, the last one being what holds. */
@Component
class Referrals {

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final FamilyRecord record;
  private final DomainClock clock;

  Referrals(TenantSql sql, JdbcClient jdbc, FamilyRecord record, DomainClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.record = record;
    this.clock = clock;
  }

  /**
   * What somebody fills in.
   *
   * @param answer null where it was not chosen
   * @param readBy empty where it was whoever records it
   * @param reason empty where none was given
   */
  record Said(Referral.@Nullable Answer answer, String readBy, String reason) {

    Said {
      readBy = Checked.clean(readBy).strip();
      reason = Checked.clean(reason).strip();
    }
  }

  /** Every version, the latest first. */
  List<Referral> versions(TenantId tenant, String patient) {
    UUID family = FamilyId.of(tenant, patient).value();
    return sql.inTransaction(
        tenant,
        () -> {
          Touched.family(family, patient);
          return jdbc.sql(
                  "SELECT * FROM referral_read WHERE tenant_id = ? AND family_id = ? ORDER BY"
                      + " version DESC")
              .params(tenant.value(), family)
              .query((row, n) -> referral(row))
              .list();
        });
  }

  /**
   * Records what was read.
   *
   * @param seen the version that was looked at, 0 for none; one that came in between is not
   *     overwritten
   * @param by who records it, as a reference of the EPD
   * @throws Refused 409 where it was changed meanwhile; 422 with every fault by its field
   */
  void record(TenantId tenant, String patient, String by, int seen, Said said) {
    sql.inTransaction(
        tenant,
        () -> {
          FamilyHead family = record.take(tenant, patient);
          List<Referral> there = versions(tenant, patient);
          if (!there.isEmpty() && there.get(0).says(said)) {
            return seen;
          }
          if (there.size() != seen) {
            throw new Refused(HttpStatus.CONFLICT, "referral.changed", "now");
          }
          Checked.none(faults(said, seen));
          append(tenant, family.id(), seen + 1, said, by);
          return seen;
        });
  }

  private static List<Refused.Fault> faults(Said said, int seen) {
    List<Refused.Fault> faults = new ArrayList<>();
    if (said.answer() == null) {
      faults.add(new Refused.Fault("referral.answer", "answer", Map.of()));
    }
    Checked.text(faults, "reader", said.readBy(), Checked.LINE);
    if (seen > 0) {
      Checked.required(faults, "reason", said.reason(), Checked.TEXT, "referral.reason");
    }
    return faults;
  }

  private void append(TenantId tenant, FamilyId family, int version, Said said, String by) {
    jdbc.sql(
            """
            INSERT INTO referral_read (tenant_id, family_id, version, answer, read_by, reason, author, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                tenant.value(),
                family.value(),
                version,
                Objects.requireNonNull(said.answer()).code(),
                said.readBy().isEmpty() ? null : said.readBy(),
                version == 1 ? null : said.reason(),
                by,
                clock.now().atOffset(ZoneOffset.UTC)))
        .update();
  }

  private static Referral referral(ResultSet row) throws SQLException {
    return new Referral(
        row.getInt("version"),
        Coded.find(Referral.Answer.class, row.getString("answer")).orElseThrow(),
        row.getString("read_by"),
        row.getString("reason"),
        row.getString("author"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
