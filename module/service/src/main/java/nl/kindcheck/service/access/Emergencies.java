package nl.kindcheck.service.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.audit.Ground;
import nl.kindcheck.service.launch.Entry;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.launch.OfficeEntrance;
import nl.kindcheck.service.office.CurrentOffice.Person;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.Policies;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import nl.kindcheck.service.tenancy.Touched;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives access in an emergency. The reason, the session, the line in the log and the notice to the
 * privacy officer are one transaction: none of them is there without the others. Nobody is refused
 * because they needed it often: the notice says so.
 */
@Component
class Emergencies {

  /** Whatever a policy says. */
  private static final Duration LONGEST = Duration.ofHours(8);

  private final TenantSql sql;
  private final JdbcClient jdbc;
  private final SecurityClock clock;
  private final Policies policies;
  private final OfficeEntrance entrance;
  private final ApplicationEventPublisher events;

  Emergencies(
      TenantSql sql,
      JdbcClient jdbc,
      SecurityClock clock,
      Policies policies,
      OfficeEntrance entrance,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
    this.policies = policies;
    this.entrance = entrance;
    this.events = events;
  }

  /**
   * Begins it.
   *
   * @param given without a fault
   */
  void take(
      Person person,
      Opening opening,
      TypedReason given,
      HttpServletRequest request,
      HttpServletResponse response) {
    TenantId tenant = person.tenant();
    UUID access = UUID.randomUUID();
    Policy.Access policy = policies.today(tenant).access();
    Instant now = clock.now();
    Duration lasts = Duration.ofMinutes(policy.emergencyMinutes());
    Instant until = now.plus(lasts.compareTo(LONGEST) > 0 ? LONGEST : lasts);
    Entry entry = Entry.inEmergency(person.account(), access, until);
    Doing.does(Deed.of(Event.EMERGENCY, "emergency-access", access.toString()));
    Doing.by(
        new Doing.Who(
            tenant,
            new Actor(person.account(), Role.CLINICIAN, Entry.source(access)),
            Ground.EMERGENCY,
            opening.patient()));
    Runnable handOver =
        sql.inTransaction(
            tenant,
            () -> {
              Touched.patients(List.of(opening.patient()));
              insert(person, opening, given, access, now, until, policy.emergenciesADay());
              events.publishEvent(new EmergencyTaken(tenant.value(), access));
              return entrance.open(opening.launch(tenant, entry), request, response);
            });
    handOver.run();
  }

  private void insert(
      Person person,
      Opening opening,
      TypedReason given,
      UUID access,
      Instant now,
      Instant until,
      int usual) {
    jdbc.sql(
            """
            INSERT INTO emergency_access (tenant_id, access_id, patient_ref, account, name, user_ref, kind, reason, that_day,
              usual, began_at, until_at)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, count(*) + 1, ?, ?, ? FROM emergency_access
              WHERE tenant_id = ? AND account = ? AND began_at >= ?\
            """)
        .params(
            person.tenant().value(),
            access,
            opening.patient(),
            person.account(),
            person.name(),
            opening.user(),
            given.kindOf().orElseThrow().code(),
            given.reason(),
            usual,
            at(now),
            at(until),
            person.tenant().value(),
            person.account(),
            now.atZone(DomainClock.ZONE)
                .toLocalDate()
                .atStartOfDay(DomainClock.ZONE)
                .toOffsetDateTime())
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * What is to be opened, by whom.
   *
   * @param patient as in {@code Patient/12}
   * @param user who they are in the EPD, or by their account where nobody knows
   */
  record Opening(String patient, String user, URI epd, Locale locale) {

    LaunchContext launch(TenantId tenant, Entry entry) {
      return new LaunchContext(tenant, user, patient, null, locale, epd, entry);
    }
  }
}
