package nl.kindcheck.service.office;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import nl.kindcheck.service.TestDatabase;
import nl.kindcheck.service.World;
import nl.kindcheck.service.launch.Key;
import nl.kindcheck.service.launch.Launches.Launched;
import nl.kindcheck.service.tenancy.Role;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/** Sessions below {@code /office} for tests, without the dance that begins one. */
public final class Offices {

  /** The name of everybody who has a session here. */
  public static final String NAME = "Bo Verzonnen";

  private Offices() {}

  /**
   * Begins a session.
   *
   * @param organisation {@code haven}, {@code duin} or {@code kade}
   */
  public static Launched session(TestDatabase database, String organisation, Role role) {
    return session(database, organisation, role, "u-" + role.code(), null);
  }

  /**
   * Begins a session of somebody in particular.
   *
   * @param account as the identity provider names them
   * @param fhirUser who they are in the EPD; null where nobody says
   */
  public static Launched session(
      TestDatabase database,
      String organisation,
      Role role,
      String account,
      @Nullable String fhirUser) {
    UUID tenant =
        switch (organisation) {
          case "haven" -> World.HAVEN;
          case "kade" -> World.KADE;
          default -> World.DUIN;
        };
    Key key = Key.random(new TenantId(tenant));
    try (Connection connection = database.asSuperuser();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO office_session (tenant_id, session_hash, user_ref, name, roles,"
                    + " fhir_user, began_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, now(), now())")) {
      insert.setObject(1, tenant);
      insert.setBytes(2, key.hash());
      insert.setString(3, account);
      insert.setString(4, NAME);
      insert.setString(5, role.code());
      insert.setString(6, fhirUser);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Launched("kindcheck-office=" + key.text(), masked(key.derived("office-form")));
  }

  /** As a page carries it: some bytes, and the token crossed with them. */
  private static String masked(String token) {
    byte[] bytes = token.getBytes(US_ASCII);
    byte[] masked = Arrays.copyOf(new byte[bytes.length], 2 * bytes.length);
    System.arraycopy(bytes, 0, masked, bytes.length, bytes.length);
    return Base64.getUrlEncoder().encodeToString(masked);
  }
}
