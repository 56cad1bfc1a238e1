package nl.kindcheck.service.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Deed;
import nl.kindcheck.service.audit.Doing;
import nl.kindcheck.service.audit.Event;
import nl.kindcheck.service.audit.Ground;
import nl.kindcheck.service.audit.Line;
import nl.kindcheck.service.launch.Key;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.Access;
import nl.kindcheck.service.tenancy.AccessToken;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sessions of people who signed in. The browser holds the key of one; here is its hash. */
@Component
class OfficeSessions {

  private static final String FIND =
      """
      SELECT user_ref, name, roles, fhir_user FROM office_session
      WHERE tenant_id = ? AND session_hash = ? AND seen_at > ? AND began_at > ?\
      """;

  private static final String SEEN =
      """
      UPDATE office_session SET seen_at = ?
      WHERE tenant_id = ? AND session_hash = ? AND seen_at > ? AND began_at > ? AND seen_at < ?\
      """;

  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final TenantSql sql;
  private final SecurityClock clock;
  private final AuditTrail trail;

  OfficeSessions(TenantSql sql, SecurityClock clock, AuditTrail trail) {
    this.sql = sql;
    this.clock = clock;
    this.trail = trail;
  }

  /** Begins a session under a new key, so that one from before the sign-in is worth nothing. */
  Key begin(Access access, String name, @Nullable String fhirUser) {
    Key key = Key.random(access.tenant());
    OffsetDateTime now = at(clock.now());
    OneTrip trip = new OneTrip();
    trip.write(
        "INSERT INTO office_session (tenant_id, session_hash, user_ref, name, roles, fhir_user,"
            + " began_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        key.tenant().value(),
        key.hash(),
        access.user(),
        name,
        access.roles().stream().map(Role::code).collect(Collectors.joining(" ")),
        fhirUser,
        now,
        now);
    trail.add(trip, line(Event.LOGIN, access));
    trip.run(sql, key.tenant());
    return key;
  }

  /** Whose session it is, and marks it as seen; empty once it has ended. */
  Optional<OfficeUser> find(Key key) {
    Instant now = clock.now();
    Object idle = at(now.minus(IDLE));
    Object longest = at(now.minus(LONGEST));
    Object tenant = key.tenant().value();
    OneTrip trip = new OneTrip();
    var found = trip.read(FIND, rows -> read(rows, key), tenant, key.hash(), idle, longest);
    trip.write(SEEN, at(now), tenant, key.hash(), idle, longest, at(now.minus(FRESH)));
    trip.run(sql, key.tenant());
    return found.result();
  }

  private static Optional<OfficeUser> read(ResultSet rows, Key key) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String code : rows.getString("roles").split(" ")) {
      Role.find(code).ifPresent(roles::add);
    }
    if (roles.isEmpty()) {
      return Optional.empty();
    }
    Access access = new Access(key.tenant(), rows.getString("user_ref"), roles, List.of(), null);
    return Optional.of(
        new OfficeUser(key, access, rows.getString("name"), rows.getString("fhir_user")));
  }

  private Line line(Event event, Access access) {
    Actor actor = new Actor(access.user(), access.roles().iterator().next(), AccessToken.OFFICE);
    return trail.line(
        Deed.of(event, "session", null),
        access.tenant(),
        new Doing.Who(access.tenant(), actor, Ground.ROLE, null));
  }

  void end(OfficeUser user) {
    Key key = user.key();
    OneTrip trip = new OneTrip();
    trail.add(trip, line(Event.LOGOUT, user.access()));
    trip.write(
        "DELETE FROM office_session WHERE tenant_id = ? AND session_hash = ?",
        key.tenant().value(),
        key.hash());
    trip.run(sql, key.tenant());
  }

  /** Forgets those that have ended by themselves. */
  void forget(TenantId tenant) {
    Instant now = clock.now();
    OneTrip trip = new OneTrip();
    trip.write(
        "DELETE FROM office_session WHERE tenant_id = ? AND (seen_at < ? OR began_at < ?)",
        tenant.value(),
        at(now.minus(IDLE)),
        at(now.minus(LONGEST)));
    trip.run(sql, tenant);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
