package nl.kindcheck.service.launch;

import java.net.URI;
import java.util.Locale;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Who is at work, with whose record: what a launch from the EPD told, or what opened the record
 * without one.
 *
 * @param user the clinician, as a reference of the EPD: {@code Practitioner/12}
 * @param patient as a reference of the EPD: {@code Patient/34}
 * @param encounter as a reference of the EPD; null where it was opened outside an encounter
 * @param epd the EPD's FHIR address, as in {@code iss}
 * @param entry on which ground it is open
 */
public record LaunchContext(
    TenantId tenant,
    String user,
    String patient,
    @Nullable String encounter,
    Locale locale,
    URI epd,
    Entry entry) {

  /** A launch from the EPD. */
  public LaunchContext(
      TenantId tenant,
      String user,
      String patient,
      @Nullable String encounter,
      Locale locale,
      URI epd) {
    this(tenant, user, patient, encounter, locale, epd, Entry.FROM_EPD);
  }
}
