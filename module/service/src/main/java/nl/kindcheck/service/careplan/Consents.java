package nl.kindcheck.service.careplan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
 * The register of consent: events that are appended, the last one of a consent being its present
 * state. Whatever shares something asks here first.
 */
@Component
public class Consents {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2000;
  private static final String WITHDRAWN = "withdrawn";

  private static final String PRESENT =
      """
      SELECT c.*, (SELECT min(f.at) FROM consent_event f WHERE f.tenant_id = c.tenant_id AND f.consent_id = c.consent_id)
        AS given_at
      FROM consent_event c WHERE c.tenant_id = ? AND c.family_id = ? AND NOT EXISTS (SELECT 1 FROM consent_event n
        WHERE n.tenant_id = c.tenant_id AND n.consent_id = c.consent_id AND n.seq > c.seq)
      """;

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final DomainClock clock;

  Consents(TenantSql sql, JdbcClient jdbc, DomainClock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What somebody fills in.
   *
   * @param kind null where it was not chosen, as is every other field
   */
  public record Given(
      Consent.@Nullable Recipient kind,
      String recipient,
      Set<Consent.Share> what,
      Consent.@Nullable Ground ground,
      String note,
      @Nullable LocalDate until) {

    public Given {
      recipient = Checked.clean(recipient);
      note = Checked.clean(note);
    }
  }

  /** All that was ever recorded, the latest first. */
  public List<Consent> all(TenantId tenant, String patient) {
    UUID family = FamilyId.of(tenant, patient).value();
    return sql.inTransaction(
        tenant,
        () -> {
          Touched.family(family, patient);
          return jdbc.sql(PRESENT + " ORDER BY given_at DESC, c.consent_id")
              .params(tenant.value(), family)
              .query((row, n) -> consent(row))
              .list();
        });
  }

  /** What holds today. */
  public List<Consent> inForce(TenantId tenant, String patient) {
    LocalDate today = clock.today();
    return all(tenant, patient).stream().filter(c -> c.isInForceOn(today)).toList();
  }

  /**
   * Records one.
   *
   * @param key chosen by whoever records; sent a second time with the same key it is recorded once
   * @param by who records it, as a reference of the EPD
   * @throws Refused 422 with every fault by its field; 409 where the key was used for something
   *     else
   */
  public void record(TenantId tenant, String patient, String by, UUID key, Given given) {
    List<Refused.Fault> faults = faults(given);
    if (!faults.isEmpty()) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
    UUID id = UUID.nameUUIDFromBytes((tenant + " " + patient + " consent " + key).getBytes(UTF_8));
    Instant now = clock.now();
    Consent consent =
        new Consent(
            id,
            Objects.requireNonNull(given.kind()),
            given.recipient().strip(),
            given.what(),
            Objects.requireNonNull(given.ground()),
            given.note().isBlank() ? null : given.note().strip(),
            Objects.requireNonNull(given.until()),
            by,
            now,
            null);
    sql.inTransaction(
        tenant,
        () -> {
          Optional<Consent> there = find(tenant, patient, id);
          if (there.isEmpty()) {
            append(tenant, patient, consent, "active", by, now);
          } else if (!there.get().saysTheSameAs(consent)) {
            throw new Refused(HttpStatus.CONFLICT, "consent.sent-before", "kind");
          }
          return id;
        });
  }

  /**
   * Withdraws one. Withdrawn a second time it stays as it is.
   *
   * @throws Refused 404 where this patient has none of that id
   */
  public void withdraw(TenantId tenant, String patient, String by, UUID id) {
    sql.inTransaction(
        tenant,
        () -> {
          Consent consent =
              find(tenant, patient, id)
                  .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "not-found", null));
          if (consent.withdrawnAt() == null) {
            append(tenant, patient, consent, WITHDRAWN, by, clock.now());
          }
          return id;
        });
  }

  private Optional<Consent> find(TenantId tenant, String patient, UUID id) {
    UUID family = FamilyId.of(tenant, patient).value();
    Touched.family(family, patient);
    return jdbc.sql(PRESENT + " AND c.consent_id = ?")
        .params(tenant.value(), family, id)
        .query((row, n) -> consent(row))
        .optional();
  }

  private List<Refused.Fault> faults(Given given) {
    List<Refused.Fault> faults = new ArrayList<>();
    LocalDate until = given.until();
    if (given.kind() == null) {
      faults.add(new Refused.Fault("consent.kind", "kind", Map.of()));
    }
    String name = given.recipient();
    if (name.isBlank() || name.length() > LONGEST_NAME || Bsn.hiddenIn(name)) {
      faults.add(new Refused.Fault("consent.recipient", "recipient", Map.of()));
    }
    if (given.what().isEmpty()) {
      faults.add(new Refused.Fault("consent.what", "what", Map.of()));
    }
    if (given.ground() == null) {
      faults.add(new Refused.Fault("consent.ground", "ground", Map.of()));
    }
    if (given.ground() == Consent.Ground.OTHER && given.note().isBlank()) {
      faults.add(new Refused.Fault("consent.note-missing", "note", Map.of()));
    }
    if (given.note().length() > LONGEST_NOTE || Bsn.hiddenIn(given.note())) {
      faults.add(new Refused.Fault("consent.note", "note", Map.of()));
    }
    if (until == null || until.isBefore(clock.today())) {
      faults.add(new Refused.Fault("consent.until", "until", Map.of()));
    }
    return faults;
  }

  private void append(
      TenantId tenant, String patient, Consent c, String status, String by, Instant at) {
    jdbc.sql(
            """
            INSERT INTO consent_event (tenant_id, family_id, consent_id, status, recipient_kind, recipient, what, ground, note,
              until_day, author, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            Arrays.asList(
                tenant.value(),
                FamilyId.of(tenant, patient).value(),
                c.id(),
                status,
                c.kind().code(),
                c.recipient(),
                c.what().stream().map(Coded::code).sorted().collect(Collectors.joining(",")),
                c.ground().code(),
                c.note(),
                c.until(),
                by,
                at.atOffset(ZoneOffset.UTC)))
        .update();
  }

  private static Consent consent(ResultSet row) throws SQLException {
    Set<Consent.Share> what = EnumSet.noneOf(Consent.Share.class);
    for (String code : row.getString("what").split(",")) {
      what.add(Coded.find(Consent.Share.class, code).orElseThrow());
    }
    boolean withdrawn = row.getString("status").equals(WITHDRAWN);
    return new Consent(
        row.getObject("consent_id", UUID.class),
        Coded.find(Consent.Recipient.class, row.getString("recipient_kind")).orElseThrow(),
        row.getString("recipient"),
        what,
        Coded.find(Consent.Ground.class, row.getString("ground")).orElseThrow(),
        row.getString("note"),
        row.getObject("until_day", LocalDate.class),
        row.getString("author"),
        row.getObject("given_at", OffsetDateTime.class).toInstant(),
        withdrawn ? row.getObject("at", OffsetDateTime.class).toInstant() : null);
  }
}
