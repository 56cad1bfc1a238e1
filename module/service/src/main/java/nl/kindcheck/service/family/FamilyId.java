package nl.kindcheck.service.family;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import nl.kindcheck.service.tenancy.TenantId;

/**
 * One patient's family at one organisation. Follows from the two, so that nobody has to look it up
 * first.
 */
public record FamilyId(UUID value) {

  /**
   * @param patient the EPD's reference, for instance {@code Patient/12}
   */
  public static FamilyId of(TenantId tenant, String patient) {
    return new FamilyId(UUID.nameUUIDFromBytes((tenant + " " + patient).getBytes(UTF_8)));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
