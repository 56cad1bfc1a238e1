package nl.kindcheck.service.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/** Sessions for the tests of pages, without the dance that begins one. */
public final class Launches {

  /** The clinician of every session that is made here. */
  public static final String CLINICIAN = "Practitioner/c-test";

  private Launches() {}

  /**
   * A session.
   *
   * @param cookie the value of the header {@code Cookie}
   * @param csrf the value of the field {@code _csrf} of a form, or of the header {@code
   *     X-CSRF-TOKEN}
   */
  public record Launched(String cookie, String csrf) {}

  /**
   * Begins a session of {@link #CLINICIAN} in Dutch.
   *
   * @param organisation {@code haven} or {@code duin}
   * @param patient as in {@code Patient/34}
   * @param encounter as in {@code Encounter/12}; null for none
   */
  public static Launched session(
      TestDatabase database, String organisation, String patient, @Nullable String encounter) {
    return session(database, organisation, CLINICIAN, patient, encounter, "nl");
  }

  /** Begins a session of a clinician of the test's choice, in a language of its choice. */
  public static Launched session(
      TestDatabase database,
      String organisation,
      String clinician,
      String patient,
      @Nullable String encounter,
      String language) {
    UUID tenant = organisation.equals("haven") ? World.HAVEN : World.DUIN;
    Key key = Key.random(new TenantId(tenant));
    try (Connection connection = database.asSuperuser();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO launch_session (tenant_id, session_hash, user_ref, patient_ref,"
                    + " encounter_ref, epd, locale, began_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?,"
                    + " now(), now())")) {
      insert.setObject(1, tenant);
      insert.setBytes(2, key.hash());
      insert.setString(3, clinician);
      insert.setString(4, patient);
      insert.setString(5, encounter);
      insert.setString(6, World.fhirServer(organisation));
      insert.setString(7, language);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return of(key);
  }

  /**
   * Begins a session that may read in the EPD, with the token {@code a-token}.
   *
   * @param scopes as the EPD granted them
   * @param until when the token ends
   */
  public static Launched reading(
      TestDatabase database, String organisation, String patient, String scopes, Instant until) {
    Launched session = session(database, organisation, patient, null);
    String secret = session.cookie().substring(session.cookie().lastIndexOf('.') + 1);
    Key key =
        new Key(new TenantId(organisation.equals("haven") ? World.HAVEN : World.DUIN), secret);
    SealedToken sealed =
        SealedToken.of(
            new EpdToken("a-token", until, scopes),
            key,
            URI.create(World.fhirServer(organisation)));
    try (Connection connection = database.asSuperuser();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE launch_session SET epd_token = ?, epd_token_until = ?, epd_scopes = ? WHERE"
                    + " session_hash = ?")) {
      update.setBytes(1, sealed.bytes());
      update.setObject(2, sealed.until().atOffset(ZoneOffset.UTC));
      update.setString(3, sealed.scopes());
      update.setBytes(4, key.hash());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return session;
  }

  /**
   * The token of the forms of a session.
   *
   * @param cookie the value of the header {@code Cookie}
   */
  public static String csrf(String cookie) {
    String text = cookie.substring(cookie.indexOf('=') + 1);
    int dot = text.indexOf('.');
    UUID tenant = UUID.fromString(text.substring(0, dot));
    return of(new Key(new TenantId(tenant), text.substring(dot + 1))).csrf();
  }

  static Launched of(Key key) {
    return new Launched("kindcheck-session=" + key.text(), masked(SessionCsrf.token(key)));
  }

  /** As a page carries it: some bytes, and the token crossed with them. */
  private static String masked(String token) {
    byte[] bytes = token.getBytes(US_ASCII);
    byte[] masked = Arrays.copyOf(new byte[bytes.length], 2 * bytes.length);
    System.arraycopy(bytes, 0, masked, bytes.length, bytes.length);
    return Base64.getUrlEncoder().encodeToString(masked);
  }
}
