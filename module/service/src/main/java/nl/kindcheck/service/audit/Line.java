package nl.kindcheck.service.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.kindcheck.service.tenancy.Actor;
import nl.kindcheck.service.tenancy.OneTrip;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One line: what, when, which patient, which user and role, on whose responsibility, on which
 * ground, from where.
 *
 * @param request the same for all lines of one request
 * @param patient as a reference of the EPD; null where it is about nobody in particular
 * @param address the network address from which it came; null for hooks and for the service's own
 *     timers
 * @param responsible the code of the organisation
 * @param outcome {@code done}, {@code nothing-found}, or how it was refused
 */
public record Line(
    TenantId tenant,
    UUID request,
    Instant at,
    Deed deed,
    @Nullable String patient,
    Actor actor,
    @Nullable String address,
    String responsible,
    Ground ground,
    String outcome) {

  static final String DONE = "done";
  static final String NOTHING_FOUND = "nothing-found";

  private static final int LONGEST = 200;

  static final String INSERT =
      """
      INSERT INTO audit_line (tenant_id, request_id, at, event, object, object_ref, parameters, patient_ref, user_ref, role,
        source, address, responsible, ground, outcome)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  public Line {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  void addTo(OneTrip trip) {
    trip.write(INSERT, values());
  }

  @Nullable Object[] values() {
    return new @Nullable Object[] {
      tenant.value(),
      request,
      at.atOffset(ZoneOffset.UTC),
      deed.event().code(),
      deed.object(),
      deed.reference(),
      String.join(",", deed.parameters()),
      shortened(patient),
      shortened(actor.user()),
      actor.role().code(),
      shortened(actor.source()),
      address,
      responsible,
      ground.code(),
      outcome
    };
  }

  /** A database keeps no NUL, and nobody needs more of a name that an outsider chose. */
  private static @Nullable String shortened(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String clean = text.replace('\0', ' ');
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
