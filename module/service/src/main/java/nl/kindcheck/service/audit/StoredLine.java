package nl.kindcheck.service.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line as it is stored.
 *
 * @param parameters names, with commas between them; empty for none
 */
public record StoredLine(
    TenantId tenant,
    long id,
    UUID request,
    Instant at,
    String event,
    String object,
    @Nullable String reference,
    String parameters,
    @Nullable String patient,
    String user,
    String role,
    String source,
    @Nullable String address,
    String responsible,
    String ground,
    String outcome) {

  static final String COLUMNS =
      "l.tenant_id, l.line_id, l.request_id, l.at, l.event, l.object, l.object_ref, l.parameters,"
          + " l.patient_ref, l.user_ref, l.role, l.source, l.address, l.responsible, l.ground,"
          + " l.outcome";

  static final int HASH = 32;

  /** To the microsecond, always with six digits: what the database keeps. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final JsonMapper JSON = new JsonMapper();

  static StoredLine read(ResultSet row) throws SQLException {
    return new StoredLine(
        new TenantId(row.getObject("tenant_id", UUID.class)),
        row.getLong("line_id"),
        row.getObject("request_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("event"),
        row.getString("object"),
        row.getString("object_ref"),
        row.getString("parameters"),
        row.getString("patient_ref"),
        row.getString("user_ref"),
        row.getString("role"),
        row.getString("source"),
        row.getString("address"),
        row.getString("responsible"),
        row.getString("ground"),
        row.getString("outcome"));
  }

  /** The canonical form, as docs/audit.md describes it: a JSON array of texts. */
  String canonical() {
    List<@Nullable String> fields =
        Arrays.asList(
            tenant.toString(),
            Long.toString(id),
            request.toString(),
            TIME.format(at),
            event,
            object,
            reference,
            parameters,
            patient,
            user,
            role,
            source,
            address,
            responsible,
            ground,
            outcome);
    return JSON.writeValueAsString(fields);
  }

  /** The hash of a seal: of the seal before, and of this line. */
  byte[] sealedAfter(byte[] previous) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      return digest.digest(canonical().getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
