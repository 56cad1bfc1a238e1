package nl.kindcheck.service.launch;

import java.time.Instant;
import java.util.UUID;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.service.audit.Ground;
import org.jspecify.annotations.Nullable;

/**
 * How somebody came to a record.
 *
 * @param account who signed in, as the identity provider names them; null where the EPD opened it
 * @param because the care relation; null where there is none
 * @param emergency the id of the access in an emergency; null where it is none
 * @param until when it ends by itself; null exactly where it is no emergency
 */
public record Entry(
    Ground ground,
    @Nullable String account,
    @Nullable Reason because,
    @Nullable UUID emergency,
    @Nullable Instant until) {

  /** The EPD opened the record. */
  static final Entry FROM_EPD = new Entry(Ground.LAUNCH, null, null, null, null);

  /** The source of a line in the log, for what was opened by somebody who signed in with us. */
  private static final String OFFICE = "office";

  private static final String EMERGENCY = "emergency/";

  public static Entry byCareRelation(String account, Reason because) {
    return new Entry(Ground.CARE_RELATION, account, because, null, null);
  }

  public static Entry inEmergency(String account, UUID emergency, Instant until) {
    return new Entry(Ground.EMERGENCY, account, null, emergency, until);
  }

  /** How the lines of an access in an emergency name where they come from. */
  public static String source(UUID emergency) {
    return EMERGENCY + emergency;
  }

  /** The source of its lines in the log; the EPD itself where that opened it. */
  String source(String epd) {
    if (account == null) {
      return epd;
    }
    return emergency == null ? OFFICE : source(emergency);
  }
}
