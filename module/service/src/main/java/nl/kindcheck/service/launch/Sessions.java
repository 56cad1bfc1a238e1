package nl.kindcheck.service.launch;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.audit.AuditTrail;
import nl.kindcheck.service.audit.Ground;
import nl.kindcheck.service.platform.SecurityClock;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The sessions. The browser holds the key of one; here is only its hash. */
@Component
class Sessions {

  private static final String FIND =
      """
      SELECT user_ref, patient_ref, encounter_ref, epd, locale, epd_token, epd_token_until, epd_scopes, opened_for,
        ground, account, because, emergency_id, ends_at
      FROM launch_session
      WHERE tenant_id = ? AND session_hash = ? AND seen_at > ? AND began_at > ?
        AND (ends_at IS NULL OR ends_at > ?)\
      """;

  /** Not at every page: what is a minute old is fresh enough, and a page then writes nothing. */
  private static final String SEEN =
      """
      UPDATE launch_session SET seen_at = ?
      WHERE tenant_id = ? AND session_hash = ? AND seen_at > ? AND began_at > ? AND seen_at < ?
        AND (ends_at IS NULL OR ends_at > ?)\
      """;

  private static final String ENDED =
      """
      SELECT user_ref, patient_ref, encounter_ref, epd, locale, epd_token, epd_token_until, epd_scopes, opened_for,
        ground, account, because, emergency_id, ends_at
      FROM launch_session
      WHERE tenant_id = ? AND session_hash = ? AND seen_at > ? AND (ends_at IS NULL OR ends_at > ?)\
      """;

  /** How long after a session has ended a form of it may still become a draft. */
  private static final Duration LATE = Duration.ofHours(12);

  private static final String KEEP_TOKEN =
      """
      UPDATE launch_session SET epd_token = ?, epd_token_until = ?, epd_scopes = ?
      WHERE tenant_id = ? AND session_hash = ?\
      """;

  private static final String KEEP_WHO =
      "UPDATE launch_session SET opened_for = ? WHERE tenant_id = ? AND session_hash = ?";

  private static final Duration FRESH = Duration.ofMinutes(1);

  private final TenantSql sql;
  private final SecurityClock clock;
  private final SessionSettings settings;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;

  Sessions(
      TenantSql sql,
      SecurityClock clock,
      SessionSettings settings,
      AuditTrail trail,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.settings = settings;
    this.trail = trail;
    this.events = events;
  }

  /**
   * A session that lasts.
   *
   * @param epd null where the EPD gave nothing to read with
   * @param openedFor null where the EPD did not say
   */
  record Live(LaunchContext launch, @Nullable SealedToken epd, @Nullable Sealed openedFor) {}

  /**
   * Begins a session, with its line in the log.
   *
   * @param token of the EPD; null where it gave none
   * @param who whose record it is; null where the EPD did not say
   */
  Key begin(LaunchContext launch, @Nullable EpdToken token, @Nullable OpenedFor who) {
    Key key = Key.random(launch.tenant());
    OffsetDateTime now = at(clock.now());
    OneTrip trip = new OneTrip();
    trip.write(
        "INSERT INTO launch_session (tenant_id, session_hash, user_ref, patient_ref,"
            + " encounter_ref, epd, locale, began_at, seen_at, ground, account, because,"
            + " emergency_id, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid,"
            + " ?::timestamptz)",
        key.tenant().value(),
        key.hash(),
        launch.user(),
        launch.patient(),
        launch.encounter(),
        launch.epd().toString(),
        launch.locale().toLanguageTag(),
        now,
        now,
        launch.entry().ground().code(),
        launch.entry().account(),
        StoredReason.text(launch.entry().because()),
        text(launch.entry().emergency()),
        text(launch.entry().until()));
    if (token != null) {
      SealedToken sealed = SealedToken.of(token, key, launch.epd());
      trip.write(
          KEEP_TOKEN,
          sealed.bytes(),
          at(sealed.until()),
          sealed.scopes(),
          key.tenant().value(),
          key.hash());
    }
    if (who != null) {
      trip.write(
          KEEP_WHO,
          Sealed.of(who.sealed(), OpenedFor.USE, key, launch.epd()).bytes(),
          key.tenant().value(),
          key.hash());
    }
    trail.add(trip, Logged.begun(trail, launch));
    trip.run(sql, key.tenant());
    return key;
  }

  /** The launch to which a session belongs, and marks it as seen; empty once it has ended. */
  Optional<Live> find(Key key) {
    Instant now = clock.now();
    Object idle = at(now.minus(settings.idle()));
    Object longest = at(now.minus(settings.longest()));
    Object tenant = key.tenant().value();
    OneTrip trip = new OneTrip();
    var found =
        trip.read(
            FIND, rows -> read(rows, key.tenant()), tenant, key.hash(), idle, longest, at(now));
    trip.write(SEEN, at(now), tenant, key.hash(), idle, longest, at(now.minus(FRESH)), at(now));
    trip.run(sql, key.tenant());
    return found.result();
  }

  /**
   * The launch to which a session belonged that has ended by itself, not long ago. It opens
   * nothing: it only says whose a form is that comes too late. Not of one that was open in an
   * emergency, whose time is over: nothing is written there any more.
   */
  Optional<LaunchContext> ended(Key key) {
    OneTrip trip = new OneTrip();
    var found =
        trip.read(
            ENDED,
            rows -> read(rows, key.tenant()),
            key.tenant().value(),
            key.hash(),
            at(clock.now().minus(settings.idle()).minus(LATE)),
            at(clock.now()));
    trip.run(sql, key.tenant());
    return found.result().map(Live::launch);
  }

  private static Optional<Live> read(ResultSet rows, TenantId tenant) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    LaunchContext launch =
        new LaunchContext(
            tenant,
            rows.getString("user_ref"),
            rows.getString("patient_ref"),
            rows.getString("encounter_ref"),
            Locale.forLanguageTag(rows.getString("locale")),
            URI.create(rows.getString("epd")),
            entry(rows));
    byte[] token = rows.getBytes("epd_token");
    byte[] who = rows.getBytes("opened_for");
    return Optional.of(
        new Live(
            launch,
            token == null
                ? null
                : new SealedToken(
                    token,
                    rows.getObject("epd_token_until", OffsetDateTime.class).toInstant(),
                    rows.getString("epd_scopes")),
            who == null ? null : new Sealed(who)));
  }

  private static Entry entry(ResultSet rows) throws SQLException {
    OffsetDateTime until = rows.getObject("ends_at", OffsetDateTime.class);
    return new Entry(
        Coded.find(Ground.class, rows.getString("ground")).orElseThrow(),
        rows.getString("account"),
        StoredReason.read(rows.getString("because")),
        rows.getObject("emergency_id", UUID.class),
        until == null ? null : until.toInstant());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** Ends a session; one that lasted leaves its line in the log. */
  void end(Key key) {
    sql.inTransaction(
        key.tenant(),
        () -> {
          find(key).map(Live::launch).ifPresent(this::left);
          remove(key);
          return true;
        });
  }

  private void left(LaunchContext launch) {
    trail.write(Logged.ended(trail, launch));
    UUID emergency = launch.entry().emergency();
    if (emergency != null) {
      events.publishEvent(new EmergencyLeft(launch.tenant(), emergency));
    }
  }

  private void remove(Key key) {
    OneTrip trip = new OneTrip();
    trip.write(
        "DELETE FROM launch_session WHERE tenant_id = ? AND session_hash = ?",
        key.tenant().value(),
        key.hash());
    trip.run(sql, key.tenant());
  }

  /**
   * Forgets those that have ended by themselves, once no form of them is waited for. The token of
   * the EPD goes before: with the end of the session, and when the EPD takes it no more.
   */
  void forget(TenantId tenant) {
    Instant now = clock.now();
    Object idle = at(now.minus(settings.idle()));
    Object longest = at(now.minus(settings.longest()));
    OneTrip trip = new OneTrip();
    trip.write(
        "DELETE FROM launch_session WHERE tenant_id = ? AND (seen_at < ? OR began_at < ?)",
        tenant.value(),
        at(now.minus(settings.idle()).minus(LATE)),
        at(now.minus(settings.longest()).minus(LATE)));
    trip.write(
        "UPDATE launch_session SET epd_token = ''::bytea WHERE tenant_id = ? AND epd_token <>"
            + " ''::bytea AND (epd_token_until < ? OR seen_at < ? OR began_at < ?)",
        tenant.value(),
        at(now),
        idle,
        longest);
    trip.write(
        "UPDATE launch_session SET opened_for = NULL WHERE tenant_id = ? AND opened_for IS NOT NULL"
            + " AND (seen_at < ? OR began_at < ?)",
        tenant.value(),
        idle,
        longest);
    trip.run(sql, tenant);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
